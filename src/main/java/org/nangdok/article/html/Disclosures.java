package org.nangdok.article.html;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a page shows after a press on the heading above it, as a reader who wants all of it
 * would: the panels of accordions, tabs and disclosures (WAI-ARIA Authoring Practices: a control
 * with {@code aria-controls} names a panel that is hidden until then). Menus and dialogs stay shut.
 */
final class Disclosures {

  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";

  /** Where a control opens a menu, a search or a box over the page. */
  private static final String ELSEWHERE =
      "nav, header, footer, aside, form, dialog, menu, [role=navigation], [role=dialog], [role=menu],"
          + " [role=menubar], [role=banner], [role=search], [aria-modal=true]";

  private Disclosures() {}

  /** Changes a page to what its readers see once they have opened all of its text. */
  static void open(Document document) {
    Map<String, Element> panels = new HashMap<>();
    for (Element control : document.select("[aria-controls]")) {
      if (panels.isEmpty()) {
        document.select("[id]").forEach(element -> panels.putIfAbsent(element.id(), element));
      }
      for (String id : StringUtils.split(control.attr("aria-controls"))) { // a list of ids
        @Nullable Element panel = panels.get(id);
        if (panel != null && opensText(control, panel)) {
          panel.removeAttr("hidden").removeAttr("style");
        }
      }
    }
  }

  private static boolean opensText(Element control, Element panel) {
    boolean headed =
        control.closest(HEADINGS) != null
            || control.selectFirst(HEADINGS) != null
            || panel.attr("role").equals("region")
            || panel.attr("role").equals("tabpanel");
    return headed && control.closest(ELSEWHERE) == null && panel.closest(ELSEWHERE) == null;
  }
}
