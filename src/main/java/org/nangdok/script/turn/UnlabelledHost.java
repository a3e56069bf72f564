package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.Survey;
import org.nangdok.script.line.Token;
import org.nangdok.script.person.Who;

/**
 * Finds the words of a host whom a header names but no label: where the label of somebody else is
 * printed again though nobody has come between, the last line above it is the host's.
 */
final class UnlabelledHost {

  private UnlabelledHost() {}

  /** The tokens, with labels for such a host. */
  static List<Token> labelled(List<Token> tokens, Survey survey) {
    boolean anchored =
        tokens.stream()
            .anyMatch(token -> token instanceof Token.Label one && one.part() == Part.ANCHOR);
    if (!survey.isHosted() || anchored) {
      return tokens;
    }
    boolean hosted = false;
    Who guest = survey.guest();
    List<Token> all = new ArrayList<>();
    Token.@Nullable Label before = null;
    List<Integer> words = new ArrayList<>();
    for (Token token : tokens) {
      if (token instanceof Token.Label label) {
        if (before != null && isRepeated(before, label) && words.size() > 1) {
          int at = words.getLast();
          all.add(at, host(all.get(at).line()));
          hosted |= label.part() == Part.INTERVIEW;
        }
        before = label;
        words.clear();
      } else if (token instanceof Token.Words) {
        words.add(all.size());
      }
      all.add(token);
    }
    if (hosted && guest != null) {
      all.replaceAll(token -> token instanceof Token.Label one ? guests(one, guest) : token);
    }
    return all;
  }

  /** The label of the only guest for one that says no more than that somebody is interviewed. */
  private static Token guests(Token.Label label, Who guest) {
    boolean bare = label.part() == Part.INTERVIEW && label.who().isNobody();
    return bare
        ? new Token.Label(label.line(), Part.PERSON, guest, true, label.speaks(), label.rule())
        : label;
  }

  private static boolean isRepeated(Token.Label before, Token.Label label) {
    boolean block =
        label.part() == Part.REPORTER
            || label.part() == Part.LIVE_REPORTER
            || label.part() == Part.INTERVIEW && label.who().isNobody();
    return block
        && before.part() == label.part()
        && before.who().equals(label.who())
        && !label.speaks();
  }

  private static Token host(int line) {
    return new Token.Label(line, Part.ANCHOR, Who.NOBODY, false, true, Rule.UNLABELLED_HOST);
  }
}
