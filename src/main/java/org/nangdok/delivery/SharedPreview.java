package org.nangdok.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingPlan;
import tools.jackson.databind.json.JsonMapper;

/**
 * What messengers, social networks and search engines read of a reading's page: Open Graph
 * (ogp.me), Twitter cards, the canonical address, and schema.org's AudioObject as JSON-LD.
 */
final class SharedPreview {

  private static final int DESCRIPTION = 200;
  private static final String ICON = "/web/icons/512.png";

  private SharedPreview() {}

  /**
   * Puts it into the head of a page.
   *
   * @param body of the page
   * @param address the page's own, absolute
   */
  static void write(Element body, Reading reading, URI address) {
    Document document = body.ownerDocument();
    if (document == null) {
      return;
    }
    ReadingPlan plan = reading.plan();
    String description = description(plan);
    URI audio = address.resolve("/api/readings/" + plan.id() + "/audio.mp3");
    URI image = address.resolve(ICON);
    Element head = document.head();
    head.appendElement("link").attr("rel", "canonical").attr("href", address.toString());
    head.appendElement("meta").attr("name", "description").attr("content", description);
    property(head, "og:type", "article");
    property(head, "og:site_name", plan.site() == null ? "Nangdok" : plan.site() + " · Nangdok");
    property(head, "og:title", plan.title());
    property(head, "og:description", description);
    property(head, "og:url", address.toString());
    property(head, "og:locale", plan.language().startsWith("ko") ? "ko_KR" : "en_US");
    property(head, "og:image", image.toString());
    property(head, "og:image:width", "512");
    property(head, "og:image:height", "512");
    property(head, "og:image:alt", "Nangdok");
    property(head, "og:audio", audio.toString());
    property(head, "og:audio:type", "audio/mpeg");
    if (plan.published() != null) {
      property(head, "article:published_time", plan.published().toString());
    }
    head.appendElement("meta").attr("name", "twitter:card").attr("content", "summary");
    Element data = head.appendElement("script").attr("type", "application/ld+json");
    data.appendChild(new DataNode(jsonLd(reading, address, audio, image, description)));
  }

  /** How the article begins; its headline stands in the title already. */
  private static String description(ReadingPlan plan) {
    String text =
        plan.turns().stream()
            .filter(turn -> !"headline".equals(turn.title()))
            .flatMap(turn -> turn.sentences().stream())
            .map(PlannedSentence::text)
            .limit(6)
            .collect(Collectors.joining(" "));
    return StringUtils.abbreviate(text, "…", DESCRIPTION);
  }

  private static String jsonLd(
      Reading reading, URI address, URI audio, URI image, String description) {
    ReadingPlan plan = reading.plan();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("@context", "https://schema.org");
    object.put("@type", "AudioObject");
    object.put("name", plan.title());
    object.put("description", description);
    object.put("inLanguage", plan.language());
    object.put("url", address.toString());
    object.put("contentUrl", audio.toString());
    object.put("encodingFormat", "audio/mpeg");
    object.put("thumbnailUrl", image.toString());
    object.put("uploadDate", reading.created().toString());
    if (reading.progress().timeline().complete()) {
      object.put("duration", Duration.ofMillis(reading.progress().timeline().millis()).toString());
    }
    if (plan.url() != null && plan.url().startsWith("http")) {
      object.put("isBasedOn", plan.url());
    }
    // no text of an article may end the element that it stands in
    return JsonMapper.shared().writeValueAsString(object).replace("<", "\\u003c");
  }

  private static void property(Element head, String name, String content) {
    head.appendElement("meta").attr("property", name).attr("content", content);
  }
}
