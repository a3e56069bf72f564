package org.nangdok.article.html;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as pages print them: ISO 8601, RFC 1123, and Korean and English dates. */
public final class Times {

  private static final Pattern NUMBERS =
      Pattern.compile(
          "((?:19|20)\\d{2})\\s?[.년年/-]?\\s?(\\d{1,2})\\s?[.월月/-]?\\s?(\\d{1,2})\\s?[.일日]?(?:\\s?\\(?[월화수목금토일]?\\)?)[T\\s(]*(?:(오전|오후|AM|PM|am|pm)\\s?)?(?:(\\d{1,2}):?(\\d{2})(?::?(\\d{2}))?)?(?:\\.\\d+)?\\s?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final List<DateTimeFormatter> ENGLISH =
      List.of(
          DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH));
  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Times() {}

  /**
   * @param language of the article; Korean, Japanese and Chinese pages print their own country's
   *     time, others without a zone are taken as UTC
   */
  public static Optional<OffsetDateTime> read(String printed, String language) {
    String text = printed.strip();
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException other) {
      // the next form
    }
    try {
      return Optional.of(OffsetDateTime.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException other) {
      // the next form
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.find()) {
      return numbers(numbers, zone(language));
    }
    for (DateTimeFormatter form : ENGLISH) {
      Matcher date =
          Pattern.compile("(?:[A-Z][a-z]{2,8} \\d{1,2}, \\d{4}|\\d{1,2} [A-Z][a-z]{2,8} \\d{4})")
              .matcher(text);
      if (date.find()) {
        try {
          return Optional.of(
              LocalDate.parse(date.group(), form).atStartOfDay(zone(language)).toOffsetDateTime());
        } catch (DateTimeParseException other) {
          // the next form
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<OffsetDateTime> numbers(Matcher found, ZoneId zone) {
    try {
      LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
      int hour = found.group(5) == null ? 0 : number(found, 5);
      String half = found.group(4) == null ? "" : found.group(4).toLowerCase(Locale.ROOT);
      if ((half.equals("오후") || half.equals("pm")) && hour < 12) {
        hour += 12;
      }
      LocalTime time =
          LocalTime.of(
              hour,
              found.group(6) == null ? 0 : number(found, 6),
              found.group(7) == null ? 0 : number(found, 7));
      LocalDateTime local = day.atTime(time);
      return Optional.of(
          found.group(8) == null
              ? local.atZone(zone).toOffsetDateTime()
              : local.atOffset(ZoneOffset.of(found.group(8))));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static ZoneId zone(String language) {
    return switch (language) {
      case "ko" -> KOREA;
      case "ja" -> JAPAN;
      case "zh" -> CHINA;
      default -> ZoneOffset.UTC;
    };
  }
}
