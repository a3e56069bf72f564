package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Reads brackets that hold their own words: {@code [A : B]}, {@code [A "B"]}, {@code ["B"]}. */
final class BracketClips {

  private static final int LONGEST_HEAD = 60;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final Labels labels;
  private final Cuts cuts;

  BracketClips(Lexicon lexicon, WhoReader reader) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.labels = new Labels(lexicon, reader);
    this.cuts = new Cuts(lexicon);
  }

  /** A bracket whose quotation goes on in the next lines. */
  int wrapped(SourceLine line, Group group, List<Token> tokens) {
    String text = line.text();
    int colon = colon(text, group);
    int from = Prefix.skip(text, colon + 1);
    if (from >= text.length()
        || !Quotes.opens(text.charAt(from))
        || Quotes.close(text, from, text.length()) >= 0) {
      return group.start();
    }
    Who who = reader.read(text.substring(group.innerStart(), colon).strip());
    tokens.add(new Token.Label(line.number(), Part.INTERVIEW, who, true, true, Rule.BRACKET_CLIP));
    return from;
  }

  /** A bracket that holds its own words: {@code [A : B]}, {@code ["B"]}, a finished sentence. */
  int read(SourceLine line, Group group, String content, boolean alone, List<Token> tokens) {
    String text = line.text();
    int colon = colon(text, group);
    if (colon > 0) {
      String head = text.substring(group.innerStart(), colon).strip();
      int from = Prefix.skip(text, colon + 1);
      int to = trimmedEnd(text, from, group.innerEnd());
      if (to > from && isHead(head, group, text, from)) {
        Labels.Found label = labels.read(head);
        Who who = label == null || label.part() != Part.INTERVIEW ? reader.read(head) : label.who();
        if (cuts.isCue(head)) {
          who = Who.NOBODY;
        }
        boolean named = label == null && cuts.isCue(head) && isNamed(text, from, to);
        if ((named || label != null && label.part() == Part.INTERVIEW)
            && !Quotes.opens(text.charAt(from))
            && !Sentences.ends(text.substring(from, to))) {
          Who called = reader.read(text.substring(from, to));
          tokens.add(
              new Token.Label(
                  line.number(), Part.INTERVIEW, called, true, false, Rule.BRACKET_WORD));
          return group.end();
        }
        quoted(line, who, from, to, cuts, Rule.BRACKET_CLIP, tokens);
        return group.end();
      }
    }
    int from = Prefix.skip(text, group.innerStart());
    int to = trimmedEnd(text, group.innerStart(), group.innerEnd());
    int mark = colon > 0 || group.isRound() ? -1 : quoteAfterSpeaker(text, from, to);
    if (mark > from) {
      Who who = reader.read(text.substring(from, mark).strip());
      quoted(line, who, mark, to, cuts, Rule.BRACKET_CLIP, tokens);
      return group.end();
    }
    boolean square = group.open() == '[' || group.open() == '【' || group.open() == '［';
    boolean quote = Quotes.opens(text.charAt(from)) && Quotes.close(text, from, to) == to - 1;
    boolean words = content.indexOf(' ') > 0 || isUnspaced(content);
    boolean sentence = square && alone && Sentences.ends(content) && words;
    if (quote && (square || alone) || sentence) {
      quoted(line, Who.NOBODY, from, to, cuts, Rule.BRACKET_CLIP, tokens);
      return group.end();
    }
    return group.start();
  }

  /** Whether a text's writing has no spaces between words. */
  private static boolean isUnspaced(String text) {
    return text.codePoints().anyMatch(c -> Character.isIdeographic(c) || c > 0x3040 && c < 0x30fb);
  }

  /** Whether nothing but a speaker stands between two positions. */
  private boolean isNamed(String text, int from, int to) {
    String printed = text.substring(from, to);
    return printed.indexOf('/') > 0 && reader.isSpeaker(printed);
  }

  /** Where the quotation begins in {@code [이름/직함 "말"]}, which has no colon; -1 if nowhere. */
  private int quoteAfterSpeaker(String text, int from, int to) {
    int limit = Math.min(to, from + LONGEST_HEAD);
    for (int i = from; i < limit; i++) {
      if (Quotes.opens(text.charAt(i))) {
        String head = text.substring(from, i).strip();
        boolean speaker = head.indexOf('/') > 0 || reader.isSpeaker(head);
        boolean whole = Quotes.closes(text.charAt(i), text.charAt(to - 1));
        return i > from && speaker && whole && !Sentences.ends(head) ? i : -1;
      }
    }
    return -1;
  }

  private boolean isHead(String head, Group group, String text, int from) {
    if (head.isEmpty() || head.length() > LONGEST_HEAD) {
      return false;
    }
    boolean quote = Quotes.opens(text.charAt(from));
    if (group.isRound() || group.open() == '<') {
      return quote;
    }
    String first = head.indexOf(' ') < 0 ? head : head.substring(0, head.indexOf(' '));
    boolean field =
        lexicon.has(WordKind.FIELD, head)
            || lexicon.has(WordKind.CONTACT, head)
            || lexicon.has(WordKind.FIELD, first) && !quote && head.indexOf('/') < 0;
    return !field && !Sentences.stops(head);
  }

  private static int colon(String text, Group group) {
    int limit = Math.min(group.innerEnd(), group.innerStart() + LONGEST_HEAD + 10);
    int depth = 0;
    for (int i = group.innerStart(); i < limit; i++) {
      char c = text.charAt(i);
      if (Quotes.opens(c)) {
        return -1;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean time =
          i > 0
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i - 1))
              && Character.isDigit(text.charAt(i + 1));
      if ((c == ':' || c == '：') && depth <= 0 && !time && !text.startsWith("://", i)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds a clip without the quotation marks around all of it. */
  static void quoted(
      SourceLine line, Who who, int from, int to, Cuts cuts, Rule rule, List<Token> tokens) {
    String text = line.text();
    int start = from;
    int end = to;
    if (end > start && Quotes.opens(text.charAt(start))) {
      int close = Quotes.close(text, start, end);
      if (close == end - 1 || close < 0 || isInner(text, start, close, end)) {
        end = close < 0 || !Quotes.closes(text.charAt(start), text.charAt(end - 1)) ? end : end - 1;
        start++;
      }
    }
    List<Token> inside = new ArrayList<>();
    cuts.add(line, start, end, inside);
    List<Token.Words> words = new ArrayList<>();
    for (Token token : inside) {
      if (token instanceof Token.Words spoken) {
        words.add(spoken);
      } else if (token instanceof Token.Aside aside) {
        if (who.isNobody()
            || start == from
            || !Sentences.asks(text.substring(aside.start(), aside.end()))) {
          words.add(new Token.Words(aside.line(), aside.start(), aside.end()));
          continue;
        }
        if (!words.isEmpty()) {
          tokens.add(new Token.Clip(line.number(), who, words, rule));
          words.clear();
        }
        tokens.add(new Token.Aside(aside.line(), aside.start(), aside.end(), true));
      }
    }
    if (!words.isEmpty() || inside.isEmpty()) {
      tokens.add(new Token.Clip(line.number(), who, words, rule));
    }
  }

  /** Whether a quotation goes on after its first closing mark: marks of one shape inside it. */
  private static boolean isInner(String text, int start, int close, int end) {
    return Quotes.closes(text.charAt(start), text.charAt(end - 1)) && close + 1 < end;
  }

  /** A square bracket that the line's end closes: the print has lost its other half. */
  static @Nullable Group unclosed(String text, int position) {
    int end = text.length();
    Group group = new Group(text.charAt(position), position, position + 1, end, end);
    boolean plausible =
        text.charAt(position) == '[' && text.length() - position < 2000 && colon(text, group) > 0;
    return plausible ? group : null;
  }

  private static int trimmedEnd(String text, int from, int to) {
    int end = to;
    while (end > from && Sentences.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
