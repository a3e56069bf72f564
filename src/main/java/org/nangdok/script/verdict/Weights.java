package org.nangdok.script.verdict;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.nangdok.script.convention.DataFile;

/** How much each sign counts, as the file {@code weights.tsv} says. Immutable. */
final class Weights {

  private final Map<Sign, Double> weights = new EnumMap<>(Sign.class);

  private Weights() {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it isn't there or a line isn't a sign and a number
   */
  static Weights read() {
    Weights weights = new Weights();
    DataFile.rows("weights.tsv").forEach(weights::add);
    return weights;
  }

  private void add(DataFile.Row row) {
    try {
      String sign = row.cell(0).toUpperCase(Locale.ROOT).replace('-', '_');
      weights.put(Sign.valueOf(sign), Double.valueOf(row.cell(1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(row.origin() + " is not a sign and its weight.", e);
    }
  }

  /** The weight of a sign; 0 if the file doesn't tell. */
  double of(Sign sign) {
    return weights.getOrDefault(sign, 0.0);
  }
}
