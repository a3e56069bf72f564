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
 * @param readAs the form that a pasted text was read as, such as {@code subtitles}, if it had one
 * @param warnings what readers should know about the extraction, as sentences
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
    @Nullable String readAs,
    List<String> warnings,
    Map<String, String> sources) {

  /** Nothing known beside the text, which came as text. */
  public static final Details OF_TEXT =
      new Details(
          null, null, null, null, null, false, "text", List.of(), null, List.of(), Map.of());

  public Details {
    explanation = List.copyOf(explanation);
    warnings = List.copyOf(warnings);
    sources = Map.copyOf(sources);
  }

  /**
   * Nothing known beside the text, which came as text.
   *
   * @param form what it was read as, empty for plain prose
   */
  static Details ofText(String form) {
    return form.isEmpty()
        ? OF_TEXT
        : new Details(
            null,
            null,
            null,
            null,
            null,
            false,
            "text",
            List.of(),
            form,
            List.of("The text was read as " + form + "; what belongs to that form is left out."),
            Map.of());
  }
}
