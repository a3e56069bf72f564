package org.nangdok.document.text;

import org.jsoup.nodes.Element;

/** Whether an HTML file was saved from a site: it has a site's menus, scripts or facts. */
final class SavedPage {

  private static final String SIGNS =
      "nav, script[src], link[rel=canonical], meta[property^=og:], script[type=application/ld+json],"
          + " footer, aside, form";

  private SavedPage() {}

  static boolean isOne(Element page) {
    return page.selectFirst(SIGNS) != null;
  }
}
