package org.nangdok.script.line;

import java.util.List;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.person.WhoReader;

/**
 * Lines that are a quotation and who says it, in brackets or behind a dash: {@code "추워요." (나다솜 /
 * 어부)}.
 */
final class AttributedQuote {

  private static final int LONGEST_SPEAKER = 30;
  private static final String DASHES = "-–—―/";

  private AttributedQuote() {}

  /** Reads such a line; whether it is one. */
  static boolean read(
      SourceLine line, Lexicon lexicon, WhoReader reader, Cuts cuts, List<Token> tokens) {
    String text = line.text().strip();
    boolean quoted = !text.isEmpty() && Quotes.opens(text.charAt(0));
    int end = quoted ? Quotes.close(text, 0, text.length()) + 1 : 0;
    String speaker = end > 0 ? speaker(text, Prefix.skip(text, end), lexicon) : "";
    boolean named =
        !speaker.isEmpty()
            && speaker.length() <= LONGEST_SPEAKER
            && !Sentences.ends(speaker)
            && !cuts.isAction(speaker)
            && !cuts.isCue(speaker);
    if (named) {
      int from = line.text().indexOf(text);
      BracketClips.quoted(
          line, reader.read(speaker), from, from + end, cuts, Rule.QUOTE_BEFORE_BRACKET, tokens);
    }
    return named;
  }

  /** What stands at a position up to the end, in brackets or behind a dash; empty if nothing. */
  private static String speaker(String text, int position, Lexicon lexicon) {
    if (position >= text.length()) {
      return "";
    }
    if (DASHES.indexOf(text.charAt(position)) >= 0) {
      return text.substring(position + 1).strip();
    }
    Group group = Group.at(text, position, text.length(), lexicon);
    return group == null || group.end() < text.length() ? "" : group.content(text);
  }
}
