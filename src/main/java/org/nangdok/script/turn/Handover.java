package org.nangdok.script.turn;

import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.script.Speaker;

/**
 * How an English anchor hands over to a reporter whose label tells no function: {@code Economics
 * correspondent Hal Brandt has our story}, {@code Paul Brandt explains}.
 */
final class Handover {

  private static final String FUNCTION = "(?:correspondent|reporter|producer)s?,? ";
  private static final String STORY =
      "(?: reports| explains| takes a look| filed this| brings us (?:this|that|the)"
          + "| looks (?:at|back|into)"
          + "| has (?:our|the|this|that|a) (?:\\w+ )?(?:story|report|details|look|latest)\\b"
          + "| has more(?: on| from|\\.)|'s (?:report|story))";

  private Handover() {}

  /** Whether an anchor has handed over to a person before they speak first. */
  static boolean isTo(String name, List<Draft> turns, List<Draft> drafts) {
    if (turns.isEmpty() || !isLatin(name)) {
      return false;
    }
    boolean last = name.indexOf(' ') < 0;
    String quoted = (last ? "\\p{L}+ " : "") + Pattern.quote(name);
    var handed = Pattern.compile("(?i)(?:" + FUNCTION + quoted + "\\b|\\b" + quoted + STORY + ")");
    for (Draft draft : drafts) {
      if (draft == turns.getFirst()) {
        return false;
      }
      if (draft.speaker == Speaker.ANCHOR && handed.matcher(draft.text()).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLatin(String name) {
    return name.length() > 2
        && name.chars()
            .allMatch(c -> c < '\u0250' && (Character.isLetter(c) || " .'-".indexOf(c) >= 0));
  }
}
