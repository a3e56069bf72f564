package org.nangdok.article;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page or a pasted text says, in reading order, and what was left out of it.
 *
 * <p>Speaker labels stay in the paragraphs; the script takes them off. Every visible line of the
 * input is either a paragraph or dropped.
 *
 * @param url the page's address, if there is one
 * @param title the headline, empty if none was found
 * @param byline the reporter's name as printed, without e-mail
 * @param published the time of publication with its zone, if the page tells
 * @param language BCP 47 tag of the text itself, not of the markup
 * @param site the outlet's name
 * @param paragraphs what is to be read, in order
 * @param dropped what is not to be read, each with its reason
 * @param details further facts and how the text was found
 */
public record Article(
    @Nullable String url,
    String title,
    @Nullable String byline,
    @Nullable OffsetDateTime published,
    String language,
    @Nullable String site,
    List<Paragraph> paragraphs,
    List<Dropped> dropped,
    Details details) {

  public Article {
    paragraphs = List.copyOf(paragraphs);
    dropped = List.copyOf(dropped);
  }

  /** An article that came as text, without further facts. */
  public Article(
      @Nullable String url,
      String title,
      @Nullable String byline,
      @Nullable OffsetDateTime published,
      String language,
      @Nullable String site,
      List<Paragraph> paragraphs,
      List<Dropped> dropped) {
    this(url, title, byline, published, language, site, paragraphs, dropped, Details.OF_TEXT);
  }

  /** The paragraphs without the headline, which stands in {@link #title()}. */
  public List<Paragraph> body() {
    return paragraphs.stream().filter(p -> p.kind() != Paragraph.Kind.HEADLINE).toList();
  }

  /** The same article under another title, which isn't read for that. */
  public Article titled(String other) {
    return new Article(url, other, byline, published, language, site, paragraphs, dropped, details);
  }

  /** The same article in the language that somebody says it is in. */
  public Article in(String tag) {
    return new Article(url, title, byline, published, tag, site, paragraphs, dropped, details);
  }
}
