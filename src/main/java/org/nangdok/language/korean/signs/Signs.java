package org.nangdok.language.korean.signs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;
import org.nangdok.language.lexicon.WordGroups;

/** Arrows, comparisons, currencies behind sums, Greek letters and the like ({@code signs.tsv}). */
final class Signs implements Speller {

  /** What a number may be followed by and still be one thing that is counted. */
  private static final String COUNTED =
      "세|살|명|개월|개|건|원|달러|유로|엔|위안|점|위|도|회|번|배|년|월|일|시간|시|분|초|주|가지|곳|대|채|권|장|마리|"
          + "포인트|퍼센트|킬로미터|킬로그램|킬로|미터|센티미터|그램|톤|평|층|석|표|단계|계단";

  private static final int NEAR = 12;

  private final Map<Character, List<Sign>> byFirst = new HashMap<>();
  private final Pattern number;
  private final UnitPlaces units;

  /** What rises and falls every day. */
  private final Pattern quoted;

  /** What says which way it went: a sign before it adds nothing. */
  private final Pattern said;

  /** Where a sign has its reading. */
  private enum Place {
    /** Behind a number, read there. */
    AFTER,
    /** Before a number, read in front of it. */
    BEFORE,
    /** Before a number, read behind it. */
    MOVED,
    /** The same, unless it marks an item of a list. */
    CHANGE,
    /** Between two things. */
    BETWEEN,
    ALONE
  }

  private record Sign(String written, Place place, String reading) {}

  Signs(VoicesFolder voices, UnitPlaces units) {
    WordGroups groups = WordGroups.open(voices, "lexicon/ko/groups.tsv");
    quoted = Pattern.compile(groups.anyOf("quoted-daily") + "[가-힣]{0,2}\\s?$");
    said = Pattern.compile("[가-힣]{0,4}\\s?" + groups.anyOf("rise-or-fall"));
    this.units = units;
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/signs.tsv").rows()) {
      Place place = place(row);
      for (String written : row.field(0).split(" ")) {
        byFirst
            .computeIfAbsent(written.charAt(0), c -> new ArrayList<>())
            .add(new Sign(written, place, row.field(2)));
      }
    }
    // the longest sign first; of one sign the rows in order
    byFirst.values().forEach(s -> s.sort(Comparator.comparing(one -> -one.written().length())));
    String symbols =
        units.symbols().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    number =
        Pattern.compile(
            "[-+]?\\d+(?:[,.]\\d+)*+(?:[조억만천백십]+\\d*)*+(?:여?(?:"
                + COUNTED
                + ")| ?(?:"
                + symbols
                + ")(?![A-Za-z]))?");
  }

  private static Place place(TsvFile.Row row) {
    return switch (row.field(1)) {
      case "after" -> Place.AFTER;
      case "before" -> Place.BEFORE;
      case "moved" -> Place.MOVED;
      case "change" -> Place.CHANGE;
      case "between" -> Place.BETWEEN;
      case "alone" -> Place.ALONE;
      default -> throw row.wrong("Field 2 is after, before, moved, change, between or alone.");
    };
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    List<Sign> signs = byFirst.getOrDefault(text.charAt(at), List.of());
    if (signs.isEmpty() || units.isUnit(text, at)) {
      return null;
    }
    for (Sign sign : signs) {
      if (text.startsWith(sign.written(), at)) {
        Respelled.Change change = read(sign, text, at);
        if (change != null) {
          return change;
        }
      }
    }
    return null;
  }

  private Respelled.@Nullable Change read(Sign sign, String text, int at) {
    int end = at + sign.written().length();
    while (end < text.length() && text.charAt(end) == '\uFE0F') {
      end++;
    }
    return switch (sign.place()) {
      case AFTER -> isAfterNumber(text, at, end) ? spaced(text, at, end, sign.reading()) : null;
      case BEFORE -> isDigit(text, skip(text, end)) ? spaced(text, at, end, sign.reading()) : null;
      case MOVED -> moved(text, at, skip(text, end), sign);
      case CHANGE -> isChange(text, at, end) ? moved(text, at, skip(text, end), sign) : null;
      case BETWEEN -> isBetween(text, at, end) ? spaced(text, at, end, sign.reading()) : null;
      case ALONE -> isElsewhere(text, at, end) ? null : spaced(text, at, end, sign.reading());
    };
  }

  /** A Greek letter of a word, or a currency before a sum, which are read by others. */
  private static boolean isElsewhere(String text, int at, int end) {
    char c = text.charAt(at);
    boolean money = Character.getType(c) == Character.CURRENCY_SYMBOL && isDigit(text, end);
    return money || isGreek(c) && (isGreek(text, at - 1) || isGreek(text, end));
  }

  private static boolean isGreek(String text, int at) {
    return at >= 0 && at < text.length() && isGreek(text.charAt(at));
  }

  private static boolean isGreek(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK && Character.isLetter(c);
  }

  private Respelled.@Nullable Change moved(String text, int at, int from, Sign sign) {
    if ("<>".indexOf(text.charAt(at)) >= 0 && !isComparison(text, at)) {
      return null;
    }
    Matcher found = number.matcher(text).region(from, Math.min(text.length(), from + 60));
    if (!found.lookingAt()) {
      return null;
    }
    String written = glued(text, at) + found.group();
    int behind = skip(text, found.end());
    boolean known =
        sign.place() == Place.CHANGE
            && said.matcher(text).region(behind, text.length()).lookingAt();
    if (known || text.startsWith(sign.reading(), behind)) {
      return new Respelled.Change("sign", at, found.end(), written); // said in words too
    }
    return new Respelled.Change(
        "sign", at, found.end(), written + " " + sign.reading() + follows(text, found.end()));
  }

  /**
   * Whether an angle is neither a bracket nor a step of a path: it stands close before a number.
   */
  private static boolean isComparison(String text, int at) {
    boolean bracket =
        text.charAt(at) == '<' ? text.indexOf('>', at) > 0 : text.lastIndexOf('<', at) >= 0;
    return !bracket && at > 0 && " (".indexOf(text.charAt(at - 1)) >= 0 && isDigit(text, at + 1);
  }

  /** A sign's reading as a word of its own; a particle behind it stays with it. */
  private static Respelled.Change spaced(String text, int at, int end, String reading) {
    if (text.startsWith(reading, skip(text, end))) {
      int said = skip(text, end) + reading.length();
      return new Respelled.Change("sign", at, said, glued(text, at) + reading);
    }
    boolean particle = reading.startsWith("-");
    String spoken = particle ? reading.substring(1) : glued(text, at) + reading;
    return new Respelled.Change("sign", at, end, spoken + follows(text, end));
  }

  private static String glued(String text, int at) {
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) || isCloser(text, at - 1)
        ? " "
        : "";
  }

  private static boolean isCloser(String text, int at) {
    return at >= 0 && "%)]℃".indexOf(text.charAt(at)) >= 0;
  }

  private static String follows(String text, int end) {
    boolean more = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    boolean particle = more && text.charAt(end) >= '가' && text.charAt(end) <= '힣';
    return more && !particle ? " " : "";
  }

  private static boolean isAfterNumber(String text, int at, int end) {
    int last = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    return last >= 0
        && !isDigit(text, end)
        && (isDigit(text, last) || "%p".indexOf(text.charAt(last)) >= 0 || hasDigit(text, last));
  }

  private static boolean hasDigit(String text, int last) {
    int at = last;
    while (at >= 0 && "조억만천백원건명점%p".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return isDigit(text, at);
  }

  /** A sign of a list has a space or nothing before it; one of change stands at a figure. */
  private boolean isChange(String text, int at, int end) {
    if (!isDigit(text, end)) {
      return isDigit(text, skip(text, end)) && isQuoted(text, at);
    }
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    int last = before == ' ' ? at - 2 : at - 1;
    boolean figure = last >= 0 && (isDigit(text, last) || "%p".indexOf(text.charAt(last)) >= 0);
    return before == '(' || Character.isLetterOrDigit(before) || figure || isQuoted(text, at);
  }

  /** Whether something that rises and falls every day is named just before. */
  private boolean isQuoted(String text, int at) {
    return quoted.matcher(text.substring(Math.max(0, at - NEAR), at)).find();
  }

  private static boolean isBetween(String text, int at, int end) {
    int left = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    int right = skip(text, end);
    if (end == at + 1 && "<>".indexOf(text.charAt(at)) >= 0) {
      return isSimple(text, left) && isSimple(text, right);
    }
    return left >= 0
        && right < text.length()
        && (Character.isLetterOrDigit(text.charAt(left)) || isCloser(text, left))
        && (Character.isLetterOrDigit(text.charAt(right))
            || "($€£¥₩+-√".indexOf(text.charAt(right)) >= 0);
  }

  private static boolean isSimple(String text, int at) {
    return isDigit(text, at)
        || at >= 0
            && at < text.length()
            && text.charAt(at) < 0x80
            && Character.isLetter(text.charAt(at))
            && !isLatin(text, at - 1)
            && !isLatin(text, at + 1);
  }

  private static boolean isLatin(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) < 0x80
        && Character.isLetter(text.charAt(at));
  }

  private static int skip(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
