package org.nangdok.script.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.QuoteLines;
import org.nangdok.script.line.Token;

/**
 * Tells whether the words after a label for an interview are the interviewee's though no quotation
 * marks say so: they are if another label then brings the enclosing block back.
 */
final class UnquotedClip {

  private static final int MOST_LINES = 4;
  private static final int FEWEST = 2;

  private UnquotedClip() {}

  /**
   * Whether the document prints its clips without quotation marks, one line below a label that
   * names somebody: it has several and none is quoted.
   */
  static boolean areAll(List<Token> tokens, Drafts drafts) {
    int clips = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean named =
          tokens.get(i) instanceof Token.Label label
              && label.part() == Part.INTERVIEW
              && !label.who().isNobody()
              && !label.speaks();
      if (named && tokens.get(i + 1) instanceof Token.Words words) {
        if (QuoteLines.opens(drafts.text(words.line()).substring(words.start()))
            || "-–—".indexOf(drafts.text(words.line()).charAt(words.start())) >= 0) {
          return false;
        }
        clips++;
      }
    }
    return clips >= FEWEST;
  }

  /**
   * @param at where the label stands among the tokens
   * @param block what the enclosing block's label announces
   */
  static boolean isOne(
      List<Token> tokens, int at, @Nullable Part block, Drafts drafts, Lexicon lexicon) {
    int lines = 0;
    for (int i = at + 1; i < tokens.size() && lines <= MOST_LINES; i++) {
      switch (tokens.get(i)) {
        case Token.Label label -> {
          return lines > 0 && block != null && label.part() == block && !label.speaks();
        }
        case Token.Words words -> {
          String said = drafts.text(words.line()).substring(words.start(), words.end());
          if (QuoteLines.mark(said, 0) >= 0 || Names.signedOff(said, lexicon) != null) {
            return false;
          }
          lines++;
        }
        case Token.Silent silent -> {}
        case Token.Clip clip -> {
          return false;
        }
        case Token.Aside aside -> {
          return false;
        }
      }
    }
    return false;
  }
}
