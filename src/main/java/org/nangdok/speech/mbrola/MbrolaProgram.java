package org.nangdok.speech.mbrola;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.speech.SpeechException;

/**
 * The program {@code mbrola}: reads a phone file, writes 16-bit samples. Each call is a process of
 * its own, started without a shell, with a folder of its own and an end in time.
 */
final class MbrolaProgram {

  /** MBROLA's answer to a pair that it can't find, with {@code -e}. */
  private static final Pattern UNKNOWN = Pattern.compile("Warning: (\\S+?)-(\\S+) unknown");

  private static final int MOST_OF_A_MESSAGE = 200;
  private static final int MOST_WARNINGS = 100_000;

  private final Path program;
  private final Path database;
  private final Path folder;
  private final Duration longest;

  /**
   * @param folder where files of a call lie while it lasts
   * @param longest how long a call may take
   */
  MbrolaProgram(Path program, Path database, Path folder, Duration longest) {
    this.program = program;
    this.database = database;
    this.folder = folder;
    this.longest = longest;
  }

  /**
   * What a call gave.
   *
   * @param samples as many as were asked for
   * @param missing pairs of phones in whose place there is silence
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one call
  record Result(short[] samples, Set<Diphones.Pair> missing) {}

  /**
   * Speaks phones.
   *
   * @param samples how long the sound must be; the program leaves out half of the last silence
   * @throws SpeechException if it fails, is interrupted or takes too long
   */
  Result run(List<Phone> phones, int samples) {
    Path own = null;
    try {
      Files.createDirectories(folder);
      own = Files.createTempDirectory(folder, "call");
      Path file = Files.writeString(own.resolve("in.pho"), text(phones), StandardCharsets.US_ASCII);
      Path sound = own.resolve("out.raw");
      Path messages = own.resolve("messages.txt");
      String failure = call(file, sound, messages);
      Set<Diphones.Pair> missing = missing(messages);
      if (failure != null) {
        throw new SpeechException(failure + said(messages));
      }
      return new Result(samples(sound, samples), missing);
    } catch (IOException e) {
      throw new SpeechException("The program mbrola can't be started.", e);
    } finally {
      if (own != null) {
        delete(own);
      }
    }
  }

  /** Null if all went well. */
  private @org.jspecify.annotations.Nullable String call(Path file, Path sound, Path messages)
      throws IOException {
    var builder =
        new ProcessBuilder(
            program.toString(), "-e", database.toString(), file.toString(), sound.toString());
    builder.environment().clear();
    builder.redirectErrorStream(true).redirectOutput(messages.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return "The program mbrola took longer than " + longest.toMillis() + " ms.";
      }
      return process.exitValue() == 0
          ? null
          : "The program mbrola failed with exit code " + process.exitValue() + ".";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException("Speaking was interrupted.", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String text(List<Phone> phones) {
    var text = new StringBuilder();
    double millis = 0;
    for (Phone phone : phones) {
      // Whole milliseconds whose errors don't add up.
      long from = Math.round(millis);
      millis += phone.millis();
      text.append(phone.name()).append(' ').append(Math.round(millis) - from);
      for (Phone.Point point : phone.pitch()) {
        text.append(String.format(Locale.ROOT, " %d %.1f", point.percent(), point.hertz()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Set<Diphones.Pair> missing(Path messages) throws IOException {
    var missing = new HashSet<Diphones.Pair>();
    Matcher warning = UNKNOWN.matcher(read(messages, MOST_WARNINGS));
    while (warning.find()) {
      missing.add(new Diphones.Pair(warning.group(1), warning.group(2)));
    }
    return missing;
  }

  private static String said(Path messages) throws IOException {
    String text = read(messages, MOST_OF_A_MESSAGE).strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? "" : " It said: " + text;
  }

  private static String read(Path file, int most) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
    }
  }

  private static short[] samples(Path sound, int count) throws IOException {
    if (!Files.exists(sound)) {
      throw new SpeechException("The program mbrola wrote no sound.");
    }
    byte[] bytes;
    try (var in = Files.newInputStream(sound)) {
      bytes = in.readNBytes(2 * count);
    }
    if (bytes.length < count) {
      throw new SpeechException("The program mbrola wrote less than half of the sound.");
    }
    var samples = new short[count];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.nativeOrder())
        .asShortBuffer()
        .get(samples, 0, bytes.length / 2);
    return samples;
  }

  private static void delete(Path own) {
    try (var files = Files.list(own)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(own);
    } catch (IOException e) {
      own.toFile().deleteOnExit();
    }
  }
}
