package org.nangdok.script.turn;

import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.script.Speaker;
import org.nangdok.script.convention.Phrase;

/**
 * How an English anchor hands over to a reporter whose label tells no function: {@code Economics
 * correspondent Hal Brandt has our story}, {@code Paul Brandt explains}.
 */
final class Handover {

  private Handover() {}

  /** Whether an anchor has handed over to a person before they speak first. */
  static boolean isTo(String name, List<Draft> turns, List<Draft> drafts) {
    if (turns.isEmpty() || !isLatin(name)) {
      return false;
    }
    boolean last = name.indexOf(' ') < 0;
    String quoted = (last ? "\\p{L}+ " : "\\b") + Pattern.quote(name) + "\\b";
    Pattern named = Pattern.compile(quoted, Pattern.CASE_INSENSITIVE);
    for (Draft draft : drafts) {
      if (draft == turns.getFirst()) {
        return false;
      }
      if (draft.speaker == Speaker.ANCHOR && isHandedOver(named, draft.text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a function stands before a name, or what is to come behind it. */
  private static boolean isHandedOver(Pattern named, String text) {
    return named
        .matcher(text)
        .results()
        .anyMatch(
            name ->
                Phrase.FUNCTION_BEFORE.in(text.substring(0, name.start()))
                    || Phrase.STORY_BEHIND.in(text.substring(name.end())));
  }

  private static boolean isLatin(String name) {
    return name.length() > 2
        && name.chars()
            .allMatch(c -> c < '\u0250' && (Character.isLetter(c) || " .'-".indexOf(c) >= 0));
  }
}
