package org.nangdok.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
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
    return feeds
        .find(name)
        .orElseThrow(
            () -> new FeedException("feed.unknown", "There is no feed called " + name + "."));
  }

  /** Why a feed's source could not be followed at the last try, if it couldn't. */
  public Optional<Failure> failure(String name) {
    return Optional.ofNullable(failures.get(name));
  }

  /**
   * Makes a feed, or changes its title, language and source and keeps its readings.
   *
   * @param source the address of the feed that it follows, if any
   * @throws FeedException with code {@code feed.bad-name}, {@code feed.bad-title} or {@code
   *     feed.bad-language}
   */
  public Feed put(String name, String title, String language, @Nullable String source) {
    if (!Feed.isName(name)) {
      throw new FeedException(
          "feed.bad-name",
          "A feed's name has lower-case Latin letters, digits and hyphens, at most 64.");
    }
    if (title.isBlank() || title.length() > 200) {
      throw new FeedException(
          "feed.bad-title", "Give the feed a title of at most 200 characters in `title`.");
    }
    try {
      var unused = new Locale.Builder().setLanguageTag(language).build();
    } catch (IllformedLocaleException e) {
      throw new FeedException(
          "feed.bad-language", "language must be a BCP 47 tag such as ko or en-US.", e);
    }
    changing.lock();
    try {
      Optional<Feed> before = feeds.find(name);
      Feed feed =
          new Feed(
              name,
              title.strip(),
              language,
              StringUtils.trimToNull(source),
              before.map(Feed::entries).orElse(List.of()),
              before.map(Feed::refused).orElse(List.of()));
      feeds.save(feed);
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
      List<String> articles = SourceArticles.of(sources.fetch(source));
      List<String> newest = articles.stream().filter(article -> !feed.knows(article)).toList();
      for (String article : newest.stream().limit(MOST_AT_ONCE).toList().reversed()) {
        if (own.test(article) && !own.test(source)) {
          refuse(feed, article, "page.blocked-address"); // a stranger's feed doesn't lead into it
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
  private void take(Feed feed, String article) {
    var request = new ReadingRequest(article, null, null, null, Map.of(), 1);
    try {
      add(feed.name(), readings.open(planner.plan(request)), article);
    } catch (ProblemException e) {
      if (!Passing.is(e)) {
        refuse(feed, article, e.code());
      }
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
      Feed changed = change.apply(find(name));
      feeds.save(changed);
      return changed;
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
