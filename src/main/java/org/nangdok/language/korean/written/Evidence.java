package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/**
 * What speaks for a reading or against it: the words before and behind, and words in the same
 * sentence ({@code evidence.tsv}).
 */
final class Evidence {

  private static final int BEFORE = 24;
  private static final int AFTER = 24;
  private static final int NEAR = 80;

  /** Evidence that holds at a place: its row's line and what it weighs together. */
  record Found(double weight, List<String> reasons) {

    static final Found NONE = new Found(0, List.of());
  }

  /**
   * One row; a pattern that isn't given holds everywhere.
   *
   * @param before matches the end of the text before
   * @param inside matches the written form as a whole
   * @param after matches the beginning of the text behind
   * @param near is found in the sentence
   */
  private record Row(
      int line, Pattern before, Pattern inside, Pattern after, Pattern near, double weight) {}

  private static final Pattern ANY = Pattern.compile("");

  private final Map<String, List<Row>> rows = new HashMap<>();

  Evidence(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/evidence.tsv").rows()) {
      Row parsed =
          new Row(
              row.line(),
              pattern(row, 1, "(?:%s)$"),
              pattern(row, 2, "(?:%s)"),
              pattern(row, 3, "(?:%s)"),
              pattern(row, 4, "(?:%s)"),
              weight(row));
      for (String reading : row.field(0).split(" \\| ")) {
        rows.computeIfAbsent(reading, r -> new ArrayList<>()).add(parsed);
      }
    }
  }

  /** What speaks for a reading of the text from one place to another. */
  Found of(Match match, Writing writing, int start) {
    List<Row> byForm = rows.getOrDefault(match.form(), List.of());
    List<Row> bySense =
        match.sense().isEmpty() ? List.of() : rows.getOrDefault(match.sense(), List.of());
    if (byForm.isEmpty() && bySense.isEmpty()) {
      return Found.NONE;
    }
    double weight = 0;
    var reasons = new ArrayList<String>();
    for (List<Row> some : List.of(byForm, bySense)) {
      for (Row row : some) {
        if (holds(row, writing.text(), start, Math.min(match.end(), writing.length()))) {
          weight += row.weight;
          reasons.add("evidence.tsv:" + row.line);
        }
      }
    }
    return new Found(weight, reasons);
  }

  private static boolean holds(Row row, String text, int start, int end) {
    return (row.before == ANY
            || row.before.matcher(text).region(Math.max(0, start - BEFORE), start).find())
        && (row.inside == ANY || row.inside.matcher(text).region(start, end).matches())
        && (row.after == ANY
            || row.after
                .matcher(text)
                .region(end, Math.min(text.length(), end + AFTER))
                .lookingAt())
        && (row.near == ANY
            || row.near
                .matcher(text)
                .region(Math.max(0, start - NEAR), Math.min(text.length(), end + NEAR))
                .find());
  }

  private static Pattern pattern(TsvFile.Row row, int field, String frame) {
    String written = row.field(field);
    if (written.equals("-")) {
      return ANY;
    }
    try {
      return Pattern.compile(frame.formatted(written));
    } catch (PatternSyntaxException e) {
      throw row.wrong("\"" + written + "\" must be a regular expression.");
    }
  }

  private static double weight(TsvFile.Row row) {
    try {
      return Double.parseDouble(row.field(5));
    } catch (NumberFormatException e) {
      throw row.wrong("Field 6 is the weight, such as 2 or -1.5.");
    }
  }
}
