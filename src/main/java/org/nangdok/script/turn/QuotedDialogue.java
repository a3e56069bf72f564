package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;
import org.nangdok.script.person.Who;

/**
 * A dialogue whose labels all stand before quotations: what no mark holds is the writer's, behind a
 * quotation on its line as well as on lines below.
 */
final class QuotedDialogue {

  private static final Set<Rule> LOOSE = EnumSet.of(Rule.PREFIX_PERSON, Rule.PREFIX_WORD);
  private static final int FEWEST = 3;

  private final Map<Integer, String> texts = new HashMap<>();

  QuotedDialogue(List<SourceLine> lines) {
    lines.forEach(line -> texts.put(line.number(), line.text()));
  }

  /** The tokens, with a narrator's label wherever no quotation goes on. */
  List<Token> closed(List<Token> tokens) {
    if (!isQuoted(tokens)) {
      return tokens;
    }
    List<Token> closed = new ArrayList<>();
    boolean narrated = true;
    int quoted = -1;
    int last = last(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof Token.Label) {
        narrated = false;
        quoted = token.line();
      } else if (token instanceof Token.Words words && !narrated) {
        boolean own = words.line() == quoted;
        int end = own ? end(words) : i < last && isSaid(words) ? words.end() : words.start();
        if (end > words.start()) {
          closed.add(new Token.Words(words.line(), words.start(), end));
        }
        narrated = end < words.end();
        if (narrated) {
          closed.add(narrator(words.line()));
          closed.add(rest(words, end));
        }
        continue;
      }
      closed.add(token);
    }
    return closed;
  }

  private static int last(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last > 0 && !(tokens.get(last) instanceof Token.Label)) {
      last--;
    }
    return last;
  }

  /** Whether somebody may say words that no mark holds to the others. */
  private boolean isSaid(Token.Words words) {
    String text = texts.getOrDefault(words.line(), "").substring(words.start(), words.end());
    return Sentences.isPolite(text) || Sentences.asks(text);
  }

  /** Whether each of several labels stands before a quotation on its line. */
  private boolean isQuoted(List<Token> tokens) {
    int labels = 0;
    Set<Who> people = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Clip) {
        return false;
      }
      if (tokens.get(i) instanceof Token.Label label) {
        boolean quotes =
            LOOSE.contains(label.rule())
                && i + 1 < tokens.size()
                && tokens.get(i + 1) instanceof Token.Words words
                && words.line() == label.line()
                && close(words) > 0;
        if (!quotes) {
          return false;
        }
        labels++;
        people.add(label.who());
      }
    }
    return labels >= FEWEST && people.size() > 1;
  }

  /** Where the quotation closes that words begin with; -1 if they begin with none. */
  private int close(Token.Words words) {
    String text = texts.getOrDefault(words.line(), "");
    return Quotes.opens(text.charAt(words.start()))
        ? Quotes.close(text, words.start(), words.end())
        : -1;
  }

  /** One past a quotation where something is said behind it; else the end of the words. */
  private int end(Token.Words words) {
    int close = close(words);
    String text = texts.getOrDefault(words.line(), "");
    return close > 0 && Spans.hasLetters(text, close, words.end()) ? close + 1 : words.end();
  }

  /** What stands behind a quotation, without brackets around all of it. */
  private Token rest(Token.Words words, int start) {
    String text = texts.getOrDefault(words.line(), "");
    int from = start;
    while (Sentences.isSpace(text.charAt(from))) {
      from++;
    }
    boolean bracket = text.charAt(from) == '(' && text.charAt(words.end() - 1) == ')';
    return new Token.Words(
        words.line(), bracket ? from + 1 : from, bracket ? words.end() - 1 : words.end());
  }

  private static Token narrator(int line) {
    return new Token.Label(line, Part.NARRATOR, Who.NOBODY, false, true, Rule.END_OF_DIALOGUE);
  }
}
