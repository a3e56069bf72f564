package org.nangdok.ssml;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rate, pitch and volume (SSML 1.1, 3.2.4).
 *
 * @param rate factor on the voice's own rate
 * @param pitch semitones on the voice's own pitch
 * @param volume decibels on the voice's own level
 */
public record Prosody(double rate, double pitch, double volume) {

  /** Nothing changed. */
  public static final Prosody PLAIN = new Prosody(1, 0, 0);

  private static final double SLOWEST = 0.2;
  private static final double FASTEST = 4;
  private static final double WIDEST = 24;
  private static final double SILENT = -60;
  private static final double LOUDEST = 12;

  private static final Map<String, Double> RATES =
      Map.of("x-slow", .6, "slow", .8, "medium", 1., "default", 1., "fast", 1.25, "x-fast", 1.6);
  private static final Map<String, Double> PITCHES =
      Map.of("x-low", -5., "low", -2.5, "medium", 0., "default", 0., "high", 2.5, "x-high", 5.);
  private static final Map<String, Double> VOLUMES =
      Map.of(
          "silent", SILENT, "x-soft", -12., "soft", -6., "medium", 0., "default", 0., "loud", 3.,
          "x-loud", 6.);
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)(\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6})(%|st|Hz|dB)?");

  /**
   * With another rate: a word, a percentage ({@code 80%} of the rate, or {@code +20%} more) or a
   * factor.
   */
  Prosody rate(String value) {
    Double named = RATES.get(value);
    if (named != null) {
      return new Prosody(rate * named, pitch, volume);
    }
    Matcher number = NUMBER.matcher(value);
    double factor = 0;
    if (number.matches() && ("%".equals(number.group(3)) || number.group(3) == null)) {
      double amount = Double.parseDouble(number.group(2));
      double share = number.group(3) == null ? amount : amount / 100;
      factor =
          number.group(1).isEmpty() ? share : number.group(1).equals("+") ? 1 + share : 1 - share;
    }
    if (!(factor >= SLOWEST && factor <= FASTEST)) {
      throw new SsmlException(
          "A rate must be a word such as slow, or between 20% and 400%; it is "
              + Shortened.of(value)
              + ".");
    }
    return new Prosody(rate * factor, pitch, volume);
  }

  /**
   * With another pitch: a word, semitones ({@code +2st}) or a percentage ({@code -10%}).
   *
   * @param unfollowed told what isn't followed: a pitch in Hz
   */
  Prosody pitch(String value, BiConsumer<String, String> unfollowed) {
    Double named = PITCHES.get(value);
    if (named != null) {
      return new Prosody(rate, pitch + named, volume);
    }
    Matcher number = NUMBER.matcher(value);
    String unit = number.matches() ? number.group(3) : "";
    if ("Hz".equals(unit)) {
      unfollowed.accept(
          "prosody pitch", "a pitch in Hz isn't followed; write semitones (+2st) or a percentage.");
      return this;
    }
    double semitones = Double.NaN;
    if ("st".equals(unit) || "%".equals(unit)) {
      double amount = Double.parseDouble(number.group(2)) * (number.group(1).equals("-") ? -1 : 1);
      semitones = "st".equals(unit) ? amount : 12 * Math.log(1 + amount / 100) / Math.log(2);
    }
    if (!(Math.abs(semitones) <= WIDEST)) {
      throw new SsmlException(
          "A pitch must be a word such as high, semitones such as +2st, or a percentage such as"
              + " -10%; it is "
              + Shortened.of(value)
              + ".");
    }
    return new Prosody(rate, pitch + semitones, volume);
  }

  /** With another volume: a word, decibels ({@code +6dB}), or 0 to 100 as in SSML 1.0. */
  Prosody volume(String value) {
    Double named = VOLUMES.get(value);
    if (named != null) {
      return new Prosody(rate, pitch, volume + named);
    }
    Matcher number = NUMBER.matcher(value);
    double decibels = Double.NaN;
    if (number.matches() && "dB".equals(number.group(3))) {
      decibels = Double.parseDouble(number.group(2)) * (number.group(1).equals("-") ? -1 : 1);
    } else if (number.matches() && number.group(3) == null && number.group(1).isEmpty()) {
      double share = Double.parseDouble(number.group(2)) / 100;
      decibels = share > 1 ? Double.NaN : Math.max(SILENT, 20 * Math.log10(share));
    }
    if (!(decibels >= SILENT && decibels <= LOUDEST)) {
      throw new SsmlException(
          "A volume must be a word such as soft, or between -60dB and +12dB; it is "
              + Shortened.of(value)
              + ".");
    }
    return new Prosody(rate, pitch, volume + decibels);
  }

  /** As {@code emphasis} (3.2.2) is spoken here: slower, higher and louder, or the reverse. */
  Prosody emphasised(@Nullable String level) {
    String named = level == null ? "moderate" : level;
    return switch (named) {
      case "strong" -> new Prosody(rate * .88, pitch + 1.5, volume + 2);
      case "moderate" -> new Prosody(rate * .94, pitch + 1, volume + 1);
      case "reduced" -> new Prosody(rate * 1.06, pitch - .5, volume - 1);
      case "none" -> this;
      default ->
          throw new SsmlException(
              "A level of emphasis must be strong, moderate, none or reduced; it is "
                  + Shortened.of(named)
                  + ".");
    };
  }
}
