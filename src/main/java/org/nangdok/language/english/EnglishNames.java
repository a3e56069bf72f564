package org.nangdok.language.english;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Hashtags, and Roman numerals of kings, wars and articles. */
final class EnglishNames {

  private static final String NUMERAL = "([IVXL]{1,6})(?![A-Za-z0-9&.'’-])";
  private static final String RULERS =
      "Charles|Elizabeth|George|Henry|Edward|William|James|Louis|Philip|Napoleon|Paul|Leo|Pius"
          + "|Benedict|Francis|Frederick|Nicholas|Alexander|Catherine|Mary|Richard|John|Felipe"
          + "|Harald|Carl|Juan|Peter|Ivan|Christian|Willem|Abdullah|Mohammed|Mehmed|Ramses";
  private static final String TITLES = "King|Queen|Pope|Emperor|Empress|Tsar|Czar|Sultan|Prince";
  private static final String NUMBERED =
      "Articles?|Titles?|Chapters?|Phases?|Parts?|Sections?|Acts?|Volumes?|Books?|Types?|Stages?|War"
          + "|Bowl|Levels?|Grades?|Schedules?|Categor(?:y|ies)|Class|Tier|Appendix|Amendment|Group"
          + "|Annex|Scene|Episode|Division|Region|Zone|Corps|Olympiad|Mark|Model|Factor|Vatican";
  private static final int[] VALUES = {1, 5, 10, 50};

  private EnglishNames() {}

  /** The classes, most special first. */
  static List<Form> forms() {
    return List.of(
        Form.of("hashtag", "#([A-Za-z][A-Za-z0-9]++)", EnglishNames::hashtag),
        Form.of(
            "Roman numeral",
            "(?<=\\b(?:" + RULERS + "|(?:" + TITLES + ") [A-Z][a-z]{1,15}) )" + NUMERAL,
            match -> roman(match, true)),
        Form.of(
            "Roman numeral",
            "(?<=\\b(?:" + NUMBERED + ") )" + NUMERAL,
            match -> roman(match, false)),
        Form.of(
            "Roman numeral", "(?<=[a-z] )(?!I(?![VX]))" + NUMERAL, match -> roman(match, false)));
  }

  /** The words of a hashtag begin with capitals. */
  private static String hashtag(MatchResult match) {
    var spoken = new StringBuilder("hashtag");
    for (String part :
        match.group(1).split("(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])")) {
      boolean number = Character.isDigit(part.charAt(0));
      spoken.append(' ').append(number ? EnglishNumbers.cardinal(part) : part);
    }
    return spoken.toString();
  }

  private static @Nullable String roman(MatchResult match, boolean ruler) {
    String value = value(match.group(1));
    if (value == null) {
      return null;
    }
    return ruler ? "the " + EnglishNumbers.ordinal(value) : EnglishNumbers.cardinal(value);
  }

  private static @Nullable String value(String numeral) {
    if (!numeral.matches("(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})") || numeral.matches("X|L|XL")) {
      return numeral.equals("X") ? "10" : null;
    }
    int value = 0;
    for (int i = 0; i < numeral.length(); i++) {
      int one = VALUES["IVXL".indexOf(numeral.charAt(i))];
      boolean before =
          i + 1 < numeral.length() && VALUES["IVXL".indexOf(numeral.charAt(i + 1))] > one;
      value += before ? -one : one;
    }
    return String.valueOf(value);
  }
}
