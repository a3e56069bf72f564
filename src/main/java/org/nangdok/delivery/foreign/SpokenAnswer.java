package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nangdok.audio.file.DecodedMp3;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker;

/**
 * Answers a request with the sound of a text. MP3 is sent while it is being made; the other formats
 * are made of the whole, because they state their length or need it.
 */
public final class SpokenAnswer {

  private static final Set<String> FORMATS = Set.of("mp3", "wav", "flac", "opus", "pcm");
  private static final int WAV_HEADER = 44;

  private final TextSpeaker speaker;

  public SpokenAnswer(TextSpeaker speaker) {
    this.speaker = speaker;
  }

  static String format(String wanted) {
    if (!FORMATS.contains(wanted)) {
      throw new ReadingException(
          "request.format",
          "Sound in this format isn't made here; ask for mp3, wav, flac, opus or pcm (24 kHz).");
    }
    return wanted;
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

  /**
   * Says what is wanted.
   *
   * @param format one of those that {@link #format} lets pass
   */
  void write(
      Wanted wanted,
      ForeignVoices.Choice choice,
      double speed,
      String format,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    var prepared = prepare(wanted, choice, speed, response);
    if (format.equals("mp3")) {
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
    boolean bare = format.equals("pcm");
    SoundFile file = SoundFile.byExtension(bare ? "wav" : format).orElseThrow();
    var out = new ByteArrayOutputStream();
    try (var sound = new DecodedMp3(new ByteArrayInputStream(mp3.toByteArray()), mp3.size())) {
      file.write(sound, List.of(), out);
    }
    byte[] bytes = out.toByteArray();
    int from = bare ? WAV_HEADER : 0;
    response.setContentType(bare ? "audio/pcm;rate=24000" : file.mediaType());
    response.setContentLength(bytes.length - from);
    response.getOutputStream().write(bytes, from, bytes.length - from);
  }
}
