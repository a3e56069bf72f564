package org.nangdok.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.page.Page;

/** The articles that a site's feed names: RSS 0.9 to 2.0 and Atom 0.3 and 1.0. */
final class SourceArticles {

  /** From so many characters on, what a feed brings may be the article itself. */
  private static final int WHOLE = 500;

  /** wallabag's own page of an article; the article's address stands in its link {@code via}. */
  private static final Pattern WALLABAG = Pattern.compile(".*/view/\\d+");

  /** wallabag writes that address as the element's text. */
  private static final Pattern VIA =
      Pattern.compile("<link rel=\"via\">\\s*([^<\"]{1,2048}?)\\s*</link>");

  private SourceArticles() {}

  /**
   * One article.
   *
   * @param address where it stands
   * @param html the article as the feed brings it, if it brings more than a teaser
   */
  record Named(String address, @Nullable String html) {}

  /**
   * The articles in the feed's order, which is newest first by custom, each once.
   *
   * @throws org.nangdok.feed.FeedException with code {@code feed.unreadable}
   */
  static List<Named> of(Page source) {
    try {
      var input = new SyndFeedInput();
      input.setAllowDoctypes(false); // a document type could name files of this machine
      String xml = VIA.matcher(source.html().strip()).replaceAll("<link rel=\"via\" href=\"$1\"/>");
      SyndFeed feed = input.build(new StringReader(xml));
      Map<String, Named> articles = new LinkedHashMap<>();
      for (SyndEntry entry : feed.getEntries()) {
        address(source.address(), entry)
            .ifPresent(
                address -> articles.putIfAbsent(address, new Named(address, content(entry))));
      }
      return List.copyOf(articles.values());
    } catch (FeedException | IllegalArgumentException e) {
      throw new org.nangdok.feed.FeedException(
          "feed.unreadable",
          "What stands at the source's address is not a feed in RSS or Atom. Give the feed's own"
              + " address.",
          e);
    }
  }

  private static Optional<String> address(URI source, SyndEntry entry) {
    @Nullable String link = entry.getLink();
    if (link == null || link.isBlank()) {
      return Optional.empty();
    }
    String wanted = WALLABAG.matcher(link.strip()).matches() ? via(entry).orElse(link) : link;
    try {
      return Optional.of(source.resolve(wanted.strip()).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> via(SyndEntry entry) {
    return entry.getLinks().stream()
        .filter(link -> "via".equals(link.getRel()))
        .map(SyndLink::getHref)
        .filter(href -> href != null && href.startsWith("http"))
        .findFirst();
  }

  private static @Nullable String content(SyndEntry entry) {
    return entry.getContents().stream()
        .filter(content -> isHtml(content) && content.getValue().length() >= WHOLE)
        .map(content -> "<article><h1>" + escaped(entry.getTitle()) + "</h1>" + content.getValue())
        .findFirst()
        .orElse(null);
  }

  private static boolean isHtml(SyndContent content) {
    return content.getValue() != null && content.getValue().contains("<p");
  }

  private static String escaped(@Nullable String title) {
    return title == null ? "" : title.replace("&", "&amp;").replace("<", "&lt;");
  }
}
