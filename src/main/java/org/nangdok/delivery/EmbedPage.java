package org.nangdok.delivery;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nangdok.publish.HtmlPage;
import org.nangdok.reading.ReadingPlan;

/**
 * The page that another site shows in an {@code <iframe>}: the embedded player, or a plain link
 * where that site may not embed. Built as a tree, so that whatever an article says stays text.
 */
final class EmbedPage {

  private EmbedPage() {}

  /**
   * The player.
   *
   * @param attributes of the player, such as {@code theme} and {@code start}
   * @param links makes addresses of this service fit for who asks
   */
  static String player(
      ReadingPlan plan, Map<String, String> attributes, UnaryOperator<String> links) {
    Document document = page(plan.title(), plan.language());
    Element root = document.selectFirst("html");
    if (root != null) {
      root.attr("data-frame", true); // the player tells the page around how tall it is
    }
    document.head().appendElement("script").attr("type", "module").attr("src", "/embed.js");
    Element player = document.body().appendElement("nangdok-player");
    player.attr("src", links.apply("/r/" + plan.id()));
    attributes.forEach(player::attr);
    Element without = document.body().appendElement("noscript");
    link(without.appendElement("p"), links.apply("/r/" + plan.id()), plan.title());
    without
        .appendElement("audio")
        .attr("controls", true)
        .attr("preload", "none")
        .attr("src", links.apply("/api/readings/" + plan.id() + "/audio.mp3"));
    return document.outerHtml();
  }

  /** A link to the reading and nothing else. */
  static String link(ReadingPlan plan, UnaryOperator<String> links) {
    Document document = page(plan.title(), plan.language());
    String listen = plan.language().startsWith("ko") ? "낭독에서 듣기: " : "Listen on Nangdok: ";
    link(document.body().appendElement("p"), links.apply("/r/" + plan.id()), listen + plan.title());
    return document.outerHtml();
  }

  /** What is shown for a reading that there isn't. */
  static String missing() {
    Document document = page("Nangdok", "en");
    Element sentence = document.body().appendElement("p");
    sentence.appendText("There is no such reading. ");
    sentence
        .appendElement("a")
        .attr("href", "/")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text("Have an article read");
    return document.outerHtml();
  }

  private static void link(Element parent, String address, String text) {
    parent
        .appendElement("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text(text);
  }

  private static Document page(String title, String language) {
    Document document = HtmlPage.of(title, language);
    Element head = document.head();
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("link").attr("rel", "stylesheet").attr("href", "/web/embed/frame.css");
    return document;
  }
}
