package org.nangdok.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final Set<String> CAPTIONS = Set.of("vtt", "srt");
  private static final Character.UnicodeScript HANGUL = Character.UnicodeScript.HANGUL;

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
    channel(xml, podcast);
    podcast.episodes().forEach(episode -> item(xml, episode, links));
    return xml.close().close().toString();
  }

  private static void channel(XmlText xml, Podcast podcast) {
    String author = author(podcast);
    element(xml, "title", podcast.title());
    element(xml, "link", podcast.site());
    element(xml, "description", podcast.title() + ". " + Transcript.SYNTHETIC);
    element(xml, "language", language(podcast));
    element(xml, "generator", "Nangdok");
    podcast.episodes().stream()
        .map(Episode::added)
        .max(Comparator.naturalOrder())
        .ifPresent(newest -> element(xml, "lastBuildDate", rfc822(newest)));
    empty(
        xml,
        "atom:link",
        Map.of("rel", "self", "type", "application/rss+xml", "href", podcast.address()));
    xml.open("image", Map.of());
    element(xml, "url", podcast.image());
    element(xml, "title", podcast.title());
    element(xml, "link", podcast.site());
    xml.close();
    empty(xml, "itunes:image", Map.of("href", podcast.image()));
    empty(xml, "itunes:category", Map.of("text", "News"));
    element(xml, "itunes:author", author);
    element(xml, "itunes:type", "episodic");
    element(xml, "itunes:explicit", "false");
    element(xml, "podcast:guid", PodcastGuid.of(podcast.identity()).toString());
    element(xml, "podcast:medium", "podcast");
    if (podcast.secret()) {
      element(xml, "itunes:block", "Yes");
      element(xml, "podcast:locked", "yes");
    }
  }

  /** That of most episodes; without any, that in which the title is written. */
  private static String language(Podcast podcast) {
    if (podcast.language() != null) {
      return podcast.language();
    }
    boolean korean =
        podcast.title().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == HANGUL);
    return most(podcast.episodes().stream().map(one -> one.transcript().language()))
        .orElse(korean ? "ko" : "en");
  }

  private static String author(Podcast podcast) {
    return podcast.author() != null
        ? podcast.author()
        : most(podcast.episodes().stream().map(one -> Tags.artist(one.transcript())))
            .orElse("Nangdok");
  }

  private static Optional<String> most(Stream<String> values) {
    Map<String, Long> counted =
        values.collect(
            Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
    return counted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
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
    enclosure.put("url", links.apply(transcript.audio() + "?download"));
    enclosure.put("length", Long.toString(episode.bytes()));
    enclosure.put("type", "audio/mpeg");
    empty(xml, "enclosure", enclosure);
    element(xml, "itunes:title", transcript.title());
    element(xml, "itunes:episodeType", "full");
    element(xml, "itunes:explicit", "false");
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
      if (CAPTIONS.contains(extension)) {
        link.put("rel", "captions");
      }
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
    return rfc822(instant);
  }

  private static String rfc822(Instant instant) {
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
