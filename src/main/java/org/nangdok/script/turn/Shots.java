package org.nangdok.script.turn;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.QuoteLines;
import org.nangdok.script.line.Token;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Finds which words the label of one quotation or stand-up governs. */
final class Shots {

  /** What some outlets put around words of several lines. */
  private static final char BRACKET = '(';

  private static final int MOST_LINES = 20;

  /** A line that breaks off behind more characters isn't wrapped. */
  private static final int LONGEST_WRAPPED = 60;

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_OPENING = 300;

  private final Drafts drafts;
  private final WhoReader reader;
  private @Nullable Shot shot;
  private @Nullable Block taken;
  private boolean unquoted;

  Shots(Drafts drafts, WhoReader reader) {
    this.drafts = drafts;
    this.reader = reader;
  }

  /** Begins to look for the words of a label. */
  Shot open(Block block, Token.Label label) {
    Shot opened = new Shot(block, label);
    shot = opened;
    return opened;
  }

  /** Takes one line below the label of somebody for theirs though nothing quotes it. */
  void unquoted(boolean all) {
    unquoted = all;
  }

  /** Whether a quotation that a label has opened goes on where somebody else's words stand. */
  boolean isOpen(int line, int position) {
    Shot now = shot;
    if (now == null || now.block.part != Part.INTERVIEW) {
      return false;
    }
    if (now.opener == 0 && now.label.speaks() && now.label.line() == line) {
      String text = drafts.text(line);
      for (int i = Math.max(0, position - LONGEST_OPENING); i < position; i++) {
        if (Quotes.opens(text.charAt(i)) && Quotes.close(text, i, position) < 0) {
          now.opener = text.charAt(i);
        }
      }
    }
    return now.opener != 0;
  }

  /** Says words in brackets inside a quotation: a question, or what a named other says. */
  void interrupted(Token.Aside aside, String words) {
    Shot now = shot;
    int colon = words.indexOf(':');
    boolean named =
        colon > 0 && colon <= LONGEST_NAME && reader.isSpeaker(words.substring(0, colon));
    int start = aside.start();
    Block block = new Block(Part.QUESTION, Who.NOBODY, true);
    if (named) {
      block = new Block(Part.INTERVIEW, reader.read(words.substring(0, colon)), true);
      start += colon + 1;
      if (now != null) {
        now.other = block;
      }
    } else if (now != null && now.other != null) {
      block = now.other;
    }
    drafts.say(block, aside.line(), start, aside.end());
  }

  /** Looks for no more words. */
  void close() {
    shot = null;
  }

  /** The block that a label without a quotation turned out to begin, told once; else null. */
  @Nullable Block taken() {
    Block block = taken;
    taken = null;
    return block;
  }

  /**
   * Says what belongs to the label.
   *
   * @return where the words of the enclosing block begin; the end if none do
   */
  int words(int line, int start, int end) {
    Shot now = shot;
    if (now == null) {
      return start;
    }
    String text = drafts.text(line);
    if (now.opener != 0) {
      return quotation(now, line, start, end);
    }
    boolean bracket = text.charAt(start) == BRACKET && !now.said && text.indexOf(')', start) < 0;
    int mark = bracket ? start : QuoteLines.mark(text, start);
    if (mark >= 0 && mark < end && !(now.said && !Spans.isWrapped(text, mark, end))) {
      now.opener = text.charAt(mark);
      return quotation(now, line, mark + 1, end);
    }
    if (now.label.speaks() && now.label.line() == line) {
      drafts.say(now.block, line, start, end);
      now.said = true;
      return end;
    }
    return following(now, line, start, end);
  }

  private static boolean closes(char opener, char c) {
    return opener == BRACKET ? c == ')' : Quotes.closes(opener, c);
  }

  /** Words inside a quotation that may go on over several lines. */
  private int quotation(Shot now, int line, int start, int end) {
    String text = drafts.text(line);
    int close = -1;
    for (int i = start; i < end && close < 0; i++) {
      close = closes(now.opener, text.charAt(i)) ? i : -1;
    }
    boolean wrapped =
        close >= 0
            && closes(now.opener, text.charAt(end - 1))
            && !Spans.isOpener(text, close + 1, end - 1);
    int stop = close < 0 ? end : wrapped ? end - 1 : close;
    int said = Spans.withoutCounter(text, start, stop);
    if (said > start) {
      drafts.say(now.block, line, start, said);
    }
    now.said = true;
    if (close >= 0) {
      now.opener = 0;
      if (stop + 1 < end && Spans.hasLetters(text, stop + 1, end)) {
        shot = null;
        return stop + 1;
      }
    } else if (++now.lines > MOST_LINES
        || isLeftOpen(now.opener, line, text.substring(start, end))) {
      shot = null;
    }
    return end;
  }

  /**
   * Whether a quotation ends with its sentence because the mark that should close it is missing.
   */
  private boolean isLeftOpen(char opener, int line, String words) {
    if (!Sentences.isFinished(words) && words.length() <= LONGEST_WRAPPED) {
      return false;
    }
    for (int next = line + 1; next <= line + MOST_LINES; next++) {
      String text = drafts.text(next);
      int mark = QuoteLines.mark(text, 0);
      int close = 0;
      while (close < text.length() && !closes(opener, text.charAt(close))) {
        close++;
      }
      if (mark >= 0 && mark <= close) {
        return true; // another begins
      }
      if (close < text.length()) {
        return false;
      }
    }
    return true;
  }

  /** A line after a one-shot label that isn't quoted. */
  private int following(Shot now, int line, int start, int end) {
    if (now.returned) {
      drafts.say(now.block, line, start, end);
      return end;
    }
    String text = drafts.text(line);
    if ("-–—".indexOf(text.charAt(start)) >= 0 && !now.said) {
      int from = start + 1;
      while (from < end && Sentences.isSpace(text.charAt(from))) {
        from++;
      }
      drafts.say(now.block, line, from, end);
      shot = null;
      return end;
    }
    if (now.said || now.block.part == Part.PERSON) {
      shot = null;
      return start;
    }
    if (now.block.part == Part.STAND_UP || now.block.part == Part.ANCHOR) {
      drafts.say(now.block, line, start, end);
      now.said = now.block.part == Part.ANCHOR;
      return end;
    }
    shot = null;
    if (unquoted && now.block.part == Part.INTERVIEW && !now.block.who.isNobody()) {
      drafts.say(now.block, line, start, end);
      return end;
    }
    if (!now.block.who.isNobody()) {
      drafts.breakTurn();
      return start;
    }
    String words = text.substring(start, end);
    if (words.length() <= LONGEST_NAME && !Sentences.ends(words) && reader.isSpeaker(words)) {
      open(new Block(Part.INTERVIEW, reader.read(words), true), now.label);
      return end;
    }
    taken = now.block;
    drafts.say(now.block, line, start, end);
    return end;
  }
}
