package org.nangdok.audio.file;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program ffmpeg where the machine has one: it makes what Java has no encoder for. */
public final class Ffmpeg {

  private static final int LONGEST_MINUTES = 10;

  private final String program;

  private Ffmpeg(String program) {
    this.program = program;
  }

  /** The ffmpeg of the machine, if there is one. */
  public static Optional<Ffmpeg> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(Path.of(folder, "ffmpeg"), Path.of(folder, "ffmpeg.exe")))
        .filter(Files::isExecutable)
        .findFirst()
        .map(path -> new Ffmpeg(path.toString()));
  }

  /**
   * Makes an M4A: AAC-LC at 64 kbit/s with tags and chapters, the index before the sound.
   *
   * @param mp3 the sound
   * @param metadata in ffmpeg's own text form (FFMETADATA1)
   * @return the file, which the caller deletes
   */
  public Path m4a(InputStream mp3, String metadata) throws IOException, InterruptedException {
    Path facts = Files.createTempFile("nangdok-", ".txt");
    try {
      Files.writeString(facts, metadata, StandardCharsets.UTF_8);
      Path file = made(mp3, m4a(facts), ".m4a");
      ChapterTrack.spread(file);
      return file;
    } finally {
      Files.deleteIfExists(facts);
    }
  }

  /** Writes the sound that is to be encoded. */
  public interface Sound {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Makes an M4B: an M4A with a cover, which players take for an audiobook.
   *
   * @param mp3 the sound
   * @param metadata in ffmpeg's own text form (FFMETADATA1)
   * @param cover a PNG or JPEG
   * @return the file, which the caller deletes
   */
  public Path m4b(Sound mp3, String metadata, byte[] cover)
      throws IOException, InterruptedException {
    Path facts = Files.createTempFile("nangdok-", ".txt");
    Path picture = Files.createTempFile("nangdok-", ".picture");
    try {
      Files.writeString(facts, metadata, StandardCharsets.UTF_8);
      Files.write(picture, cover);
      List<String> how = new ArrayList<>(List.of("-f", "ffmetadata", "-i", facts.toString()));
      how.addAll(List.of("-i", picture.toString()));
      how.addAll(List.of("-map", "0:a", "-map", "2:v", "-map_metadata", "1"));
      how.addAll(List.of("-map_chapters", "1", "-c:a", "aac", "-b:a", "64k", "-c:v", "copy"));
      how.addAll(List.of("-disposition:v:0", "attached_pic", "-movflags", "+faststart"));
      how.addAll(List.of("-f", "ipod"));
      Path file = made(mp3, how, ".m4b");
      ChapterTrack.spread(file);
      return file;
    } finally {
      Files.deleteIfExists(facts);
      Files.deleteIfExists(picture);
    }
  }

  /**
   * Makes AAC-LC at 64 kbit/s in ADTS frames (ISO/IEC 13818-7), without a container.
   *
   * @return the file, which the caller deletes
   */
  public Path aac(InputStream mp3) throws IOException, InterruptedException {
    return made(mp3, List.of("-c:a", "aac", "-b:a", "64k", "-f", "adts"), ".aac");
  }

  /**
   * Makes Ogg Vorbis, if this ffmpeg has its encoder.
   *
   * @param rate samples a second
   * @return the file, which the caller deletes
   */
  public Path vorbis(InputStream mp3, int rate) throws IOException, InterruptedException {
    return made(
        mp3,
        List.of("-ar", String.valueOf(rate), "-c:a", "libvorbis", "-q:a", "4", "-f", "ogg"),
        ".ogg");
  }

  private Path made(InputStream mp3, List<String> how, String ending)
      throws IOException, InterruptedException {
    return made((Sound) mp3::transferTo, how, ending);
  }

  private Path made(Sound mp3, List<String> how, String ending)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("nangdok-", ending);
    boolean made = false;
    try {
      List<String> command = new ArrayList<>();
      command.add(program);
      command.addAll(List.of("-nostdin", "-y", "-loglevel", "error", "-f", "mp3", "-i", "pipe:0"));
      command.addAll(how);
      command.add(file.toString());
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var in = process.getOutputStream()) {
        mp3.write(in);
      } finally {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
        }
      }
      made = !process.isAlive() && process.exitValue() == 0;
      if (!made) {
        throw new IOException("ffmpeg could not make the file.");
      }
      return file;
    } finally {
      if (!made) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<String> m4a(Path facts) {
    return List.of(
        "-f",
        "ffmetadata",
        "-i",
        facts.toString(),
        "-map",
        "0:a",
        "-map_metadata",
        "1",
        "-map_chapters",
        "1",
        "-c:a",
        "aac",
        "-b:a",
        "64k",
        "-movflags",
        "+faststart",
        "-f",
        "ipod");
  }
}
