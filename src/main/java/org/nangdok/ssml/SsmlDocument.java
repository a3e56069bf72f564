package org.nangdok.ssml;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document in SSML as it will be spoken.
 *
 * @param language BCP 47 tag of its root, if it has one
 * @param parts what is heard, in order
 * @param unfollowed what isn't done as it stands there, each thing once
 */
public record SsmlDocument(
    @Nullable String language, List<Part> parts, List<Unfollowed> unfollowed) {

  /** The longest source that is taken, in UTF-16 units. */
  public static final int LONGEST = 200_000;

  public SsmlDocument {
    parts = List.copyOf(parts);
    unfollowed = List.copyOf(unfollowed);
  }

  /**
   * Reads a document.
   *
   * @throws SsmlException if it isn't well-formed, has a document type, an element that isn't known
   *     here, or is nested too deeply
   */
  public static SsmlDocument read(String source) {
    return new SsmlReader().read(source);
  }

  /** Whether a text means to be SSML: it begins with its root. */
  public static boolean isOne(String text) {
    String start = text.stripLeading();
    return start.startsWith("<speak") || start.startsWith("<?xml") && start.contains("<speak");
  }

  /** All its words as written, paragraphs on lines of their own. */
  public String text() {
    return parts.stream()
        .filter(Part.Spoken.class::isInstance)
        .map(Part.Spoken.class::cast)
        .map(spoken -> separator(spoken.place()) + spoken.text())
        .collect(Collectors.joining())
        .strip();
  }

  private static String separator(Part.Place place) {
    return switch (place) {
      case PARAGRAPH -> "\n";
      case SENTENCE -> " ";
      case CONTINUES -> "";
    };
  }
}
