package org.nangdok.language.english;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.english.EnglishForms.Form;

/** Names that aren't plain words: hashtags, numbers of kings and wars, {@code COVID-19}, PhD. */
final class EnglishNames {

  private static final Map<String, Integer> ROMAN =
      Map.ofEntries(
          Map.entry("II", 2),
          Map.entry("III", 3),
          Map.entry("IV", 4),
          Map.entry("VI", 6),
          Map.entry("VII", 7),
          Map.entry("VIII", 8),
          Map.entry("IX", 9),
          Map.entry("XI", 11),
          Map.entry("XII", 12),
          Map.entry("XIII", 13),
          Map.entry("XIV", 14),
          Map.entry("XVI", 16));
  private static final String NUMERAL = "([IVX]{2,4})(?![A-Za-z0-9&-])";
  private static final String RULERS =
      "Charles|Elizabeth|George|Henry|Edward|William|James|Louis|Philip|Napoleon|Paul|Leo|Pius"
          + "|Benedict|Francis|Frederick|Nicholas|Alexander|Catherine|Mary|Richard|John";

  private EnglishNames() {}

  /** The classes, most special first. */
  static List<Form> forms(EnglishWords words) {
    return List.of(
        new Form("hashtag", Pattern.compile("#([A-Za-z][A-Za-z0-9]++)"), EnglishNames::hashtag),
        new Form(
            "Roman numeral",
            Pattern.compile("(?<=\\b(?:" + RULERS + ") )" + NUMERAL),
            match -> roman(match, true)),
        new Form(
            "Roman numeral",
            Pattern.compile("(?<=[a-z] )" + NUMERAL),
            match -> roman(match, false)),
        new Form(
            "code",
            Pattern.compile("([A-Z]{5,8})-(\\d{1,3})(?![A-Za-z\\d])"),
            match ->
                words.initialism(match.group(1)) + " " + EnglishNumbers.cardinal(match.group(2))),
        new Form(
            "initialism",
            Pattern.compile("([A-Z][a-z][A-Z])(?![A-Za-z])"),
            match -> EnglishWords.spell(match.group(1))));
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
    Integer value = ROMAN.get(match.group(1));
    if (value == null) {
      return null;
    }
    return ruler
        ? "the " + EnglishNumbers.ordinal(value.toString())
        : EnglishNumbers.cardinal(value.toString());
  }
}
