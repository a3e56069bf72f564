package org.nangdok.language.english;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Dates, times, years and decades. */
final class EnglishCalendar {

  private static final String MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";
  private static final String YEAR = "(1[1-9]\\d\\d|20\\d\\d)";
  private static final String HALF = "(?:\\s?([ap])\\.?m\\b\\.?|\\s?([AP])\\.?M\\b\\.?)";

  private EnglishCalendar() {}

  /** The classes, most special first. */
  static List<Form> forms() {
    return List.of(
        Form.of("date", "(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)", EnglishCalendar::isoDate),
        Form.of(
            "date",
            "(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d\\d)(?![\\d/])",
            m -> numbered(m.group(1), m.group(2), m.group(3))),
        Form.meaning(
            "date",
            "month and day",
            "(\\d{1,2})/(\\d{1,2})(?![\\d/])",
            -3,
            m -> numbered(m.group(1), m.group(2), "")),
        Form.of(
            "date",
            MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\d:])",
            EnglishCalendar::monthDay),
        Form.of(
            "date",
            MONTHS + " (\\d{1,2})\\s?[–-]\\s?(\\d{1,2})(?:,? (\\d{4}))?(?![\\d:])",
            EnglishCalendar::monthDays),
        Form.of(
            "date",
            "(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + "(?:,? (\\d{4}))?(?!\\d)",
            EnglishCalendar::dayMonth),
        Form.of(
            "time",
            "(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.(\\d++))?(?!\\d)",
            EnglishCalendar::duration),
        Form.of("time", "(\\d{1,2}):(\\d\\d)" + HALF + "?(?![:\\d])", EnglishCalendar::time),
        Form.of("time", "(\\d{1,2})" + HALF, EnglishCalendar::hour),
        Form.of(
            "time",
            "(\\d{1,2})(?::(\\d\\d))?" + HALF + "?\\s?[–-]\\s?(?=\\d{1,2}(?::\\d\\d)?" + HALF + ")",
            m -> time(m) + " to"),
        Form.of("decade", "['’]?((?:1[89]|20)?\\d0)['’]?s\\b", EnglishCalendar::decade),
        Form.of(
            "range",
            YEAR + "\\s?[–-]\\s?" + YEAR + "(?![\\d,.]?\\d)",
            m -> EnglishNumbers.year(m.group(1)) + " to " + EnglishNumbers.year(m.group(2))),
        Form.of(
            "range",
            YEAR + "[–-](\\d\\d)(?![\\d,.]?\\d)",
            m -> EnglishNumbers.year(m.group(1)) + " to " + EnglishNumbers.cardinal(m.group(2))),
        Form.of("year", YEAR + "(?![\\d,.]?\\d)", m -> EnglishNumbers.year(m.group(1))));
  }

  private static @Nullable String isoDate(MatchResult match) {
    return numbered(match.group(2), match.group(3), match.group(1));
  }

  private static @Nullable String numbered(String month, String day, String year) {
    int number = Integer.parseInt(month);
    int inMonth = Integer.parseInt(day);
    if (number < 1 || number > 12 || inMonth < 1 || inMonth > 31) {
      return null;
    }
    String full = year.length() == 2 ? "20" + year : year;
    return month(number)
        + " "
        + EnglishNumbers.ordinal(day)
        + (full.isEmpty() ? "" : " " + EnglishNumbers.year(full));
  }

  private static String monthDay(MatchResult match) {
    return month(match.group(1))
        + " "
        + EnglishNumbers.ordinal(match.group(2))
        + year(match.group(3));
  }

  private static String monthDays(MatchResult match) {
    return month(match.group(1))
        + " "
        + EnglishNumbers.ordinal(match.group(2))
        + " to "
        + EnglishNumbers.ordinal(match.group(3))
        + year(match.group(4));
  }

  private static String dayMonth(MatchResult match) {
    return month(match.group(2))
        + " "
        + EnglishNumbers.ordinal(match.group(1))
        + year(match.group(3));
  }

  private static String year(@Nullable String digits) {
    return digits == null ? "" : " " + EnglishNumbers.year(digits);
  }

  private static @Nullable String time(MatchResult match) {
    String half = half(match.group(3), match.group(4));
    String minutes = match.group(2);
    if (minutes == null) {
      return EnglishNumbers.cardinal(match.group(1)) + half;
    }
    if (Integer.parseInt(minutes) > 59) {
      return null;
    }
    String spoken =
        minutes.equals("00")
            ? half.isEmpty() ? " o'clock" : ""
            : (minutes.startsWith("0") ? " oh " : " ") + EnglishNumbers.cardinal(minutes);
    return EnglishNumbers.cardinal(match.group(1)) + spoken + half;
  }

  private static String hour(MatchResult match) {
    return EnglishNumbers.cardinal(match.group(1)) + half(match.group(2), match.group(3));
  }

  private static String half(@Nullable String small, @Nullable String capital) {
    String letter = small == null ? capital : small;
    return letter == null ? "" : " " + letter.toUpperCase(Locale.ROOT) + " M";
  }

  private static String duration(MatchResult match) {
    String hours = EnglishNumbers.cardinal(match.group(1));
    String part = match.group(4) == null ? "" : "." + match.group(4);
    return hours
        + (hours.equals("one") ? " hour " : " hours ")
        + EnglishNumbers.cardinal(match.group(2))
        + " minutes and "
        + EnglishNumbers.decimal(match.group(3) + part)
        + " seconds";
  }

  private static String decade(MatchResult match) {
    String digits = match.group(1);
    String words =
        digits.length() == 4 ? EnglishNumbers.year(digits) : EnglishNumbers.cardinal(digits);
    return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
  }

  private static String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String month(String name) {
    for (int month = 1; month <= 12; month++) {
      if (month(month).startsWith(name.substring(0, 3))) {
        return month(month);
      }
    }
    return name;
  }
}
