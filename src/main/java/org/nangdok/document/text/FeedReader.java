package org.nangdok.document.text;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.markup.Markup;
import org.nangdok.document.markup.MarkupWalker;

/** Reads saved feeds (RSS, Atom): a chapter an entry, with the text that the feed itself holds. */
public final class FeedReader implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.FEED;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    SyndFeed feed;
    try {
      var input = new SyndFeedInput();
      input.setAllowDoctypes(false);
      feed = input.build(new StringReader(FileText.of(file).strip()));
    } catch (FeedException | IllegalArgumentException e) {
      throw new IOException("no feed", e);
    }
    account.title(plain(feed.getTitle(), account));
    account.language(feed.getLanguage());
    for (SyndEntry entry : feed.getEntries()) {
      String title = plain(entry.getTitle(), account);
      account.chapter(title, null);
      account.heading(1, title, null);
      text(entry).ifPresent(html -> MarkupWalker.walk(Markup.page(html, account), account));
    }
  }

  /** The longest of what the entry says, which is its text where it has one. */
  private static Optional<String> text(SyndEntry entry) {
    return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
        .map(SyndContent::getValue)
        .filter(value -> !StringUtils.isBlank(value))
        .max(Comparator.comparingInt(String::length));
  }

  private static String plain(String html, DocumentAccount account) {
    return html == null ? "" : Markup.page(html, account).text();
  }
}
