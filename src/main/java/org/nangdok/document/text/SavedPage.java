package org.nangdok.document.text;

import org.jsoup.nodes.Element;

/**
 * Whether an HTML file was saved from a site: it has a site's menus, scripts or facts; a book's own
 * (roles of DPUB-ARIA) are none.
 */
final class SavedPage {

  private static final String SIGNS =
      "nav:not([role^=doc-]), script[src], link[rel=canonical], meta[property^=og:],"
          + " script[type=application/ld+json], footer:not([role^=doc-]), aside:not([role^=doc-]), form";

  private SavedPage() {}

  static boolean isOne(Element page) {
    return page.selectFirst(SIGNS) != null;
  }
}
