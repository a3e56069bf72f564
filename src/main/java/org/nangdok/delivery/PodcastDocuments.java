package org.nangdok.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.library.Feed;
import org.nangdok.publish.Podcast;
import org.nangdok.publish.PodcastArtwork;
import org.nangdok.publish.PodcastFeed;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.Transcripts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** What podcast programs get of a feed: its document and its picture, each with an entity tag. */
@Component
class PodcastDocuments {

  private static final int MOST = 1000;

  private final ReadingDesk readings;
  private final Downloads downloads;
  private final SignedLinks links;
  private final URI service;
  private final Clock clock = Clock.systemUTC();
  private final Cache<String, Instant> changed = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, byte[]> pictures = Caffeine.newBuilder().maximumSize(50).build();

  PodcastDocuments(
      ReadingDesk readings,
      Downloads downloads,
      SignedLinks links,
      @Value("${nangdok.public-address}") URI service) {
    this.readings = readings;
    this.downloads = downloads;
    this.links = links;
    this.service = service;
  }

  /**
   * A document as it is at the moment.
   *
   * @param etag a strong entity tag, with its quotes
   * @param changed when it was seen like this first
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Document(byte[] bytes, String etag, Instant changed) {}

  /** Where podcast programs find a feed. */
  String address(Feed feed) {
    return service
        .resolve(
            feed.personal() == null
                ? "/feeds/" + feed.name() + ".xml"
                : below(feed.personal()) + "feed.xml")
        .toString();
  }

  private static String below(Feed.Personal personal) {
    return "/podcasts/" + personal.secret() + "/";
  }

  /** The feed as RSS. */
  Document rss(Feed feed) {
    Feed.Personal personal = feed.personal();
    UnaryOperator<String> fit =
        personal == null ? this::signed : address -> secret(address, personal);
    String image =
        personal == null ? "/feeds/" + feed.name() + ".png" : below(personal) + "cover.png";
    var podcast =
        new Podcast(
            feed.title(),
            feed.language(),
            feed.author(),
            address(feed),
            service.resolve("/feeds/" + feed.name() + ".xml").toString(),
            service.resolve("/").toString(),
            feed.image() != null ? feed.image() : fit.apply(service.resolve(image).toString()),
            personal != null,
            episodes(feed));
    return document(feed, PodcastFeed.write(podcast, fit).getBytes(StandardCharsets.UTF_8));
  }

  /** The feed's picture as PNG. */
  Document picture(Feed feed) {
    return document(feed, pictures.get(feed.title(), PodcastArtwork::png));
  }

  private List<Podcast.Episode> episodes(Feed feed) {
    List<Podcast.Episode> episodes = new ArrayList<>();
    for (Feed.Entry entry : feed.entries()) {
      complete(entry)
          .map(
              reading ->
                  new Podcast.Episode(
                      Transcripts.of(reading, service),
                      downloads.mp3(reading).length(),
                      entry.added()))
          .ifPresent(episodes::add);
    }
    return episodes;
  }

  private Optional<Reading> complete(Feed.Entry entry) {
    return readings
        .find(entry.reading())
        .filter(reading -> reading.progress().state() == Reading.State.COMPLETE);
  }

  private Document document(Feed feed, byte[] bytes) {
    String hash = DigestUtils.md5DigestAsHex(bytes);
    Instant seen = changed.get(feed.name() + " " + hash, name -> clock.instant());
    return new Document(bytes, "\"" + hash + "\"", seen);
  }

  /** Podcast programs have no key: who may read the feed may hear it. */
  private String signed(String address) {
    URI uri = URI.create(address);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return service.resolve(links.sign(uri.getRawPath() + query)).toString();
  }

  /** What belongs to a podcast of somebody's own lies below its secret. */
  private String secret(String address, Feed.Personal personal) {
    String path = URI.create(address).getRawPath();
    String own = StringUtils.removeStart(path, "/api/readings/");
    return own.equals(path) ? address : service.resolve(below(personal) + own).toString();
  }
}
