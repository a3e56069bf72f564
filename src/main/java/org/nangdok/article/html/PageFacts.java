package org.nangdok.article.html;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in its markup.
 *
 * @param title the headline, empty if none was found
 * @param subheadline the deck
 * @param byline the printed author, still with title and address
 * @param published when it was published
 * @param modified when it was last changed
 * @param site the outlet
 * @param section the part of the outlet
 * @param canonical the address that the outlet calls the article's own
 * @param image the lead image
 * @param alternate address of an AMP or mobile copy
 * @param freeToRead false if the page says that the article isn't open to all
 * @param sources for each fact by name where it was found
 */
public record PageFacts(
    String title,
    @Nullable String subheadline,
    @Nullable String byline,
    @Nullable OffsetDateTime published,
    @Nullable OffsetDateTime modified,
    @Nullable String site,
    @Nullable String section,
    @Nullable String canonical,
    @Nullable String image,
    @Nullable String alternate,
    boolean freeToRead,
    Map<String, String> sources) {

  public PageFacts {
    sources = new HashMap<>(sources);
  }
}
