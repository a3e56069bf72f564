package org.nangdok.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reporter's name inside a printed byline. */
final class Byline {

  private static final Pattern ADDRESS =
      Pattern.compile("[(\\[<〈]? ?[\\w.+-]{1,40}@[\\w.-]{2,60} ?[)\\]>〉]?");
  private static final Pattern KOREAN =
      Pattern.compile("([가-힣]{2,4}) ?(?:\\([^)]{0,30}\\) ?)?(?:[가-힣]{0,4}(?:기자|특파원|앵커|논설위원|PD))");
  private static final Pattern LATIN_LEAD =
      Pattern.compile(
          "(?:(?:Written|Reported|Posted|Story|Words) by|By|Von|Por|Par|Author)[: ]+(.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REST =
      Pattern.compile(
          "\\s*(?:[|•·]| - | – |\\d{1,2} \\w+ \\d{4}|, [A-Z][a-z]+ (?:Writer|Editor|Reporter|Correspondent)).*");

  private Byline() {}

  /** The name, without e-mail address, title or outlet; empty if the line holds none. */
  static String nameIn(String printed) {
    String line = LineText.fold(ADDRESS.matcher(printed).replaceAll(" "));
    Matcher korean = KOREAN.matcher(line);
    if (korean.find()) {
      return korean.group(1);
    }
    Matcher latin = LATIN_LEAD.matcher(line);
    if (latin.matches()) {
      line = latin.group(1);
    }
    line = REST.matcher(line).replaceFirst("").strip();
    line = line.replaceAll("^[\\p{P}\\p{S} ]+|[\\p{P}\\p{S} ]+$", "");
    String[] words = line.split(" ");
    String last = words[words.length - 1];
    if (last.matches("[가-힣]{2,4}")) {
      return last;
    }
    return line.codePoints().anyMatch(Character::isLetter)
            && line.length() <= 60
            && !LineText.endsSentence(line)
            && LineText.weight(line) <= 64
        ? line
        : "";
  }
}
