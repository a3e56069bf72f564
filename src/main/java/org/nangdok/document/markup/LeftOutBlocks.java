package org.nangdok.document.markup;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** A left-out element's entries, so that ten notes in one list are counted as ten. */
record LeftOutBlocks(DocumentAccount account, DocumentPart part, @Nullable String language) {

  private static final String LISTS = "ol, ul, dl, section, aside, div, nav, body";

  void of(Element element) {
    boolean holds =
        element.is(LISTS)
            && element.ownText().isBlank()
            && element.children().stream().anyMatch(ElementRole::isBlock);
    if (!holds || isOneNote(element)) {
      account.leave(part, element.text(), language);
      return;
    }
    for (Element child : element.children()) {
      of(child);
    }
  }

  /** The paragraphs of one note stay together. */
  private boolean isOneNote(Element element) {
    return part == DocumentPart.NOTE
        && (ElementRole.types(element).stream()
                .anyMatch(type -> type.matches("(?:doc-)?(?:footnote|endnote|rearnote)"))
            || element.children().stream().allMatch(child -> child.nameIs("p"))
                && element.children().size() <= 1);
  }
}
