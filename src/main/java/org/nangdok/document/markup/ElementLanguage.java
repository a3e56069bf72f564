package org.nangdok.document.markup;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The language that a page gives itself. */
public final class ElementLanguage {

  private ElementLanguage() {}

  /** That of its root or body; null if neither says one. */
  public static @Nullable String of(Element page) {
    for (Element element : page.select("html, body")) {
      String language = ElementRole.language(element);
      if (!language.isEmpty()) {
        return language;
      }
    }
    return null;
  }
}
