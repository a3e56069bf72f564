package org.nangdok.script.line;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;

/** Labels of messages that print who wrote to whom: {@code From Nell Harker to Everyone:}. */
final class MessageLabel {

  private static final int LONGEST = 80;
  private static final String SLOT = "{}";

  private MessageLabel() {}

  /** The label that begins at a position, with the sender as its text, or null. */
  static @Nullable Prefix at(String text, int start, Lexicon lexicon) {
    for (String form : lexicon.texts(WordKind.SENDER)) {
      int slot = form.indexOf(SLOT);
      String before = form.substring(0, slot);
      if (!text.startsWith(before, start)) {
        continue;
      }
      String between = form.substring(slot + SLOT.length(), form.lastIndexOf(SLOT));
      String label = text.substring(start, Math.min(text.length(), start + LONGEST));
      int to = label.indexOf(between, slot);
      int colon = to < 0 ? -1 : label.indexOf(':', to);
      if (colon > 0 && !label.substring(slot, to).isBlank()) {
        String sender = label.substring(slot, to).strip();
        return new Prefix(sender, false, ':', Prefix.skip(text, start + colon + 1));
      }
    }
    return null;
  }
}
