package org.nangdok.publish;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.nangdok.publish.Transcript.Turn;

/**
 * The HTML transcript of Podcasting 2.0: {@code cite}, {@code time} and {@code p} for each turn.
 */
final class HtmlTranscript implements Export {

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public String mediaType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public String write(Transcript transcript) {
    Document document = Document.createShell("");
    document.prependChild(new DocumentType("html", "", ""));
    document.outputSettings().prettyPrint(false);
    Element root = document.selectFirst("html");
    if (root != null) {
      root.attr("lang", transcript.language());
    }
    document.head().appendElement("meta").attr("charset", "utf-8");
    document.head().appendElement("meta").attr("name", "generator").attr("content", "Nangdok");
    document.head().appendElement("title").text(transcript.title());
    Element body = document.body();
    body.appendElement("h1").text(transcript.title());
    body.appendElement("p").appendElement("small").text(Transcript.SYNTHETIC);
    for (Turn turn : transcript.turns()) {
      body.appendElement("cite").text(turn.who() + ":");
      body.appendElement("time").text(minutes(turn.start()));
      Paragraphs.of(turn).forEach(paragraph -> body.appendElement("p").text(paragraph));
    }
    return document.outerHtml();
  }

  private static String minutes(long millis) {
    return String.format("%d:%02d", millis / 60_000, millis / 1000 % 60);
  }
}
