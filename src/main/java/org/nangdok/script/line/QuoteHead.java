package org.nangdok.script.line;

import java.util.List;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Lines of Japanese news that are a speaker and a quotation and nothing else: {@code 店主「…」}. */
final class QuoteHead {

  private static final int LONGEST = 16;
  private static final String OPENING = "（([【";
  private static final String CLOSING = "）)]】";

  private QuoteHead() {}

  /** Reads such a line; returns the position itself if it isn't one. */
  static int read(
      SourceLine line,
      int position,
      Lexicon lexicon,
      WhoReader reader,
      Cuts cuts,
      List<Token> tokens) {
    String text = line.text();
    int mark = text.indexOf('「', position);
    if (mark <= position || mark - position > LONGEST) {
      return position;
    }
    int end = text.length();
    while (end > mark && Sentences.isSpace(text.charAt(end - 1))) {
      end--;
    }
    String head = unwrapped(text.substring(position, mark).strip());
    int note = head.indexOf('（') < 0 ? head.indexOf('(') : head.indexOf('（');
    String bare = (note > 0 ? head.substring(0, note) : head).strip();
    Part part = Part.of(lexicon.kinds(bare));
    if (part != null && !part.isOneShot() && Quotes.close(text, mark, end) == end - 1) {
      tokens.add(new Token.Label(line.number(), part, Who.NOBODY, false, true, Rule.QUOTE_HEAD));
      cuts.add(line, mark + 1, end - 1, tokens);
      return text.length();
    }
    boolean function = lexicon.ends(WordKind.ROLE, bare);
    boolean addressed = lexicon.ends(WordKind.HONORIFIC, bare) && bare.length() > 2;
    boolean speaker = function || addressed || lexicon.ends(WordKind.TITLE, bare);
    if (bare.isEmpty() || !speaker || Quotes.close(text, mark, end) != end - 1) {
      return position;
    }
    Who who = reader.read(head);
    String name = addressed ? bare : head;
    Who person = function ? who.withName(null).withTitle(head) : who.withName(name).withTitle(null);
    BracketClips.quoted(line, person, mark, end, cuts, Rule.QUOTE_HEAD, tokens);
    return text.length();
  }

  /** A head without the brackets around the whole of it: {@code （農家の男性）「…」}. */
  private static String unwrapped(String head) {
    int last = head.length() - 1;
    int kind = last < 1 ? -1 : OPENING.indexOf(head.charAt(0));
    boolean whole = kind >= 0 && head.indexOf(CLOSING.charAt(kind)) == last;
    return whole ? head.substring(1, last).strip() : head;
  }
}
