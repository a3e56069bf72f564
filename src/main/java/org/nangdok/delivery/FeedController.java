package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Callers;
import org.nangdok.delivery.access.Strangers;
import org.nangdok.feed.FeedDesk;
import org.nangdok.feed.FeedRounds;
import org.nangdok.feed.PersonalFeeds;
import org.nangdok.library.Feed;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Feeds for those who keep them: the administrator, and whoever has a podcast of their own. */
@RestController
@RequestMapping("/api/feeds")
class FeedController {

  private final FeedDesk feeds;
  private final PersonalFeeds personal;
  private final FeedRounds rounds;
  private final ReadingDesk readings;
  private final Keeping keeping;
  private final Voices voices;
  private final Strangers strangers;
  private final PodcastDocuments documents;

  FeedController(
      FeedDesk feeds,
      PersonalFeeds personal,
      FeedRounds rounds,
      ReadingDesk readings,
      Keeping keeping,
      Voices voices,
      Strangers strangers,
      PodcastDocuments documents) {
    this.feeds = feeds;
    this.personal = personal;
    this.rounds = rounds;
    this.readings = readings;
    this.keeping = keeping;
    this.voices = voices;
    this.strangers = strangers;
    this.documents = documents;
  }

  record FeedBody(
      @Nullable String title,
      @Nullable String language,
      @Nullable String source,
      @Nullable String author,
      @Nullable String image) {

    FeedDesk.Wish toWish() {
      return new FeedDesk.Wish(title == null ? "" : title, language, source, author, image);
    }
  }

  record EntryView(String reading, @Nullable String title, String state, @Nullable String url) {}

  record FeedView(
      String name,
      String title,
      @Nullable String language,
      @Nullable String author,
      @Nullable String image,
      String address,
      boolean personal,
      @Nullable String source,
      List<EntryView> entries,
      List<Feed.Refused> refused,
      FeedDesk.@Nullable Failure failure) {}

  record FeedsView(List<FeedView> feeds) {}

  @GetMapping
  FeedsView all(HttpServletRequest request) {
    PersonalFeeds.Caller caller = caller(request);
    return new FeedsView(feeds.all().stream().filter(caller::sees).map(this::view).toList());
  }

  @GetMapping("/{name}")
  FeedView show(@PathVariable String name, HttpServletRequest request) {
    return view(personal.seen(name, caller(request)));
  }

  @PutMapping("/{name}")
  FeedView put(@PathVariable String name, @RequestBody FeedBody body, HttpServletRequest request) {
    PersonalFeeds.Caller caller = caller(request);
    if (name.equals(PersonalFeeds.MINE)) {
      var unused = personal.keptOrMade(name, caller);
    }
    Feed feed = feeds.put(personal.name(name, caller), body.toWish());
    rounds.soon();
    return view(feed);
  }

  @DeleteMapping("/{name}")
  ResponseEntity<Void> remove(@PathVariable String name, HttpServletRequest request) {
    feeds.remove(personal.kept(name, caller(request)).name());
    return ResponseEntity.noContent().build();
  }

  /** A reading that there is, or an article that is read for it. */
  @PostMapping("/{name}/entries")
  FeedView add(@PathVariable String name, @RequestBody EntryBody body, HttpServletRequest request) {
    PersonalFeeds.Caller caller = caller(request);
    if (body.reading() != null) {
      Feed feed = personal.keptOrMade(name, caller);
      return view(feeds.add(feed.name(), body.reading()));
    }
    var asked = body.toRequest();
    voices.requireReady();
    Feed feed = personal.keptOrMade(name, caller);
    Feed filled = feeds.add(feed.name(), asked);
    Callers.programsKey().ifPresent(key -> keeping.own(filled.entries().getFirst().reading(), key));
    return view(filled);
  }

  @DeleteMapping("/{name}/entries/{reading}")
  FeedView take(
      @PathVariable String name, @PathVariable String reading, HttpServletRequest request) {
    return view(feeds.take(personal.kept(name, caller(request)).name(), reading));
  }

  /** Another secret address; the old one leads nowhere from now on. */
  @PostMapping("/{name}/address")
  FeedView renew(@PathVariable String name, HttpServletRequest request) {
    return view(personal.renew(name, caller(request)));
  }

  private PersonalFeeds.Caller caller(HttpServletRequest request) {
    return new PersonalFeeds.Caller(
        strangers.isAtHome(request) ? "" : Callers.programsKey().orElse(null),
        Callers.administers());
  }

  private FeedView view(Feed feed) {
    return new FeedView(
        feed.name(),
        feed.title(),
        feed.language(),
        feed.author(),
        feed.image(),
        documents.address(feed),
        feed.personal() != null,
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
        reading
            .map(known -> known.progress().state().name().toLowerCase(Locale.ROOT))
            .orElse("unknown"),
        entry.address());
  }
}
