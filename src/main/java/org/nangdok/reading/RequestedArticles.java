package org.nangdok.reading;

import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleException;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.DocumentArticle;
import org.nangdok.page.Page;
import org.nangdok.page.PageFetcher;
import org.nangdok.problem.ProblemException;

/** The articles that requests name: by text, by HTML, by the address of a page or by a file. */
final class RequestedArticles {

  private final PageFetcher pages;
  private final ArticleExtractor extractor;

  RequestedArticles(PageFetcher pages, ArticleExtractor extractor) {
    this.pages = pages;
    this.extractor = extractor;
  }

  /**
   * The article that a request names.
   *
   * @throws ProblemException if it can't be fetched or isn't one
   */
  Article of(ReadingRequest request) {
    if (request.document() != null) {
      return DocumentArticle.of(request.document());
    }
    if (request.text() != null) {
      if (TypedAddress.isOne(request.text())) {
        throw new ReadingException(
            "request.address-as-text",
            "This looks like the address of a page, not like a text. Send it as `url`, beginning"
                + " with https://.");
      }
      return extractor.fromText(request.text());
    }
    if (request.html() != null) {
      return extractor.fromHtml(request.html(), request.url());
    }
    Page page = pages.fetch(StringUtils.defaultString(request.url()));
    try {
      return extract(page);
    } catch (ArticleException refusal) {
      return refusal.alternate().flatMap(this::tryAlternate).orElseThrow(() -> refusal);
    }
  }

  private Article extract(Page page) {
    return extractor.fromHtml(page.html(), page.address().toString());
  }

  /**
   * The page's AMP or mobile copy, tried once; whatever is wrong with it, the first refusal counts.
   */
  private Optional<Article> tryAlternate(String address) {
    try {
      return Optional.of(extract(pages.fetch(address)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }
}
