package org.nangdok.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporter's address or name that is glued to the end of a sentence.
 *
 * @param text the line without it
 * @param piece what was glued to it, verbatim
 */
record GluedEnd(String text, String piece) {

  private static final String MAIL = "[\\w.+-]{1,40}@[\\w-]{1,40}(?:\\.[\\w-]{2,20}){1,3}";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<text>.*?(?:[.!?…。]|[가-힣]다)[\"'”’」』)\\]]{0,3})(?<piece>\\s*[/|·=(\\[<〈▶☞-]{0,2}\\s*(?:(?:[가-힣]{1,8}[ =/]{1,2}){0,2}[가-힣]{2,4} ?(?:[가-힣]{0,4}(?:기자|특파원|PD|리포터|논설위원))? ?[/|·=(\\[<〈,]{0,2} ?|By [\\p{L} .'-]{3,40} ?[(,]? ?)?"
              + MAIL
              + "\\s*[)\\]>〉]?(?: ?[가-힣]{0,4}기자)?)");

  /** The end that is glued to a folded line, if one is. */
  static Optional<GluedEnd> of(String folded) {
    if (folded.indexOf('@') < 0 || folded.length() > 4_000) {
      return Optional.empty();
    }
    Matcher glued = ADDRESS.matcher(folded);
    return glued.matches()
        ? Optional.of(new GluedEnd(glued.group("text"), glued.group("piece").strip()))
        : Optional.empty();
  }
}
