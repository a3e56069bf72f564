package org.nangdok.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the line rules from the data files under {@code lines/}; a wrong line is named with its
 * file and number.
 */
final class LineRules {

  private static final Pattern PIECE = Pattern.compile("\\{([a-z]+)}");

  private static final Pattern HAS = Pattern.compile("^\\{has ([^}]+)}");

  private LineRules() {}

  /** One row of a data file: its columns and where it stands. */
  record Row(List<String> columns, String source) {

    IllegalStateException wrong(String why) {
      return new IllegalStateException(source + ": " + why);
    }
  }

  /** The rules of {@code furniture.tsv}, in order. */
  static List<LineRule> furniture() {
    Map<String, String> pieces = pieces();
    List<LineRule> rules = new ArrayList<>();
    for (Row row : rows("lines/furniture.tsv", 4)) {
      LineRule.Where where;
      try {
        where = LineRule.Where.valueOf(row.columns().get(1).toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw row.wrong("no such place: " + row.columns().get(1));
      }
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      rules.add(rule(row, row.columns().get(2), row.columns().get(3), where, pieces, flags));
    }
    return List.copyOf(rules);
  }

  /** The rules of {@code kept.tsv}, in order; their names are those of {@link Paragraph.Kind}. */
  static List<LineRule> kept() {
    Map<String, String> pieces = pieces();
    List<LineRule> rules = new ArrayList<>();
    for (Row row : rows("lines/kept.tsv", 3)) {
      rules.add(
          rule(
              row, row.columns().get(1), row.columns().get(2), LineRule.Where.ANYWHERE, pieces, 0));
    }
    return List.copyOf(rules);
  }

  /** The named pieces, each with the pieces inside it filled in. */
  static Map<String, String> pieces() {
    Map<String, String> pieces = new HashMap<>();
    for (Row row : rows("lines/pieces.tsv", 3)) {
      pieces.put(row.columns().get(0), fill(row, row.columns().get(1), pieces));
    }
    return pieces;
  }

  private static LineRule rule(
      Row row,
      String pattern,
      String example,
      LineRule.Where where,
      Map<String, String> pieces,
      int flags) {
    try {
      Matcher has = HAS.matcher(pattern);
      List<String> parts = has.lookingAt() ? List.of(has.group(1).split("\\|")) : List.of();
      String form = has.replaceFirst("");
      Pattern whole = Pattern.compile(fill(row, form, pieces), flags);
      return new LineRule(row.columns().get(0), where, parts, whole, example, row.source());
    } catch (PatternSyntaxException wrong) {
      throw row.wrong(wrong.getDescription());
    }
  }

  private static String fill(Row row, String pattern, Map<String, String> pieces) {
    Matcher matcher = PIECE.matcher(pattern);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String piece = pieces.get(matcher.group(1));
      if (piece == null) {
        throw row.wrong("no such piece: " + matcher.group());
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement("(?:" + piece + ")"));
    }
    return matcher.appendTail(filled).toString();
  }

  /** The rows of a data file of this package, without comments and empty lines. */
  static List<Row> rows(String file, int columns) {
    List<Row> rows = new ArrayList<>();
    try (InputStream bytes = LineRules.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The data file " + file + " is missing.");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        // "#<space>" opens a comment: a rule may itself start with a hash sign.
        if (line.isBlank() || line.startsWith("# ") || line.equals("#")) {
          continue;
        }
        Row row = new Row(List.of(line.split("\t", -1)), file + ":" + number);
        if (row.columns().size() != columns) {
          throw row.wrong("needs " + columns + " columns, has " + row.columns().size());
        }
        rows.add(row);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return rows;
  }
}
