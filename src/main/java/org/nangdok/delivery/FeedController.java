package org.nangdok.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.feed.FeedDesk;
import org.nangdok.feed.FeedException;
import org.nangdok.feed.FeedRounds;
import org.nangdok.library.Feed;
import org.nangdok.publish.Podcast;
import org.nangdok.publish.PodcastFeed;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.Transcripts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Feeds: for podcast programs, and for the administrator who keeps them. */
@RestController
class FeedController {

  private final FeedDesk feeds;
  private final FeedRounds rounds;
  private final ReadingDesk readings;
  private final SignedLinks links;
  private final URI service;

  FeedController(
      FeedDesk feeds,
      FeedRounds rounds,
      ReadingDesk readings,
      SignedLinks links,
      @Value("${nangdok.public-address}") URI service) {
    this.feeds = feeds;
    this.rounds = rounds;
    this.readings = readings;
    this.links = links;
    this.service = service;
  }

  record FeedBody(@Nullable String title, @Nullable String language, @Nullable String source) {}

  record EntryBody(@Nullable String reading) {}

  record EntryView(String reading, @Nullable String title, String state, @Nullable String url) {}

  record FeedView(
      String name,
      String title,
      String language,
      String address,
      @Nullable String source,
      List<EntryView> entries,
      List<Feed.Refused> refused,
      FeedDesk.@Nullable Failure failure) {}

  record FeedsView(List<FeedView> feeds) {}

  @GetMapping("/feeds/{name}.xml")
  ResponseEntity<byte[]> podcast(@PathVariable String name) {
    Feed feed = feeds.find(name);
    List<Podcast.Episode> episodes = new ArrayList<>();
    for (Feed.Entry entry : feed.entries()) {
      complete(entry)
          .map(
              reading ->
                  new Podcast.Episode(
                      Transcripts.of(reading, service),
                      readings.joined(reading).length(),
                      entry.added()))
          .ifPresent(episodes::add);
    }
    var podcast =
        new Podcast(
            feed.title(),
            feed.language(),
            address(feed),
            service.resolve("/").toString(),
            episodes);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(PodcastFeed.MEDIA_TYPE))
        .header("Cache-Control", "max-age=300")
        .body(PodcastFeed.write(podcast, this::fit).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/api/feeds")
  FeedsView all() {
    return new FeedsView(feeds.all().stream().map(this::view).toList());
  }

  @GetMapping("/api/feeds/{name}")
  FeedView show(@PathVariable String name) {
    return view(feeds.find(name));
  }

  @PutMapping("/api/feeds/{name}")
  FeedView put(@PathVariable String name, @RequestBody FeedBody body) {
    String title = body.title() == null ? "" : body.title();
    String language = body.language() == null ? "ko" : body.language();
    Feed feed = feeds.put(name, title, language, body.source());
    rounds.soon();
    return view(feed);
  }

  @DeleteMapping("/api/feeds/{name}")
  ResponseEntity<Void> remove(@PathVariable String name) {
    feeds.remove(name);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/feeds/{name}/entries")
  FeedView add(@PathVariable String name, @RequestBody EntryBody body) {
    if (body.reading() == null) {
      throw new FeedException("feed.no-reading", "Give the id of a reading in `reading`.");
    }
    return view(feeds.add(name, body.reading()));
  }

  @DeleteMapping("/api/feeds/{name}/entries/{reading}")
  FeedView take(@PathVariable String name, @PathVariable String reading) {
    return view(feeds.take(name, reading));
  }

  private FeedView view(Feed feed) {
    return new FeedView(
        feed.name(),
        feed.title(),
        feed.language(),
        address(feed),
        feed.source(),
        feed.entries().stream().map(this::view).toList(),
        feed.refused(),
        feeds.failure(feed.name()).orElse(null));
  }

  private EntryView view(Feed.Entry entry) {
    Optional<Reading> reading = readings.find(entry.reading());
    return new EntryView(
        entry.reading(),
        reading.map(known -> known.plan().title()).orElse(null),
        reading.map(FeedController::state).orElse("unknown"),
        entry.address());
  }

  private static String state(Reading reading) {
    return reading.progress().state().name().toLowerCase(Locale.ROOT);
  }

  private Optional<Reading> complete(Feed.Entry entry) {
    return readings
        .find(entry.reading())
        .filter(reading -> reading.progress().state() == Reading.State.COMPLETE);
  }

  /** Podcast programs have no key: who may read the feed may hear it. */
  private String fit(String address) {
    return service.resolve(links.sign(URI.create(address).getRawPath())).toString();
  }

  private String address(Feed feed) {
    return service.resolve("/feeds/" + feed.name() + ".xml").toString();
  }
}
