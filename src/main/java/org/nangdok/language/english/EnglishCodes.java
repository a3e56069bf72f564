package org.nangdok.language.english;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Designations, initialisms and numbers that are dialled. */
final class EnglishCodes {

  private final EnglishWords words;

  private EnglishCodes(EnglishWords words) {
    this.words = words;
  }

  /** The classes, most special first. */
  static List<Form> forms(EnglishWords words) {
    var codes = new EnglishCodes(words);
    return List.of(
        Form.of(
            "telephone",
            "(?:\\+?1[-. ])?\\((\\d{3})\\) ?(\\d{3})[-. ](\\d{4})(?!\\d)",
            EnglishCodes::telephone),
        Form.of(
            "telephone",
            "(?:\\+?1[-. ])?(\\d{3})[-.](\\d{3})[-.](\\d{4})(?!\\d)",
            EnglishCodes::telephone),
        Form.of(
            "telephone",
            "\\+\\d{1,3}(?:[-. ]\\d{1,4}){2,4}+(?!\\d)",
            m -> EnglishNumbers.digitByDigit(m.group())),
        Form.of(
            "telephone",
            "\\d{1,3}[- ]\\d{3}[- ]\\d{3,4}(?:[- ]\\d{4})?(?!\\d)",
            m -> EnglishNumbers.digitByDigit(m.group())),
        Form.meaning(
            "telephone",
            "local number",
            "(?:\\d{3}-\\d{4}|\\d{3})(?![-\\d,.]?\\d)",
            -4,
            m -> EnglishNumbers.digitByDigit(m.group())),
        Form.meaning(
            "number",
            "number of a model",
            "(\\d{3,4})([A-Z])?(?![-\\d,.]?\\d|[A-Za-z])",
            -4,
            m ->
                EnglishNumbers.designation(m.group(1))
                    + (m.group(2) == null ? "" : " " + m.group(2))),
        Form.of(
            "version",
            "[vV](\\d{1,4}(?:\\.\\d{1,4}){1,3}+)(?![A-Za-z\\d])",
            m ->
                "version "
                    + Arrays.stream(m.group(1).split("\\."))
                        .map(EnglishNumbers::cardinal)
                        .collect(Collectors.joining(" point "))),
        Form.of("initialism", "(?:[A-Z]\\.){2,6}+", m -> letters(m.group())),
        Form.of(
            "initialism",
            "([A-Z]{1,5})&([A-Z]{1,3})(s|['’]s)?(?![A-Za-z])",
            m ->
                letters(m.group(1))
                    + " and "
                    + letters(m.group(2))
                    + (m.group(3) == null ? "" : "s")),
        Form.of(
            "code",
            "([A-Z]{1,8}|[A-Z][a-z]{1,2})-(\\d{1,4})([A-Z]{1,2}|[a-z]{1,3})?((?:-[A-Z0-9]{1,3})*)(?![A-Za-z\\d])",
            codes::designation),
        Form.of(
            "code", "([A-Z]{1,4})(\\d{1,4})([A-Z]\\d{0,2})?(?![A-Za-z\\d])", codes::designation),
        Form.of(
            "code",
            "(\\d{1,3}+)(?!\\.\\d)([A-Z&&[^KMBT]])(?:-(\\d{1,2}))?(?![A-Za-z\\d])",
            m ->
                EnglishNumbers.designation(m.group(1))
                    + " "
                    + m.group(2)
                    + (m.group(3) == null ? "" : " " + EnglishNumbers.cardinal(m.group(3)))),
        Form.of("initialism", "([A-Z]{2,8})(s|['’]s)?(?![A-Za-z])", codes::initialism),
        Form.of("initialism", "([A-Z][a-z][A-Z])(?![A-Za-z])", m -> letters(m.group(1))));
  }

  private static String telephone(MatchResult match) {
    String area = match.group(1);
    boolean free = area.equals("800");
    String first = match.group().startsWith("1") || match.group().startsWith("+1") ? "one " : "";
    return first
        + (free ? "eight hundred" : EnglishNumbers.digitByDigit(area))
        + " "
        + EnglishNumbers.digitByDigit(match.group(2))
        + " "
        + EnglishNumbers.digitByDigit(match.group(3));
  }

  private @Nullable String designation(MatchResult match) {
    String name = match.group(1);
    String spoken = name.matches("[A-Z][a-z]+") ? name : words.isWord(name) ? name : letters(name);
    String behind = match.group(3) == null ? "" : " " + characters(match.group(3));
    String rest = match.groupCount() < 4 ? "" : characters(match.group(4));
    return spoken
        + " "
        + EnglishNumbers.designation(match.group(2))
        + behind
        + (rest.isEmpty() ? "" : " " + rest);
  }

  /** Letters by their names, numbers as numbers. */
  private static String characters(String written) {
    var spoken = new StringBuilder();
    for (String part : written.split("-|(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])")) {
      if (!part.isEmpty()) {
        spoken
            .append(spoken.isEmpty() ? "" : " ")
            .append(
                Character.isDigit(part.charAt(0)) ? EnglishNumbers.cardinal(part) : letters(part));
      }
    }
    return spoken.toString();
  }

  /** Capitals that spell, each on its own. */
  static String letters(String written) {
    return String.join(" ", written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").split(""));
  }

  private String initialism(MatchResult match) {
    String capitals = match.group(1);
    String behind = match.group(2) == null ? "" : match.group(2).replace('’', '\'');
    return (words.isWord(capitals) ? capitals : letters(capitals)) + behind;
  }
}
