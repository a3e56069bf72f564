package org.nangdok.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.publish.Podcast.Episode;

/**
 * RSS 2.0 with Apple's podcast tags and those of Podcasting 2.0: transcripts, chapters and the
 * article's author for each episode.
 */
public final class PodcastFeed {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/rss+xml;charset=UTF-8";

  private static final int LONGEST_DESCRIPTION = 400;
  private static final List<String> TRANSCRIPTS = List.of("vtt", "srt", "json", "html");

  private PodcastFeed() {}

  /**
   * The feed as XML 1.0.
   *
   * @param links makes addresses of the service fit for who asks
   */
  public static String write(Podcast podcast, UnaryOperator<String> links) {
    var xml = new XmlText();
    Map<String, String> root = new LinkedHashMap<>();
    root.put("version", "2.0");
    root.put("xmlns:atom", "http://www.w3.org/2005/Atom");
    root.put("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
    root.put("xmlns:podcast", "https://podcastindex.org/namespace/1.0");
    xml.open("rss", root).open("channel", Map.of());
    element(xml, "title", podcast.title());
    element(xml, "link", podcast.site());
    element(xml, "description", podcast.title() + ". " + Transcript.SYNTHETIC);
    element(xml, "language", podcast.language());
    element(xml, "generator", "Nangdok");
    empty(
        xml,
        "atom:link",
        Map.of("rel", "self", "type", "application/rss+xml", "href", podcast.address()));
    empty(xml, "itunes:category", Map.of("text", "News"));
    element(xml, "itunes:explicit", "false");
    podcast.episodes().forEach(episode -> item(xml, episode, links));
    return xml.close().close().toString();
  }

  private static void item(XmlText xml, Episode episode, UnaryOperator<String> links) {
    Transcript transcript = episode.transcript();
    xml.open("item", Map.of());
    element(xml, "title", transcript.title());
    if (transcript.url() != null) {
      element(xml, "link", transcript.url());
    }
    xml.open("guid", Map.of("isPermaLink", "false")).text("nangdok:" + transcript.id()).close();
    element(xml, "pubDate", date(episode));
    element(xml, "description", description(transcript));
    Map<String, String> enclosure = new LinkedHashMap<>();
    enclosure.put("url", links.apply(transcript.audio()));
    enclosure.put("length", Long.toString(episode.bytes()));
    enclosure.put("type", "audio/mpeg");
    empty(xml, "enclosure", enclosure);
    element(xml, "itunes:duration", Long.toString(Math.round(transcript.millis() / 1000.0)));
    if (transcript.byline() != null) {
      element(xml, "itunes:author", transcript.byline());
      Map<String, String> author = Map.of("role", "author", "group", "writing");
      xml.open("podcast:person", author).text(transcript.byline()).close();
    }
    String beside = StringUtils.substringBeforeLast(transcript.audio(), "/");
    for (String extension : TRANSCRIPTS) {
      String type = Exports.byExtension(extension).map(Export::mediaType).orElse("");
      Map<String, String> link = new LinkedHashMap<>();
      link.put("url", links.apply(beside + "/transcript." + extension));
      link.put("type", StringUtils.substringBefore(type, ";"));
      link.put("language", transcript.language());
      empty(xml, "podcast:transcript", link);
    }
    Map<String, String> chapters = new LinkedHashMap<>();
    chapters.put("url", links.apply(beside + "/chapters.json"));
    chapters.put("type", new PodcastChapters().mediaType());
    empty(xml, "podcast:chapters", chapters);
    xml.close();
  }

  /** RFC 822 with four digits of the year, as RSS 2.0 has it. */
  private static String date(Episode episode) {
    Instant instant =
        episode.transcript().published() == null
            ? episode.added()
            : episode.transcript().published().toInstant();
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static String description(Transcript transcript) {
    String words =
        String.join(
            " ",
            transcript.turns().stream()
                .filter(turn -> !"headline".equals(turn.title()))
                .map(Transcript.Turn::text)
                .toList());
    return StringUtils.abbreviate(words, "…", LONGEST_DESCRIPTION) + "\n" + Transcript.SYNTHETIC;
  }

  private static void element(XmlText xml, String name, String text) {
    xml.open(name, Map.of()).text(text).close();
  }

  private static void empty(XmlText xml, String name, Map<String, String> attributes) {
    xml.open(name, attributes).close();
  }
}
