package org.nangdok.article;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleException.Reason;
import org.nangdok.article.html.PageScanner;

/**
 * Finds the article in a page or a text and accounts for every line that is left out. Thread-safe;
 * what it is given may be hostile.
 */
public final class ArticleExtractor {

  /** The longest text in characters. */
  public static final int LONGEST_TEXT = 200_000;

  /** How long one page is worked on, unless said otherwise; most need some milliseconds. */
  public static final Duration LONGEST_WORK = Duration.ofSeconds(10);

  private final Supplier<PageScanner> scanner;
  private final Duration longestWork;
  private @Nullable Readers readers;

  /** Both read the same rules. */
  private record Readers(TextReader texts, HtmlReader pages) {}

  /** Gives every page {@link #LONGEST_WORK}. */
  public ArticleExtractor() {
    this(LONGEST_WORK);
  }

  /**
   * @param longestWork how long one page is worked on before it is refused
   */
  public ArticleExtractor(Duration longestWork) {
    this(longestWork, PageScanner::new);
  }

  ArticleExtractor(Duration longestWork, Supplier<PageScanner> scanner) {
    this.longestWork = longestWork;
    this.scanner = scanner;
  }

  /** Reads the rules, which the first article does otherwise. */
  public void warmUp() {
    readers();
  }

  private synchronized Readers readers() {
    if (readers == null) {
      LineGrammar grammar = LineGrammar.standard();
      TextLanguage language = new TextLanguage();
      readers =
          new Readers(
              new TextReader(grammar, language),
              new HtmlReader(grammar, language, longestWork, scanner.get()));
    }
    return readers;
  }

  /**
   * Reads a page or a fragment of one.
   *
   * @param html decoded markup, however malformed
   * @param address where it comes from, if known: it makes links absolute and names the site
   * @return the article; lines are counted as the page shows them, a headline that it doesn't show
   *     comes first
   * @throws ArticleException if the page isn't an article, with the kind of page as its reason and,
   *     where the page names one, another address to try; {@code article.too-complex} if it can't
   *     be read in time
   */
  public Article fromHtml(String html, @Nullable String address) {
    return readers().pages().read(html, address);
  }

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
    return readers().texts().read(text);
  }
}
