package org.nangdok.speech.neural.kokoro;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.speech.SpeechException;

/**
 * What a person is made of, as the catalogue writes it: {@code jf_nezumi .6 + jm_kumo .4, rate .95,
 * pitch 210, range .9, speed 1.05, accent gb}.
 *
 * @param styles names of styles and their shares, which are 1 together
 * @param rate the sound is made so much slower and played so much faster, which moves pitch and
 *     formants together
 * @param pitch mean fundamental frequency in Hz; 0 leaves the style's own
 * @param range factor on the movements of the melody
 * @param speed factor on the network's own rate
 * @param accent espeak-ng's name of the variety of English: {@code us} or {@code gb}
 */
record Recipe(
    Map<String, Double> styles,
    double rate,
    double pitch,
    double range,
    double speed,
    String accent) {

  private static final Pattern STYLE = Pattern.compile("([a-z]+_[a-z]+)(?:\\s+([\\d.]+))?");
  private static final double EVEN = 1e-6;

  Recipe {
    styles = Map.copyOf(styles);
  }

  /**
   * Reads a recipe.
   *
   * @throws SpeechException naming the part that can't be read
   */
  static Recipe of(String text) {
    String[] parts = text.split(",");
    Map<String, Double> settings = new LinkedHashMap<>();
    String accent = "us";
    for (String part : Arrays.copyOfRange(parts, 1, parts.length)) {
      String[] words = part.strip().split("\\s+");
      if (words.length == 2 && words[0].equals("accent")) {
        accent = words[1];
      } else if (words.length == 2
          && words[0].matches("rate|pitch|range|speed")
          && words[1].matches("\\d*\\.?\\d+")) {
        settings.put(words[0], Double.valueOf(words[1]));
      } else {
        throw new SpeechException(
            "\""
                + part.strip()
                + "\" isn't a part of a recipe: rate, pitch, range, speed or accent.");
      }
    }
    return new Recipe(
        styles(parts[0]),
        settings.getOrDefault("rate", 1.0),
        settings.getOrDefault("pitch", 0.0),
        settings.getOrDefault("range", 1.0),
        settings.getOrDefault("speed", 1.0),
        accent);
  }

  private static Map<String, Double> styles(String text) {
    Map<String, Double> styles = new LinkedHashMap<>();
    double sum = 0;
    for (String part : text.split("\\+")) {
      Matcher style = STYLE.matcher(part.strip());
      if (!style.matches()) {
        throw new SpeechException("\"" + part.strip() + "\" isn't a style and its share.");
      }
      double share = style.group(2) == null ? 1 : Double.parseDouble(style.group(2));
      styles.put(style.group(1), share);
      sum += share;
    }
    if (Math.abs(sum - 1) > EVEN) {
      throw new SpeechException("The shares of \"" + text.strip() + "\" aren't 1 together.");
    }
    return styles;
  }
}
