package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nangdok.audio.file.DecodedMp3;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.audio.file.RawPcm;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker;

/**
 * Answers a request with the sound of a text. MP3 is sent while it is being made; the other formats
 * are made of the whole, because they state their length or need it.
 */
public final class SpokenAnswer {

  private static final Set<String> BY_FFMPEG = Set.of("aac", "vorbis");

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
    var prepared =
        wanted.ssml() == null
            ? speaker.prepare(wanted.text(), choice.language(), choice.voice(), speed)
            : speaker.prepare(wanted.ssml(), choice.language(), choice.voice(), speed);
    response.setHeader("X-Nangdok-Voice", choice.voice().id());
    if (!prepared.unfollowed().isEmpty()) {
      response.setHeader(
          "X-Nangdok-Unfollowed",
          prepared.unfollowed().stream()
              .map(one -> one.element().replaceAll("[^A-Za-z0-9,: -]", "?"))
              .collect(Collectors.joining("; ")));
    }
    return prepared;
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
    if (format.kind().equals("mp3")) {
      response.setContentType("audio/mpeg");
      speaker.say(
          prepared,
          said -> {
            response.getOutputStream().write(said.mp3());
            response.flushBuffer();
          });
      return;
    }
    var mp3 = new ByteArrayOutputStream();
    speaker.say(prepared, said -> mp3.writeBytes(said.mp3()));
    byte[] sound = mp3.toByteArray();
    byte[] made = program.isPresent() ? by(program.get(), format, sound) : made(format, sound);
    response.setContentType(mediaType(format));
    response.setContentLength(made.length);
    response.getOutputStream().write(made);
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

  private static byte[] by(Ffmpeg program, SpokenFormat format, byte[] mp3)
      throws IOException, InterruptedException {
    var in = new ByteArrayInputStream(mp3);
    Path file = format.kind().equals("aac") ? program.aac(in) : program.vorbis(in);
    try {
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** The same sound in a form that we write ourselves. */
  static byte[] made(SpokenFormat format, byte[] mp3) throws IOException {
    try (var sound = new DecodedMp3(new ByteArrayInputStream(mp3), mp3.length)) {
      if (format.kind().equals("pcm")) {
        return RawPcm.of(sound, format.rate());
      }
      var out = new ByteArrayOutputStream();
      SoundFile.byExtension(format.kind()).orElseThrow().write(sound, List.of(), out);
      return out.toByteArray();
    }
  }

  private static String mediaType(SpokenFormat format) {
    return switch (format.kind()) {
      case "pcm" -> "audio/pcm;rate=" + format.rate();
      case "aac" -> "audio/aac";
      case "vorbis" -> "audio/ogg";
      default -> SoundFile.byExtension(format.kind()).orElseThrow().mediaType();
    };
  }
}
