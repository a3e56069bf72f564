package org.nangdok.script.turn;

import java.util.List;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Token;

/**
 * The names of weather pictures, several of which show that a caster has begun, whom no label
 * announces.
 */
final class WeatherScreens {

  private final Lexicon lexicon;
  private final boolean several;

  WeatherScreens(Lexicon lexicon, List<Token> tokens) {
    this.lexicon = lexicon;
    int screens = 0;
    for (Token token : tokens) {
      screens += token instanceof Token.Silent silent && isScreen(silent) ? 1 : 0;
    }
    this.several = screens > 1;
  }

  /** Whether a caster speaks after this. */
  boolean announce(Token.Silent silent) {
    return several && isScreen(silent);
  }

  private boolean isScreen(Token.Silent silent) {
    return silent.reason().equals("cue") && lexicon.has(WordKind.SCREEN, inner(silent.text()));
  }

  private static String inner(String text) {
    return text.length() > 2 && text.charAt(0) == '<' ? text.substring(1, text.length() - 1) : text;
  }
}
