package org.nangdok.script.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much each sign counts, as the file {@code weights.tsv} says. Immutable. */
final class Weights {

  private static final String FILE = "/org/nangdok/script/weights.tsv";

  private final Map<Sign, Double> weights = new EnumMap<>(Sign.class);

  private Weights() {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it isn't there or a line isn't a sign and a number
   */
  static Weights read() {
    try (InputStream in = Weights.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The file " + FILE + " is missing from the program.");
      }
      Weights weights = new Weights();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          weights.add(line);
        }
      }
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + FILE + " can't be read.", e);
    }
  }

  private void add(String line) {
    String[] fields = line.split("\t");
    try {
      weights.put(
          Sign.valueOf(fields[0].toUpperCase(Locale.ROOT).replace('-', '_')),
          Double.valueOf(fields[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalStateException("\"" + line + "\" is not a sign and its weight.", e);
    }
  }

  /** The weight of a sign; 0 if the file doesn't tell. */
  double of(Sign sign) {
    return weights.getOrDefault(sign, 0.0);
  }
}
