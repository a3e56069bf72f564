package org.nangdok.language;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Cuts sentences that are too long to be spoken at once, where a reader would take a breath: behind
 * a mark of punctuation, else between words, else within a run that has no break at all.
 */
public final class LongSentences {

  /** UTF-16 units as written that no part is longer than. */
  public static final int MOST_WRITTEN = 600;

  /** UTF-16 units as spoken; only what is longer as written than {@link #SHORT} is looked at. */
  public static final int MOST_SPOKEN = 1_200;

  /** So few can't grow beyond what an engine takes. */
  private static final int SHORT = 100;

  private static final String PAUSES = ",;:)]}、，；：…—–·」』”’";

  private LongSentences() {}

  /** The sentences of a text in a language, none of them too long. */
  public static List<TextRange> of(Language language, String text) {
    List<TextRange> parts = new ArrayList<>();
    for (TextRange sentence : language.sentences(text)) {
      Deque<TextRange> open = new ArrayDeque<>(List.of(sentence));
      while (!open.isEmpty()) {
        TextRange part = open.pop();
        if (fits(language, text, part)) {
          parts.add(part);
        } else {
          List<TextRange> halves = cut(text, part);
          open.push(halves.getLast());
          open.push(halves.getFirst());
        }
      }
    }
    return parts;
  }

  private static boolean fits(Language language, String text, TextRange part) {
    int length = part.end() - part.start();
    if (length > MOST_WRITTEN) {
      return false;
    }
    return length <= SHORT
        || language.read(part.of(text)).words().stream()
                .mapToInt(word -> word.spoken().length() + 1)
                .sum()
            <= MOST_SPOKEN;
  }

  /** Two parts, the first as long as is allowed or half of it; white space between is left out. */
  private static List<TextRange> cut(String text, TextRange part) {
    int length = part.end() - part.start();
    int most = length > MOST_WRITTEN ? MOST_WRITTEN : length / 2 + 1;
    int at = place(text, part.start() + most / 2, part.start() + most);
    int end = at;
    while (end > part.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int next = at;
    while (next < part.end() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return List.of(new TextRange(part.start(), end), new TextRange(next, part.end()));
  }

  private static int place(String text, int from, int to) {
    int space = -1;
    for (int i = to; i > from; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        if (i >= 2 && PAUSES.indexOf(text.charAt(i - 2)) >= 0) {
          return i;
        }
        space = Math.max(space, i);
      }
    }
    return space > 0 ? space : withinRun(text, from, to);
  }

  /** Between two characters as people see them. */
  private static int withinRun(String text, int from, int to) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    int begin = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    String window = text.substring(begin, Math.min(text.length(), to + 1));
    characters.setText(window);
    int found = characters.preceding(Math.min(window.length(), to - begin + 1));
    if (found == BreakIterator.DONE || begin + found <= from) {
      // One character of hundreds of marks: no reader has a sound for it anyway.
      return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
    return begin + found;
  }
}
