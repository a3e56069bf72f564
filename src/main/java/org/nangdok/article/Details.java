package org.nangdok.article;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article beside the text, and how the text was found.
 *
 * @param subheadline the deck under the headline
 * @param modified the time of the last change with its zone
 * @param section the part of the outlet, such as {@code Politics}
 * @param image absolute address of the lead image
 * @param canonical absolute address that the outlet calls the article's own
 * @param liveBlog whether the text is the newest posts of a live blog
 * @param chosenBy the candidate that gave the text, such as {@code profile:kbs} or {@code scored}
 * @param explanation one line per candidate: its name, figures and why it won or lost
 * @param sources for each fact, such as {@code title}, where it was found, such as {@code json-ld}
 */
public record Details(
    @Nullable String subheadline,
    @Nullable OffsetDateTime modified,
    @Nullable String section,
    @Nullable String image,
    @Nullable String canonical,
    boolean liveBlog,
    String chosenBy,
    List<String> explanation,
    Map<String, String> sources) {

  /** Nothing known beside the text, which came as text. */
  public static final Details OF_TEXT =
      new Details(null, null, null, null, null, false, "text", List.of(), Map.of());

  public Details {
    explanation = List.copyOf(explanation);
    sources = Map.copyOf(sources);
  }
}
