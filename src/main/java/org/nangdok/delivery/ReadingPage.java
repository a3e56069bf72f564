package org.nangdok.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nangdok.publish.HtmlPage;
import org.nangdok.publish.OEmbed;
import org.nangdok.publish.RoleName;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.PlannedTurn;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.script.Speaker;

/**
 * A reading as a page that needs no script: headline, transcript, audio, downloads. Where scripts
 * run, it becomes the player. Built as a tree, so that whatever an article says stays text.
 */
final class ReadingPage {

  private static final Map<String, String> OTHER_FILES = new LinkedHashMap<>();

  static {
    OTHER_FILES.put("M4A", "/audio.m4a?download");
    OTHER_FILES.put("Ogg Opus", "/audio.ogg?download");
    OTHER_FILES.put("FLAC", "/audio.flac?download");
    OTHER_FILES.put("WAV", "/audio.wav?download");
    OTHER_FILES.put("WebVTT", "/transcript.vtt?download");
    OTHER_FILES.put("SRT", "/transcript.srt?download");
    OTHER_FILES.put("TXT", "/transcript.txt?download");
    OTHER_FILES.put("ZIP", "/article.zip");
    OTHER_FILES.put("EPUB", "/book.epub");
    OTHER_FILES.put("DAISY", "/daisy.zip");
    OTHER_FILES.put("M4B", "/audiobook.m4b");
  }

  private ReadingPage() {}

  /**
   * @param address the page's own address, absolute
   * @param links makes addresses of this service fit for who asks
   */
  static String of(Reading reading, URI address, UnaryOperator<String> links) {
    ReadingPlan plan = reading.plan();
    boolean korean = plan.language().startsWith("ko");
    Element body = page(plan.title(), plan.language());
    discovery(body, plan, address);
    SharedPreview.write(body, reading, address);
    Element main = body.appendElement("main");
    main.appendElement("h1").text(plan.title());
    facts(main, plan);
    sound(main, reading, links);
    main.appendElement("p")
        .addClass("synthetic")
        .text(korean ? "모든 목소리는 합성음입니다." : "All voices are synthetic.");
    for (PlannedTurn turn : plan.turns()) {
      turn(main, turn, korean);
    }
    if (!plan.credits().isEmpty()) {
      main.appendElement("p").addClass("credits").text(String.join(" · ", plan.credits()));
    }
    return document(body);
  }

  private static Element page(String title, String language) {
    return HtmlPage.styled(title, language).body();
  }

  private static void sound(Element main, Reading reading, UnaryOperator<String> links) {
    boolean korean = reading.plan().language().startsWith("ko");
    String base = "/api/readings/" + reading.plan().id();
    boolean complete = reading.progress().state() == Reading.State.COMPLETE;
    Element audio =
        main.appendElement("audio")
            .attr("controls", true)
            .attr("preload", "metadata")
            .attr("src", links.apply(base + "/audio.mp3"));
    if (complete) {
      audio
          .appendElement("track")
          .attr("kind", "captions")
          .attr("src", links.apply(base + "/transcript.vtt"))
          .attr("srclang", reading.plan().language())
          .attr("label", korean ? "자막" : "Captions")
          .attr("default", true);
    }
    Element places = main.appendElement("p");
    String mp3 = links.apply(base + "/audio.mp3?download");
    link(places, mp3, korean ? "MP3 내려받기" : "Download the MP3");
    link(places, "/?id=" + reading.plan().id(), korean ? "낭독기에서 열기" : "Open in the player");
    if (complete) {
      Element more = main.appendElement("p").addClass("more");
      more.appendElement("span").text(korean ? "다른 형식:" : "Other formats:");
      more.appendText(" ");
      OTHER_FILES.forEach((name, path) -> link(more, links.apply(base + path), name));
    }
  }

  /** What tells other sites how to show the player (oEmbed 1.0, 4). */
  private static void discovery(Element body, ReadingPlan plan, URI address) {
    Element head = body.ownerDocument() == null ? body : body.ownerDocument().head();
    String page = URLEncoder.encode(address.toString(), StandardCharsets.UTF_8);
    head.appendElement("script").attr("type", "module").attr("src", "/web/upgrade.js");
    head.appendElement("link")
        .attr("rel", "alternate")
        .attr("type", OEmbed.MEDIA_TYPE)
        .attr("href", address.resolve("/oembed?format=json&url=" + page).toString())
        .attr("title", plan.title());
  }

  private static void facts(Element main, ReadingPlan plan) {
    Element facts = main.appendElement("p").addClass("facts");
    if (plan.site() != null) {
      facts.appendElement("span").text(plan.site());
    }
    if (plan.byline() != null) {
      facts.appendElement("span").text(plan.byline());
    }
    if (plan.published() != null) {
      facts
          .appendElement("time")
          .attr("datetime", plan.published().toString())
          .text(plan.published().toLocalDate().toString());
    }
    String url = plan.url();
    if (url != null && (url.startsWith("http://") || url.startsWith("https://"))) {
      link(facts, url, url);
    }
  }

  private static void turn(Element main, PlannedTurn turn, boolean korean) {
    Element section = main.appendElement("section").addClass("turn");
    if (turn.name() != null) {
      String title = turn.title() == null ? "" : " · " + turn.title();
      section.appendElement("h2").text(turn.name() + title);
    } else if (turn.speaker() != Speaker.NARRATOR) {
      section.appendElement("h2").text(role(turn, korean));
    }
    Element paragraph = null;
    int line = -1;
    for (PlannedSentence sentence : turn.sentences()) {
      if (paragraph == null || sentence.line() != line) {
        paragraph = section.appendElement("p");
        line = sentence.line();
      } else {
        paragraph.appendText(" ");
      }
      paragraph.appendElement("span").id("s" + sentence.index()).text(sentence.text());
    }
  }

  private static String role(PlannedTurn turn, boolean korean) {
    String role = RoleName.of(turn.speaker().code(), korean ? "ko" : "en");
    return turn.title() == null ? role : role + " · " + turn.title();
  }

  private static void link(Element parent, String address, String text) {
    parent.appendElement("a").attr("href", address).text(text);
    parent.appendText(" ");
  }

  private static String document(Element inside) {
    Document document = inside.ownerDocument();
    return document == null ? inside.outerHtml() : document.outerHtml();
  }
}
