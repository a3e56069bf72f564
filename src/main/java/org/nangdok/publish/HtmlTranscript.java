package org.nangdok.publish;

import java.util.Locale;
import org.jsoup.nodes.Document;
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
    Document document = HtmlPage.of(transcript.title(), transcript.language());
    document.head().appendElement("meta").attr("name", "generator").attr("content", "Nangdok");
    Element body = document.body();
    body.appendElement("h1").text(transcript.title());
    body.appendElement("p").appendElement("small").text(Transcript.SYNTHETIC);
    for (Turn turn : transcript.turns()) {
      body.appendElement("cite").text(turn.who(transcript.language()) + ":");
      body.appendElement("time").text(minutes(turn.start()));
      Paragraphs.of(turn).forEach(paragraph -> body.appendElement("p").text(paragraph));
    }
    for (String credit : transcript.credits()) {
      body.appendElement("p").appendElement("small").text(credit);
    }
    return document.outerHtml();
  }

  private static String minutes(long millis) {
    return String.format(Locale.ROOT, "%d:%02d", millis / 60_000, millis / 1000 % 60);
  }
}
