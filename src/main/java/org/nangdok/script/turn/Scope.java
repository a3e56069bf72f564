package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.Speech;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;
import org.nangdok.script.person.Who;

/**
 * Tells where a dialogue inside an article ends. Where the article begins in a writer's words and
 * each label but the last governs a line or two, the last governs no more; a writer's words below
 * are the narrator's again.
 */
final class Scope {

  private static final Set<Rule> LOOSE =
      EnumSet.of(
          Rule.PREFIX_PERSON,
          Rule.PREFIX_WORD,
          Rule.QUESTION_SIGN,
          Rule.QUESTION_LETTER,
          Rule.ANSWER_TOPIC);
  private static final int FEWEST_LABELS = 2;
  private static final int MOST_LINES = 3;

  /** How many lines below are taken from the last label at least. */
  private static final int FEWEST_LINES = 2;

  private final Lexicon lexicon;
  private final Map<Integer, String> texts = new HashMap<>();

  Scope(Lexicon lexicon, List<SourceLine> lines) {
    this.lexicon = lexicon;
    lines.forEach(line -> texts.put(line.number(), line.text()));
  }

  /** The tokens, with a narrator's label where the dialogue ends. */
  List<Token> closed(List<Token> tokens) {
    int last = -1;
    int labels = 0;
    int longest = 0;
    int words = 0;
    boolean writer = false;
    boolean written = false;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i)) {
        case Token.Label label -> {
          if (!LOOSE.contains(label.rule())) {
            return tokens;
          }
          longest = labels == 0 ? 0 : Math.max(longest, words);
          words = 0;
          labels++;
          last = i;
        }
        case Token.Clip clip -> {
          return tokens;
        }
        case Token.Words one -> {
          writer |= labels == 0 && isWriters(one);
          written |= labels > 0 && words == 0 && Sentences.isWritten(text(one));
          words++;
        }
        default -> {}
      }
    }
    boolean dialogue = writer && labels >= FEWEST_LABELS && longest > 0 && longest <= MOST_LINES;
    int more = !written && endsWritten(tokens) ? 1 : FEWEST_LINES;
    return dialogue && words >= longest + more ? closed(tokens, last, longest) : tokens;
  }

  /** Whether the last words are a writer's, in a style in which nobody speaks. */
  private boolean endsWritten(List<Token> tokens) {
    return !tokens.isEmpty()
        && tokens.getLast() instanceof Token.Words words
        && Sentences.isWritten(text(words));
  }

  private List<Token> closed(List<Token> tokens, int last, int longest) {
    int at = -1;
    int words = 0;
    for (int i = last + 1; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Words one && ++words > longest) {
        if (at < 0 ? !isWriters(one) : isSaid(one)) {
          return tokens;
        }
        at = at < 0 ? i : at;
      }
    }
    List<Token> closed = new ArrayList<>(tokens);
    int line = tokens.get(at).line();
    closed.add(
        at, new Token.Label(line, Part.NARRATOR, Who.NOBODY, false, true, Rule.END_OF_DIALOGUE));
    return closed;
  }

  /** Whether words are a finished sentence that nobody says to anybody. */
  private boolean isWriters(Token.Words words) {
    return Sentences.ends(text(words)) && !isSaid(words);
  }

  /** Whether somebody asks, or speaks politely or of themselves. */
  private boolean isSaid(Token.Words words) {
    String text = text(words);
    boolean written = Sentences.isWritten(text);
    return Sentences.asks(text) || !written && Speech.isSpoken(text, lexicon);
  }

  private String text(Token.Words words) {
    return texts.getOrDefault(words.line(), "").substring(words.start(), words.end());
  }
}
