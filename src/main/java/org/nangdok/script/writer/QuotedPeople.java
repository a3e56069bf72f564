package org.nangdok.script.writer;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Turn;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.person.Who;
import org.nangdok.script.quote.Quotation;
import org.nangdok.script.quote.Quotations;

/**
 * Gives the people whom an article quotes turns of their own. Only for articles that one narrator
 * reads, only whole sentences, and only where the sentence around the quotation names exactly one
 * person: a wrong voice puts words into somebody's mouth. "… he said" stays with the narrator.
 */
public final class QuotedPeople {

  private QuotedPeople() {}

  /** The script with such turns; the same script if its article has labels or quotes nobody. */
  public static Script in(Script script) {
    if (script.turns().stream().anyMatch(turn -> turn.speaker() != Speaker.NARRATOR)) {
      return script;
    }
    Quotations quotations = new Quotations(Lexicon.of(script.language()));
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : script.turns()) {
      if ("headline".equals(turn.title())) {
        turns.add(turn);
      } else {
        split(turn, quotations, turns);
      }
    }
    return new Script(
        script.language(),
        turns,
        script.dropped(),
        script.credits(),
        script.warnings(),
        script.explanation());
  }

  private static void split(Turn turn, Quotations quotations, List<Turn> turns) {
    List<Piece> narrated = new ArrayList<>();
    for (Piece piece : turn.pieces()) {
      String text = piece.text();
      int from = 0;
      for (Quotation quotation : quotations.in(text)) {
        add(narrated, piece, from, quotation.start() - 1);
        narrate(turn, narrated, turns);
        turns.add(quoted(quotation, piece));
        from = quotation.end() + 1;
      }
      add(narrated, piece, from, text.length());
    }
    narrate(turn, narrated, turns);
  }

  private static Turn quoted(Quotation quotation, Piece piece) {
    Who who = quotation.who();
    String name = String.valueOf(who.name());
    Piece words =
        new Piece(piece.line(), piece.text().substring(quotation.start(), quotation.end()));
    return new Turn(Speaker.INTERVIEW, name, who.title(), null, who.gender(), name, List.of(words));
  }

  private static void add(List<Piece> pieces, Piece piece, int from, int to) {
    String words = piece.text().substring(from, Math.max(from, to)).strip();
    if (words.chars().anyMatch(Character::isLetterOrDigit)) {
      pieces.add(new Piece(piece.line(), words));
    }
  }

  private static void narrate(Turn turn, List<Piece> pieces, List<Turn> turns) {
    if (!pieces.isEmpty()) {
      turns.add(turn.saying(pieces));
      pieces.clear();
    }
  }
}
