package org.nangdok.article;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reporter's name inside a printed byline, a dateline or a sign-off. */
final class Byline {

  private static final String JOB = "[가-힣]{0,4}(?:기자|특파원|앵커|논설위원|PD)";

  private static final Pattern ADDRESS =
      Pattern.compile("[(\\[<〈]? ?[\\w.+-]{1,40}@[\\w.-]{2,60} ?[)\\]>〉]?");
  private static final Pattern KOREAN =
      Pattern.compile("([가-힣]{2,4}) ?(?:\\([^)]{0,30}\\) ?)?(?:" + JOB + ")");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:(?:(?:Written|Reported|Posted|Story|Words) by|By|Von|Por|Par|Author)[: ]+|(?:작성자|글쓴이|기자명|등록자|글)[ :：]+)(.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REST =
      Pattern.compile(
          "\\s*(?:[|•·]| - | – |\\d{1,2} \\w+ \\d{4}|, [A-Z][a-z]+ (?:Writer|Editor|Reporter|Correspondent)).*");

  private static final Pattern EAST_ASIAN =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  private static final Pattern EAST_ASIAN_NAME =
      Pattern.compile("\\p{IsHan}{2,4}(?:[ 　]\\p{IsHan}{1,3})?|[\\p{IsKatakana}ー・=＝]{3,24}");

  /** A name in brackets before the first sentence, or between a dateline and an equals sign. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?:[\\[(【<][^\\])】>]{0,20}?[ =/]?(?<inside>[가-힣]{2,4}) ?(?:기자|특파원) ?[\\])】>]"
              + "|[\\[(【<][^\\])】>]{2,30}[\\])】>] ?(?<after>[가-힣]{2,4}) ?(?:기자|특파원) ?=).*");

  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "(?:"
              + Objects.requireNonNull(LineRules.pieces().get("outlet"))
              + ")(?: ?뉴스)? ([가-힣]{2,4})입니다\\.?");

  private static final int LAST_LINES = 4;

  private Byline() {}

  /** The name, without e-mail address, title or outlet; empty if the line holds none. */
  static String nameIn(String printed) {
    String line = LineText.fold(ADDRESS.matcher(printed).replaceAll(" "));
    Matcher korean = KOREAN.matcher(line);
    if (korean.find()) {
      return korean.group(1);
    }
    Matcher lead = LEAD.matcher(line);
    if (lead.matches()) {
      line = lead.group(1);
    }
    line = REST.matcher(line).replaceFirst("").strip();
    line = line.replaceAll("^[\\p{P}\\p{S} ]+|[\\p{P}\\p{S} ]+$", "");
    if (EAST_ASIAN.matcher(line).find()) {
      return EAST_ASIAN_NAME.matcher(line).matches() ? line : "";
    }
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

  /** The name that the text itself has, in its dateline or its sign-off; empty if it has none. */
  static String inText(List<String> paragraphs) {
    Stream<String> datelines =
        paragraphs.stream()
            .limit(2)
            .map(DATELINE::matcher)
            .filter(Matcher::matches)
            .map(Byline::name);
    Stream<String> signOffs =
        paragraphs.stream()
            .skip(Math.max(0, paragraphs.size() - LAST_LINES))
            .map(SIGN_OFF::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1));
    return Stream.concat(datelines, signOffs).findFirst().orElse("");
  }

  private static String name(Matcher dateline) {
    String inside = dateline.group("inside");
    return inside == null ? dateline.group("after") : inside;
  }
}
