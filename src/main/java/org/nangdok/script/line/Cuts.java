package org.nangdok.script.line;

import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;

/** Cuts what isn't said out of spoken words: action marks, credits, hashtags and end marks. */
final class Cuts {

  private static final int LONGEST = 80;
  private static final int LONGEST_QUOTATION = 300;
  private static final int SHORTEST_INTERJECTION = 4;
  private static final int SHORTEST_CLOCK = 7;
  private static final int LONGEST_ABBREVIATION = 4;

  /** What ends a voice in WebVTT. */
  private static final String VOICE_END = "</v>";

  private final Lexicon lexicon;

  Cuts(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Adds the words between two positions to a list of tokens, without what isn't said. */
  void add(SourceLine line, int from, int to, List<Token> tokens) {
    String text = line.text();
    int end = withoutTail(line, from, to, tokens);
    int start = from;
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      boolean bracket = c == '(' || c == '（' || c == '[' || c == '［' || c == '〔' || c == '◀';
      Group group = bracket ? Group.at(text, i, Math.min(end, i + LONGEST * 3), lexicon) : null;
      Token cut = group == null ? null : cut(line, from, group, end);
      if (group == null || cut == null) {
        i++;
        continue;
      }
      words(line, start, i, tokens);
      tokens.add(cut);
      i = group.end();
      start = i;
    }
    words(line, start, end, tokens);
  }

  private @Nullable Token cut(SourceLine line, int from, Group group, int end) {
    String text = line.text();
    String content = group.content(text);
    if (content.isEmpty()) {
      return null;
    }
    boolean boundary = Sentences.isBoundary(text, from, group.start());
    if (content.length() <= LONGEST) {
      if (isAction(content)) {
        return new Token.Silent(line.number(), "action", content);
      }
      if (isCredit(content)) {
        return new Token.Silent(line.number(), "credit", content);
      }
      if (content.indexOf('@') > 0 && content.indexOf(' ') < 0) {
        return new Token.Silent(line.number(), "byline", content);
      }
      if (isClock(content) || boundary && group.isRound() && isShouted(content)) {
        return new Token.Silent(line.number(), "cue", content);
      }
      boolean alone = boundary || group.end() >= end || group.open() == '◀';
      if (alone && isCue(content)) {
        return new Token.Silent(line.number(), "cue", content);
      }
    }
    boolean first = Prefix.skip(text, from) == group.start();
    if (group.isRound() && first && Ending.MEANWHILE.of(content) && group.end() < end) {
      return new Token.Silent(line.number(), "action", content);
    }
    boolean sentence =
        Sentences.ends(content) && content.indexOf(' ') > 0 || Sentences.asks(content);
    boolean opening = lexicon.begins(WordKind.ANSWER_OPENING, content);
    boolean last = group.end() >= end && !boundary;
    boolean called = opening && (last || lexicon.occurs(WordKind.ON_THE_SPOT, content));
    boolean asks = Sentences.asks(content);
    boolean inQuotation = asks && content.indexOf('?') > 0 && isQuoted(text, from, group.start());
    boolean answers = boundary && (first || opening || asks) || inQuotation;
    boolean interjected = boundary && group.end() < end && isInterjection(content);
    if (group.isRound() && (sentence && (answers || called) || interjected)) {
      int start = Prefix.skip(text, group.innerStart());
      int stop = group.innerEnd();
      while (stop > start && Sentences.isSpace(text.charAt(stop - 1))) {
        stop--;
      }
      return new Token.Aside(line.number(), start, stop, false);
    }
    return null;
  }

  /** Whether a bracket holds what somebody puts in politely: {@code (그렇죠, 어제부터)}. */
  private static boolean isInterjection(String content) {
    int space = content.indexOf(' ');
    String first = space < 0 ? content : content.substring(0, space);
    return content.length() >= SHORTEST_INTERJECTION
        && (Sentences.isPolite(content) || Sentences.isPolite(first));
  }

  /** Adds the words between two positions without the times in brackets, nothing else left out. */
  void clocks(SourceLine line, int from, int to, List<Token> tokens) {
    String text = line.text();
    int start = from;
    for (int i = text.indexOf('[', from); i >= 0 && i < to; i = text.indexOf('[', i + 1)) {
      Group group = Group.at(text, i, Math.min(to, i + LONGEST), lexicon);
      if (group != null && isClock(group.content(text))) {
        words(line, start, i, tokens);
        tokens.add(new Token.Silent(line.number(), "cue", group.content(text)));
        start = group.end();
      }
    }
    words(line, start, to, tokens);
  }

  /** Whether a bracket holds a time of hours, minutes and seconds. */
  private static boolean isClock(String content) {
    return content.length() >= SHORTEST_CLOCK && Lead.time(content, 0) == content.length();
  }

  /** Whether a bracket holds a direction in capitals, and no abbreviation. */
  private static boolean isShouted(String content) {
    return content.length() > LONGEST_ABBREVIATION && isCapitals(content);
  }

  /** Whether a quotation that opens behind a position isn't closed before another. */
  private static boolean isQuoted(String text, int from, int position) {
    int open = Math.max(Math.max(0, from - 1), position - LONGEST_QUOTATION);
    while (open < position && !Quotes.opens(text.charAt(open))) {
      open++;
    }
    return open < position && Quotes.close(text, open, position) < 0;
  }

  /** Whether a bracket's content directs an action or remarks on the sound. */
  boolean isAction(String printed) {
    String content = printed.endsWith(".") ? printed.substring(0, printed.length() - 1) : printed;
    if (lexicon.has(WordKind.ACTION, content)) {
      return true;
    }
    int first = StringUtils.indexOfAny(content, " ·");
    int last = StringUtils.lastIndexOfAny(content, " ", "·");
    return first >= 0
        && last > 0
        && content.length() <= 30
        && !Sentences.ends(content)
        && (lexicon.has(WordKind.ACTION, content.substring(last + 1))
            || lexicon.has(WordKind.ACTION, content.substring(0, first)));
  }

  /** Whether a bracket names makers: its first word is a credit. */
  boolean isCredit(String content) {
    int end = 0;
    while (end < content.length() && " :：/,".indexOf(content.charAt(end)) < 0) {
      end++;
    }
    if (end < content.length() && lexicon.has(WordKind.CREDIT, content.substring(0, end))) {
      return true;
    }
    int colon = content.indexOf(':') < 0 ? content.indexOf('：') : content.indexOf(':');
    return colon > 0 && colon < 20 && lexicon.has(WordKind.CREDIT, content.substring(0, colon));
  }

  /** Whether a bracket's content is a sound or picture direction. */
  boolean isCue(String content) {
    int end = 0;
    while (end < content.length() && "0123456789/:：;-".indexOf(content.charAt(end)) < 0) {
      end++;
    }
    String head = content.substring(0, end).strip();
    Set<WordKind> kinds = lexicon.kinds(head);
    if (kinds.contains(WordKind.CUE) || kinds.contains(WordKind.SCREEN)) {
      return true;
    }
    if (!Sentences.ends(content) && content.length() <= 60) {
      int space = head.indexOf(' ');
      for (int n = 0; n < 3 && space > 0; n++) {
        if (lexicon.has(WordKind.CUE, head.substring(0, space))) {
          return true;
        }
        space = head.indexOf(' ', space + 1);
      }
    }
    return false;
  }

  static boolean isCapitals(String content) {
    boolean letter = false;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (Character.isLowerCase(c) || c > '\u0250') {
        return false;
      }
      letter |= Character.isUpperCase(c);
    }
    return letter;
  }

  private int withoutTail(SourceLine line, int from, int to, List<Token> tokens) {
    String text = line.text();
    int end = to;
    int hash = firstOfHashtags(text, from, to);
    if (hash > from) {
      tokens.add(new Token.Silent(line.number(), "hashtag", text.substring(hash, to)));
      end = hash;
    }
    boolean cut = true;
    while (cut) {
      while (end > from && Sentences.isSpace(text.charAt(end - 1))) {
        end--;
      }
      cut =
          end > from
              && ("♪♬".indexOf(text.charAt(end - 1)) >= 0
                  || (end > from + 1 && text.startsWith("//", end - 2))
                  || (end > from + 3 && text.startsWith(VOICE_END, end - 4)));
      if (cut) {
        char last = text.charAt(end - 1);
        end -= last == '>' ? VOICE_END.length() : 1;
        while (last == '/' && end > from && text.charAt(end - 1) == '/') {
          end--;
        }
      }
    }
    return end;
  }

  /** Where the row of hashtags begins that ends a text, or -1. */
  private static int firstOfHashtags(String text, int from, int to) {
    int found = -1;
    int i = to;
    while (i > from) {
      int wordEnd = i;
      while (wordEnd > from
          && (Sentences.isSpace(text.charAt(wordEnd - 1)) || text.charAt(wordEnd - 1) == ',')) {
        wordEnd--;
      }
      int wordStart = wordEnd;
      while (wordStart > from
          && !Sentences.isSpace(text.charAt(wordStart - 1))
          && text.charAt(wordStart - 1) != ',') {
        wordStart--;
      }
      if (wordStart == wordEnd || text.charAt(wordStart) != '#' || wordEnd - wordStart < 2) {
        break;
      }
      found = wordStart;
      i = wordStart;
    }
    return found;
  }

  private static void words(SourceLine line, int from, int to, List<Token> tokens) {
    String text = line.text();
    int start = from;
    int end = to;
    while (start < end && Sentences.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Sentences.isSpace(text.charAt(end - 1))) {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        tokens.add(new Token.Words(line.number(), start, end));
        return;
      }
    }
  }
}
