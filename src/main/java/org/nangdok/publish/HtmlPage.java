package org.nangdok.publish;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** An empty HTML page as a tree: whatever is put into it as text stays text. */
public final class HtmlPage {

  private HtmlPage() {}

  /**
   * A page with its title and nothing else.
   *
   * @param language BCP 47 tag
   */
  public static Document of(String title, String language) {
    Document document = Document.createShell("");
    document.prependChild(new DocumentType("html", "", ""));
    document.outputSettings().prettyPrint(false);
    Element root = document.selectFirst("html");
    if (root != null) {
      root.attr("lang", language);
    }
    document.head().appendElement("meta").attr("charset", "utf-8");
    document.head().appendElement("title").text(title);
    return document;
  }
}
