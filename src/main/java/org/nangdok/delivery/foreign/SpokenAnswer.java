package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.audio.file.DecodedMp3;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.audio.file.OtherRate;
import org.nangdok.audio.file.RawPcm;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.reading.BusyException;
import org.nangdok.reading.MemoryBudget;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker;

/**
 * Answers a request with the sound of a text. MP3 is sent while it is being made; the other formats
 * are made of the whole, because they state their length or need it.
 */
public final class SpokenAnswer {

  private static final Set<String> BY_FFMPEG = Set.of("aac", "vorbis");

  /** Decoded, in another rate, and as bytes. */
  private static final long BYTES_PER_SAMPLE = 14;

  private static final int HEAP_SHARE = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MemoryBudget memory = MemoryBudget.ofHeap(HEAP_SHARE);
  private final TextSpeaker speaker;
  private final Optional<Ffmpeg> ffmpeg;

  /**
   * @param ffmpeg the machine's ffmpeg, if it has one
   */
  public SpokenAnswer(TextSpeaker speaker, Optional<Ffmpeg> ffmpeg) {
    this.speaker = speaker;
    this.ffmpeg = ffmpeg;
  }

  TextSpeaker speaker() {
    return speaker;
  }

  /** What will be said, with who says it and what of its SSML isn't followed in the headers. */
  TextSpeaker.Prepared prepare(
      Wanted wanted, ForeignVoices.Choice choice, double speed, HttpServletResponse response) {
    var prepared = prepare(wanted, choice, speed);
    response.setHeader("X-Nangdok-Voice", choice.voice().id());
    if (!prepared.unfollowed().isEmpty()) {
      response.addHeader(
          "X-Nangdok-Unfollowed",
          prepared.unfollowed().stream()
              .map(one -> one.element().replaceAll("[^A-Za-z0-9,: -]", "?"))
              .collect(Collectors.joining("; ")));
    }
    return prepared;
  }

  /** What will be said. */
  TextSpeaker.Prepared prepare(Wanted wanted, ForeignVoices.Choice choice, double speed) {
    return wanted.ssml() == null
        ? speaker.prepare(wanted.text(), choice.language(), choice.voice(), speed)
        : speaker.prepare(wanted.ssml(), choice.language(), choice.voice(), speed);
  }

  /** Says what is wanted. */
  void write(
      Wanted wanted,
      ForeignVoices.Choice choice,
      double speed,
      SpokenFormat format,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Optional<Ffmpeg> program = program(format);
    var prepared = prepare(wanted, choice, speed, response);
    if (format.isOwn()) {
      response.setContentType("audio/mpeg");
      speaker.say(
          prepared,
          said -> {
            response.getOutputStream().write(said.mp3());
            response.flushBuffer();
          });
      return;
    }
    Path mp3 = Files.createTempFile("nangdok-said-", ".mp3");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(mp3))) {
        speaker.say(prepared, said -> out.write(said.mp3()));
      }
      Path made = program.isPresent() ? by(program.get(), format, mp3) : made(format, mp3);
      try {
        response.setContentType(mediaType(format));
        response.setContentLengthLong(Files.size(made));
        Files.copy(made, response.getOutputStream());
      } finally {
        Files.deleteIfExists(made);
      }
    } finally {
      Files.deleteIfExists(mp3);
    }
  }

  /** The program that makes a format, if it needs one. */
  private Optional<Ffmpeg> program(SpokenFormat format) {
    if (!BY_FFMPEG.contains(format.kind())) {
      return Optional.empty();
    }
    if (ffmpeg.isEmpty()) {
      throw new ReadingException(
          "audio.no-ffmpeg",
          "This format needs the program ffmpeg on the machine of this service. Ask for mp3, opus,"
              + " flac, wav or pcm instead.");
    }
    return ffmpeg;
  }

  private static Path by(Ffmpeg program, SpokenFormat format, Path mp3)
      throws IOException, InterruptedException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(mp3))) {
      return format.kind().equals("aac") ? program.aac(in) : program.vorbis(in, format.rate());
    }
  }

  /** In a file, because it may be large and who takes it may be slow. */
  private Path made(SpokenFormat format, Path mp3) throws IOException, InterruptedException {
    Path made = Files.createTempFile("nangdok-said-", ".sound");
    long bytes = Files.size(mp3);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(mp3));
        var sound = new DecodedMp3(in, bytes);
        var share = share(format, sound);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
      write(format, sound, out);
      return made;
    } catch (IOException | InterruptedException | RuntimeException e) {
      Files.deleteIfExists(made);
      throw e;
    }
  }

  private static void write(SpokenFormat format, DecodedMp3 sound, OutputStream out)
      throws IOException {
    switch (format.kind()) {
      case "mp3" -> OtherRate.mp3(sound, format.rate(), out);
      case "pcm" -> out.write(RawPcm.of(sound, format.rate()));
      case "mulaw", "alaw" -> out.write(OtherRate.telephone(sound, format.kind(), format.rate()));
      default -> SoundFile.byExtension(format.kind()).orElseThrow().write(sound, List.of(), out);
    }
  }

  /** What isn't a file of our own is made in memory as a whole. */
  private MemoryBudget.Share share(SpokenFormat format, DecodedMp3 sound)
      throws InterruptedException {
    boolean streamed = SoundFile.byExtension(format.kind()).isPresent();
    long faster = Math.max(1, format.rate() / Mp3Frames.SAMPLE_RATE);
    long bytes = streamed ? 1 : sound.samples() * BYTES_PER_SAMPLE * faster;
    return memory.take(bytes, PATIENCE).orElseThrow(BusyException::new);
  }

  /** The same sound in a form that we write ourselves. */
  static byte[] made(SpokenFormat format, byte[] mp3) throws IOException {
    try (var sound = new DecodedMp3(new ByteArrayInputStream(mp3), mp3.length)) {
      var out = new ByteArrayOutputStream();
      write(format, sound, out);
      return out.toByteArray();
    }
  }

  private static String mediaType(SpokenFormat format) {
    return switch (format.kind()) {
      case "mp3" -> "audio/mpeg";
      case "pcm" -> "audio/pcm;rate=" + format.rate();
      case "mulaw" -> "audio/mulaw";
      case "alaw" -> "audio/alaw";
      case "aac" -> "audio/aac";
      case "vorbis" -> "audio/ogg";
      default -> SoundFile.byExtension(format.kind()).orElseThrow().mediaType();
    };
  }
}
