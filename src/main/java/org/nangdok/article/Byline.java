package org.nangdok.article;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reporters' names inside a printed byline, a dateline or a sign-off. */
final class Byline {

  private static final String JOB = "[가-힣]{0,4}(?:기자|특파원|앵커|논설위원|PD)";

  private static final Pattern ADDRESS =
      Pattern.compile("[(\\[<〈]? ?[\\w.+-]{1,40}@[\\w.-]{2,60} ?[)\\]>〉]?");
  private static final Pattern KOREAN =
      Pattern.compile("([가-힣]{2,4}) ?(?:\\([^)]{0,30}\\) ?)?(?:" + JOB + ")");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:(?:Written|Reported|Posted|Story|Words|Reporting|Text|Analysis|Review|Edited) by|By|Von|Por|Par|Di|Door|Av|Af|Od|Autor(?:in|en)?|Authors?|Text|作者|文|記者)[: ：]+(.+)"
              + "|(?:작성자|글쓴이|기자명|등록자|글)[ :：]+(.+)",
          Pattern.CASE_INSENSITIVE);

  /** What follows the names: dates, times, and what stands behind a bar or a dash. */
  private static final Pattern REST =
      Pattern.compile(
          "\\s*(?:[|•·]| - | – | — |,? ?(?:(?:First )?(?:Published|Updated|Posted|Last (?:updated|modified))|Veröffentlicht|Aktualisiert|Publié|Publicado|on)\\b.{0,30}\\d"
              + "|,? ?\\d{1,2}[:.h]\\d{2}|,? ?\\d{1,2}\\.? \\p{L}+\\.? \\d{4}|,? ?\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}, \\d{4}|,? ?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}).*");

  private static final Pattern BETWEEN =
      Pattern.compile(", (?:and|und|y|et|e) | (?:and|und|y|et|e|och|og|en|&) |[,;/、]\\s*|\\s·\\s");

  /** A word of a role, which no name is. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?iu)(?:.* )?(?:staff|writer|editor|reporter|correspondent|contributor|journalist|columnist|producer|author|desk|news|team|bureau|agency|chief|director|professor|redakteur(?:in)?|korrespondent(?:in)?|redaktion|journaliste|redacci[oó]n|r[eé]daction|redazione|online|digital)(?: .*)?");

  private static final Pattern PLACE =
      Pattern.compile(" (?:in|for|of|at|from|aus|für|à|para|pour) .*");

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}(?: (?:de|da|di|van|von|der|den|la|le|al|el|bin|ibn|ter|dos|du|zu))*(?: \\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}){1,3}");

  private static final int MOST_NAMES = 6;

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

  /** The names of all authors, joined by commas; as {@link #nameIn} if none looks like one. */
  static String namesIn(String printed) {
    String line = LineText.fold(ADDRESS.matcher(printed).replaceAll(" ")).strip();
    List<String> korean =
        KOREAN.matcher(line).results().map(found -> found.group(1)).distinct().toList();
    if (!korean.isEmpty()) {
      return joined(korean);
    }
    List<String> names =
        Arrays.stream(BETWEEN.split(withoutFrame(line)))
            .map(part -> PLACE.matcher(withoutFrame(part.strip())).replaceFirst(""))
            .map(part -> part.replaceAll("^[\\p{P}\\p{S} ]+|[\\p{P}\\p{S}&&[^.]]+$", ""))
            .filter(part -> NAME.matcher(part).matches() && !ROLE.matcher(part).matches())
            .distinct()
            .toList();
    return names.isEmpty() ? nameIn(printed) : joined(names);
  }

  private static String joined(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
  }

  /** A line without the word before the names and what follows them. */
  private static String withoutFrame(String line) {
    Matcher lead = LEAD.matcher(line);
    String rest = line;
    if (lead.matches()) {
      rest = lead.group(1) == null ? lead.group(2) : lead.group(1);
    }
    return REST.matcher(rest).replaceFirst("").strip();
  }

  /** The name, without e-mail address, title or outlet; empty if the line holds none. */
  static String nameIn(String printed) {
    String line = LineText.fold(ADDRESS.matcher(printed).replaceAll(" ")).strip();
    Matcher korean = KOREAN.matcher(line);
    if (korean.find()) {
      return korean.group(1);
    }
    line = withoutFrame(line);
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
