package org.nangdok.publish;

import java.util.Locale;

/** Times as captions write them. */
final class CueTime {

  private CueTime() {}

  /** {@code 00:01:02.345} (WebVTT, 3.1; TTML clock-time). */
  static String withPoint(long millis) {
    return format(millis, '.');
  }

  /** {@code 00:01:02,345} (SubRip). */
  static String withComma(long millis) {
    return format(millis, ',');
  }

  /** Seconds with three decimals. */
  static double seconds(long millis) {
    return millis / 1000.0;
  }

  private static String format(long millis, char separator) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        separator,
        millis % 1000);
  }
}
