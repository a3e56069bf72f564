package org.nangdok.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.page.Page;

/** The articles that a site's feed names: RSS 0.9 to 2.0 and Atom 0.3 and 1.0. */
final class SourceArticles {

  private SourceArticles() {}

  /**
   * The addresses of the articles, in the feed's order, which is newest first by custom.
   *
   * @throws org.nangdok.feed.FeedException with code {@code feed.unreadable}
   */
  static List<String> of(Page source) {
    try {
      var input = new SyndFeedInput();
      input.setAllowDoctypes(false); // a document type could name files of this machine
      var feed = input.build(new StringReader(source.html().strip()));
      List<String> addresses = new ArrayList<>();
      for (SyndEntry entry : feed.getEntries()) {
        address(source.address(), entry).ifPresent(addresses::add);
      }
      return addresses.stream().distinct().toList();
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
    try {
      return Optional.of(source.resolve(link.strip()).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
