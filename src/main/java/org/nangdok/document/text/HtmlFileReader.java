package org.nangdok.document.text;

import java.io.IOException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleException;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.markup.ElementLanguage;
import org.nangdok.document.markup.FreeBookTerms;
import org.nangdok.document.markup.Markup;
import org.nangdok.document.markup.MarkupWalker;

/**
 * Reads HTML files: a saved page by its article, everything else, such as a chapter of a book or a
 * letter, whole.
 */
public final class HtmlFileReader implements DocumentReader {

  private final ArticleExtractor extractor;

  /** Articles are found as they are on pages. */
  public HtmlFileReader(ArticleExtractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.HTML;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    read(FileText.of(file), null, account);
  }

  /**
   * Reads a page's source.
   *
   * @param address where it comes from, if known; it isn't asked for anything
   */
  public void read(String html, @Nullable String address, DocumentAccount account) {
    Element page = Markup.page(html, account);
    if (SavedPage.isOne(page) && !account.wants(DocumentPart.PAGE_FURNITURE)) {
      try {
        account.article(extractor.fromHtml(html, address));
        return;
      } catch (ArticleException e) {
        // Not an article; it is read as it stands.
      }
    }
    account.title(page.select("head > title").text());
    account.language(ElementLanguage.of(page));
    new FreeBookTerms().mark(page);
    MarkupWalker.walk(page, account);
  }
}
