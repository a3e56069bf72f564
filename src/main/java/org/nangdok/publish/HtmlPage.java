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

  /**
   * A page of the service's own, in its look and for every width.
   *
   * @param language BCP 47 tag
   */
  public static Document styled(String title, String language) {
    Document document = of(title, language);
    Element head = document.head();
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("link").attr("rel", "stylesheet").attr("href", "/web/reading.css");
    head.appendElement("link").attr("rel", "icon").attr("href", "/web/favicon.svg");
    return document;
  }
}
