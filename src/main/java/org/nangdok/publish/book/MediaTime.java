package org.nangdok.publish.book;

import java.util.Locale;

/** Times as talking books write them. */
final class MediaTime {

  private MediaTime() {}

  /** {@code 12.345s} (SMIL 3.0, Timecount-val). */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03ds", millis / 1000, millis % 1000);
  }

  /** {@code 01:02:03}, rounded (DAISY 2.02). */
  static String clock(long millis) {
    long seconds = Math.round(millis / 1000.0);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
