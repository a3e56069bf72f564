package org.nangdok.delivery.foreign;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.reading.ReadingException;

/**
 * The form in which a client wants to hear a text.
 *
 * @param kind {@code mp3 wav flac opus pcm aac vorbis}
 * @param rate samples a second; another than the house's own for {@code pcm} only
 */
record SpokenFormat(String kind, int rate) {

  private static final Set<String> OPEN_AI = Set.of("mp3", "wav", "flac", "opus", "pcm", "aac");
  private static final Set<Integer> POLLY_PCM = Set.of(8_000, 16_000);
  private static final int POLLY_USUAL_PCM = 16_000;

  SpokenFormat(String kind) {
    this(kind, Mp3Frames.SAMPLE_RATE);
  }

  /** As OpenAI's {@code response_format} names it; MP3 if nothing is named. */
  static SpokenFormat ofOpenAi(@Nullable String name) {
    String kind = name == null ? "mp3" : name;
    if (!OPEN_AI.contains(kind)) {
      throw new ReadingException(
          "request.format",
          "Sound in this format isn't made here; ask for mp3, opus, aac, flac, wav or pcm.");
    }
    return new SpokenFormat(kind);
  }

  /**
   * As Amazon Polly's {@code OutputFormat} and {@code SampleRate} name it.
   *
   * @param rate samples a second, as digits
   */
  static SpokenFormat ofPolly(String name, @Nullable String rate) {
    if (name.equals("pcm")) {
      int samples = rate == null ? POLLY_USUAL_PCM : number(rate);
      if (!POLLY_PCM.contains(samples)) {
        throw new ReadingException("request.format", "PCM has a `SampleRate` of 8000 or 16000.");
      }
      return new SpokenFormat("pcm", samples);
    }
    if (rate != null && number(rate) != Mp3Frames.SAMPLE_RATE) {
      throw new ReadingException(
          "request.format", "Sound other than PCM has a `SampleRate` of 24000 here.");
    }
    return switch (name) {
      case "mp3" -> new SpokenFormat("mp3");
      case "ogg_opus" -> new SpokenFormat("opus");
      case "ogg_vorbis" -> new SpokenFormat("vorbis");
      default ->
          throw new ReadingException(
              "request.format",
              "`OutputFormat` must be mp3, ogg_opus, ogg_vorbis, pcm or json here.");
    };
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }
}
