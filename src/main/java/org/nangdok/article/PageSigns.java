package org.nangdok.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lines by which pages that aren't articles are known ({@code signs.tsv}). */
enum PageSigns {
  ERROR,
  PAYWALL,
  LOGIN,
  CONSENT,
  PRIVACY;

  private static final int LONGEST = 240;

  private final List<Pattern> patterns;

  PageSigns() {
    patterns =
        LineRules.rows("signs.tsv", 3).stream()
            .filter(row -> row.columns().getFirst().equals(name().toLowerCase(Locale.ROOT)))
            .map(
                row ->
                    Pattern.compile(
                        row.columns().get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
  }

  /** Whether the whole line is such a sign. */
  boolean matches(String line) {
    return line.length() <= LONGEST
        && patterns.stream().anyMatch(pattern -> pattern.matcher(line).matches());
  }
}
