package org.nangdok.language.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.nangdok.data.VoicesFolder;

/**
 * What speaks for a reading or against it: the words before and behind, and words in the same
 * sentence ({@code evidence.tsv} of a language). A row whose first field is a name in braces says
 * what that name stands for in the rows below.
 */
public final class Evidence {

  private static final int BEFORE = 24;
  private static final int AFTER = 24;
  private static final int NEAR = 80;

  /** Evidence that holds at a place: its row's line and what it weighs together. */
  public record Found(double weight, List<String> reasons) {

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
  private final Map<String, String> names = new LinkedHashMap<>();

  /** Reads a file such as {@code lexicon/ko/evidence.tsv}. */
  public Evidence(VoicesFolder voices, String file) {
    for (TsvFile.Row row : TsvFile.open(voices, file).rows()) {
      if (row.field(0).startsWith("{")) {
        names.put(row.field(0), row.field(1));
        continue;
      }
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

  /**
   * What speaks for a reading of the text from one place to another.
   *
   * @param form the class that it is of
   * @param sense how it counts or what it means; empty where that isn't open
   */
  public Found of(String form, String sense, String text, int start, int end) {
    List<Row> byForm = rows.getOrDefault(form, List.of());
    List<Row> bySense = sense.isEmpty() ? List.of() : rows.getOrDefault(sense, List.of());
    if (byForm.isEmpty() && bySense.isEmpty()) {
      return Found.NONE;
    }
    double weight = 0;
    var reasons = new ArrayList<String>();
    for (List<Row> some : List.of(byForm, bySense)) {
      for (Row row : some) {
        if (holds(row, text, start, end)) {
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

  private Pattern pattern(TsvFile.Row row, int field, String frame) {
    String written = row.field(field);
    for (Map.Entry<String, String> name : names.entrySet()) {
      written = written.replace(name.getKey(), "(?:" + name.getValue() + ")");
    }
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
