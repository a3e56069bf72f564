package org.nangdok.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.Feed;
import org.nangdok.library.FeedStore;
import org.nangdok.page.PageFetcher;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.reading.ReadingRequest;

/**
 * Keeps the feeds: takes readings in one by one, and follows the feeds of sites. What it has made
 * has no listeners, so it is spoken only when nobody waits.
 */
public final class FeedDesk {

  /** So that a feed's first visit doesn't bring a hundred articles to be spoken. */
  private static final int MOST_AT_ONCE = 10;

  private final FeedStore feeds;
  private final PageFetcher sources;
  private final ReadingPlanner planner;
  private final ReadingDesk readings;
  private final Predicate<String> own;
  private final Clock clock;
  private final ReentrantLock changing = new ReentrantLock();
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();

  /**
   * Why a feed's source could not be followed at the last try.
   *
   * @param code the problem's stable code
   * @param sentence what is wrong and what to do
   */
  public record Failure(String code, String sentence) {}

  /**
   * @param sources fetches feeds, unattended
   * @param planner plans readings of pages that it fetches unattended
   * @param own whether an address lies in a network of the administrator's own
   */
  public FeedDesk(
      FeedStore feeds,
      PageFetcher sources,
      ReadingPlanner planner,
      ReadingDesk readings,
      Predicate<String> own,
      Clock clock) {
    this.feeds = feeds;
    this.sources = sources;
    this.planner = planner;
    this.readings = readings;
    this.own = own;
    this.clock = clock;
  }

  /** All feeds, by name. */
  public List<Feed> all() {
    return feeds.all();
  }

  /**
   * The feed of that name.
   *
   * @throws FeedException with code {@code feed.unknown}
   */
  public Feed find(String name) {
    return feeds.find(name).orElseThrow(() -> unknown(name));
  }

  private static FeedException unknown(String name) {
    return new FeedException("feed.unknown", "There is no feed called " + name + ".");
  }

  /** Why a feed's source could not be followed at the last try, if it couldn't. */
  public Optional<Failure> failure(String name) {
    return Optional.ofNullable(failures.get(name));
  }

  /**
   * What an administrator says of a feed.
   *
   * @param language BCP 47 tag; none if its readings say it
   * @param source the address of the feed that it follows, if any
   * @param author who makes it, for people
   * @param image the address of its artwork
   */
  public record Wish(
      String title,
      @Nullable String language,
      @Nullable String source,
      @Nullable String author,
      @Nullable String image) {}

  /**
   * Makes a feed, or changes what is said of it and keeps its readings.
   *
   * @throws FeedException with code {@code feed.bad-name}, {@code feed.bad-title}, {@code
   *     feed.bad-language} or {@code feed.bad-image}
   */
  public Feed put(String name, Wish wish) {
    FeedWords.require(name, wish);
    return save(
        name,
        before ->
            new Feed(
                name,
                wish.title().strip(),
                StringUtils.trimToNull(wish.language()),
                StringUtils.trimToNull(wish.source()),
                before.map(Feed::entries).orElse(List.of()),
                before.map(Feed::refused).orElse(List.of()),
                before.map(Feed::personal).orElse(null),
                StringUtils.trimToNull(wish.author()),
                StringUtils.trimToNull(wish.image())));
  }

  /** Keeps what is made of the feed of that name, if there is one. */
  Feed save(String name, Function<Optional<Feed>, Feed> change) {
    changing.lock();
    try {
      Feed feed = feeds.keep(name, change);
      failures.remove(name);
      return feed;
    } finally {
      changing.unlock();
    }
  }

  /** Forgets a feed; its readings stay. */
  public void remove(String name) {
    find(name);
    feeds.remove(name);
    failures.remove(name);
  }

  /**
   * Puts a reading on top of a feed.
   *
   * @throws ProblemException if there is no such feed or reading
   */
  public Feed add(String name, String reading) {
    Reading known =
        readings
            .find(reading)
            .orElseThrow(
                () -> new FeedException("feed.no-reading", "There is no reading of that id."));
    return add(name, readings.open(known.plan()), known.plan().url());
  }

  /**
   * Has an article read and puts it on top of a feed; it is spoken when nobody waits for another.
   *
   * @throws ProblemException if there is nothing that can be read
   */
  public Feed add(String name, ReadingRequest request) {
    find(name);
    Reading asked = readings.ask(request);
    return add(name, readings.open(asked.plan()), request.url());
  }

  /** Takes a reading out of a feed. */
  public Feed take(String name, String reading) {
    return change(
        name,
        feed ->
            feed.withEntries(
                feed.entries().stream()
                    .filter(entry -> !entry.reading().equals(reading))
                    .toList()));
  }

  /** Looks once at the source of every feed that follows one. */
  public void follow() {
    for (Feed feed : feeds.all()) {
      if (feed.source() != null) {
        follow(feed, feed.source());
      }
    }
  }

  private void follow(Feed feed, String source) {
    try {
      List<SourceArticles.Named> newest =
          SourceArticles.of(sources.fetch(source)).stream()
              .filter(article -> !feed.knows(article.address()))
              .toList();
      for (SourceArticles.Named article : newest.stream().limit(MOST_AT_ONCE).toList().reversed()) {
        if (own.test(article.address()) && !own.test(source)) {
          refuse(feed, article.address(), "page.blocked-address"); // a stranger's doesn't lead in
        } else {
          take(feed, article);
        }
      }
      failures.remove(feed.name());
    } catch (ProblemException e) {
      failures.put(feed.name(), new Failure(e.code(), e.sentence()));
    }
  }

  /** One article of the source: into the feed, or among the refused, or left for the next visit. */
  private void take(Feed feed, SourceArticles.Named article) {
    try {
      add(feed.name(), readings.open(plan(article)), article.address());
    } catch (ProblemException e) {
      if (!Passing.is(e)) {
        refuse(feed, article.address(), e.code());
      }
    }
  }

  /** A page that only its subscribers see may stand in the feed as a whole. */
  private ReadingPlan plan(SourceArticles.Named article) {
    try {
      return planner.plan(new ReadingRequest(article.address(), null, null, null, Map.of(), 1));
    } catch (ProblemException e) {
      if (article.html() == null || Passing.is(e)) {
        throw e;
      }
      return planner.plan(
          new ReadingRequest(article.address(), article.html(), null, null, Map.of(), 1));
    }
  }

  private void refuse(Feed feed, String article, String code) {
    change(
        feed.name(), now -> now.withRefused(onTop(new Feed.Refused(article, code), now.refused())));
  }

  private Feed add(String name, Reading reading, @Nullable String article) {
    Instant now = clock.instant();
    var entry = new Feed.Entry(reading.plan().id(), article, now);
    return change(
        name,
        feed -> {
          boolean there =
              feed.entries().stream().anyMatch(e -> e.reading().equals(entry.reading()));
          return there ? feed : feed.withEntries(onTop(entry, feed.entries()));
        });
  }

  private Feed change(String name, UnaryOperator<Feed> change) {
    changing.lock();
    try {
      return feeds.keep(name, now -> change.apply(now.orElseThrow(() -> unknown(name))));
    } finally {
      changing.unlock();
    }
  }

  private static <T> List<T> onTop(T first, List<T> others) {
    List<T> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }
}
