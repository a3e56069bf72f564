package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/** Readings of unit symbols ({@code units.tsv}). */
final class Units {

  private static final int LONGEST = 7;

  /**
   * A unit as written behind a number.
   *
   * @param end where it ends
   * @param reading what is read, with {@code #} for the number
   */
  record Unit(int end, String reading) {}

  private final Map<String, String> readings = new HashMap<>();

  Units(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/units.tsv").rows()) {
      String reading = row.field(1);
      readings.put(row.field(0), reading.contains("#") ? reading : "# " + reading);
    }
  }

  /** The unit at a place: the longest symbol that isn't the beginning of a longer word. */
  @Nullable Unit at(Writing writing, int at) {
    for (int end = Math.min(writing.length(), at + LONGEST); end > at; end--) {
      String reading = readings.get(writing.text().substring(at, end));
      boolean whole = !writing.isLatin(end - 1) || !writing.isLatin(end) && !writing.isDigit(end);
      if (reading != null && whole) {
        return per(writing, end, reading);
      }
    }
    return null;
  }

  /** A unit per another one, such as {@code kg/㎡}, which isn't listed as a whole. */
  private Unit per(Writing writing, int end, String reading) {
    if (writing.at(end) == '/') {
      for (int last = Math.min(writing.length(), end + 4); last > end + 1; last--) {
        String other = readings.get(writing.text().substring(end + 1, last));
        if (other != null && !writing.isLatin(last)) {
          return new Unit(last, other.replace("#", "").strip() + "당 " + reading);
        }
      }
    }
    return new Unit(end, reading);
  }
}
