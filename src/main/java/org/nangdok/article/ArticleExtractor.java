package org.nangdok.article;

import org.nangdok.article.ArticleException.Reason;

/**
 * Finds the article in a page or a text and accounts for every line that is left out. Immutable and
 * thread-safe; what it is given may be hostile.
 */
public final class ArticleExtractor {

  /** The longest text in characters. */
  public static final int LONGEST_TEXT = 200_000;

  private final LineGrammar grammar = LineGrammar.standard();
  private final TextLanguage language = new TextLanguage();

  /**
   * Reads a pasted or captured text.
   *
   * @param text lines separated by line feeds; {@link Paragraph#line()} and {@link Dropped#line()}
   *     count them as sent, blank ones included
   * @return the article, with dropped lines verbatim; the headline, if there is one, is the first
   *     paragraph
   * @throws ArticleException if nothing is left to read, or the text is too long
   */
  public Article fromText(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new ArticleException(Reason.TOO_LONG);
    }
    return new TextReader(grammar, language).read(text);
  }
}
