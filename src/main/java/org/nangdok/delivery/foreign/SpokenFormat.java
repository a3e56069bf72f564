package org.nangdok.delivery.foreign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.reading.ReadingException;

/**
 * The form in which a client wants to hear a text.
 *
 * @param kind {@code mp3 wav flac opus pcm mulaw alaw aac vorbis}
 * @param rate samples a second; another than the house's own for {@code mp3 vorbis pcm mulaw alaw}
 *     only
 */
record SpokenFormat(String kind, int rate) {

  private static final Set<String> OPEN_AI = Set.of("mp3", "wav", "flac", "opus", "pcm", "aac");

  /** What Polly calls a kind, and the rates that it may have there, the usual one first. */
  private record PollyKind(String kind, List<Integer> rates) {}

  private static final List<Integer> COMPRESSED =
      List.of(24_000, 8_000, 16_000, 22_050, 44_100, 48_000);
  private static final List<Integer> TELEPHONE = List.of(8_000);
  private static final Map<String, PollyKind> POLLY =
      Map.of(
          "mp3", new PollyKind("mp3", COMPRESSED),
          "ogg_vorbis", new PollyKind("vorbis", COMPRESSED),
          "ogg_opus", new PollyKind("opus", List.of(48_000, 24_000)),
          "pcm", new PollyKind("pcm", List.of(16_000, 8_000, 22_050, 24_000)),
          "mulaw", new PollyKind("mulaw", TELEPHONE),
          "alaw", new PollyKind("alaw", TELEPHONE));

  SpokenFormat(String kind) {
    this(kind, Mp3Frames.SAMPLE_RATE);
  }

  /** Whether it is made as it is kept, sentence by sentence. */
  boolean isOwn() {
    return kind.equals("mp3") && rate == Mp3Frames.SAMPLE_RATE;
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
   * As Amazon Polly's {@code OutputFormat} and {@code SampleRate} name it. Opus has no rate of its
   * own: every decoder may give 48,000 samples a second.
   *
   * @param rate samples a second, as digits
   */
  static SpokenFormat ofPolly(@Nullable String name, @Nullable String rate) {
    PollyKind kind = name == null ? null : POLLY.get(name);
    if (kind == null) {
      throw new ReadingException(
          "request.format",
          "`OutputFormat` must be mp3, ogg_opus, ogg_vorbis, pcm, mulaw, alaw or json here.");
    }
    int samples = rate == null ? kind.rates().getFirst() : number(rate);
    if (!kind.rates().contains(samples)) {
      throw new ReadingException(
          "request.sample-rate",
          "`SampleRate` of "
              + name
              + " may be "
              + kind.rates().stream().map(String::valueOf).collect(Collectors.joining(", "))
              + " here.");
    }
    return new SpokenFormat(kind.kind(), samples);
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }
}
