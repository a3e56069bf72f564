package org.nangdok.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ListeningCounts;
import org.nangdok.library.ListeningCounts.Count;
import org.nangdok.library.ListeningCounts.Event;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How often articles are heard and how far. A player tells its events without anything of who
 * listens: no cookie, no address, no name of a device; what is kept is a number.
 */
@RestController
class StatisticsController {

  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 400;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_ARTICLES = 100;
  private static final int LONGEST_HOST = 253;

  private final ListeningCounts counts;
  private final ReadingDesk desk;
  private final Clock clock = Clock.systemUTC();

  StatisticsController(ListeningCounts counts, ReadingDesk desk) {
    this.counts = counts;
    this.desk = desk;
  }

  /** How often each event happened. */
  record Totals(long starts, long quarter, long half, long threeQuarters, long complete) {

    static Totals of(List<Count> counts) {
      Map<Event, Long> sums = new EnumMap<>(Event.class);
      counts.forEach(count -> sums.merge(count.event(), count.total(), Long::sum));
      return new Totals(
          sums.getOrDefault(Event.START, 0L),
          sums.getOrDefault(Event.QUARTER, 0L),
          sums.getOrDefault(Event.HALF, 0L),
          sums.getOrDefault(Event.THREE_QUARTERS, 0L),
          sums.getOrDefault(Event.COMPLETE, 0L));
    }
  }

  record DayView(LocalDate day, Totals totals) {}

  record ArticleView(String id, String title, Address page, Totals totals) {}

  /**
   * @param site host that showed the player; empty for the service's own page
   */
  record SiteView(String site, Totals totals) {}

  record StatisticsView(
      LocalDate from,
      LocalDate to,
      Totals totals,
      List<DayView> days,
      List<ArticleView> articles,
      List<SiteView> sites) {}

  /** A player's event; the site is taken from the header that browsers set themselves. */
  @PostMapping("/api/readings/{id}/heard")
  ResponseEntity<Void> heard(
      @PathVariable String id,
      @RequestParam String event,
      @RequestHeader(name = "Origin", required = false) @Nullable String origin,
      @RequestHeader(name = "Host", required = false) @Nullable String host) {
    Event known = event(event);
    if (desk.lookUp(id).isEmpty()) {
      throw ReadingController.unknown();
    }
    counts.add(today(), id, site(origin, host), known);
    return ResponseEntity.noContent().build();
  }

  private static Event event(String name) {
    for (Event event : Event.values()) {
      if (event.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
        return event;
      }
    }
    throw new ReadingException(
        "request.bad-value", "event must be start, quarter, half, three-quarters or complete.");
  }

  private static String site(@Nullable String origin, @Nullable String own) {
    if (origin == null) {
      return "";
    }
    try {
      URI uri = URI.create(origin);
      String name = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      boolean ours = uri.getRawAuthority() != null && uri.getRawAuthority().equalsIgnoreCase(own);
      return ours || name.length() > LONGEST_HOST ? "" : name;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @GetMapping("/api/statistics")
  StatisticsView statistics(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
    LocalDate last = to == null ? today() : to;
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
    if (first.isAfter(last) || first.isBefore(last.minusDays(MOST_DAYS))) {
      throw new ReadingException(
          "request.bad-value", "from must not be after to, nor more than 400 days before it.");
    }
    List<Count> all = counts.between(first, last, MOST_ROWS);
    List<DayView> days = new ArrayList<>();
    var byDay = new TreeMap<>(grouped(all, Count::day));
    byDay.forEach((day, some) -> days.add(new DayView(day, Totals.of(some))));
    List<ArticleView> articles = new ArrayList<>();
    grouped(all, Count::reading)
        .forEach(
            (id, some) ->
                articles.add(
                    new ArticleView(
                        id, some.getFirst().title(), new Address("/r/" + id), Totals.of(some))));
    articles.sort(Comparator.comparing(article -> -article.totals().starts()));
    List<SiteView> sites = new ArrayList<>();
    grouped(all, Count::site)
        .forEach((site, some) -> sites.add(new SiteView(site, Totals.of(some))));
    sites.sort(Comparator.comparing(site -> -site.totals().starts()));
    return new StatisticsView(
        first,
        last,
        Totals.of(all),
        days,
        articles.subList(0, Math.min(MOST_ARTICLES, articles.size())),
        sites.subList(0, Math.min(MOST_ARTICLES, sites.size())));
  }

  private static <K> Map<K, List<Count>> grouped(List<Count> counts, Function<Count, K> key) {
    Map<K, List<Count>> groups = new LinkedHashMap<>();
    counts.forEach(
        count -> groups.computeIfAbsent(key.apply(count), none -> new ArrayList<>()).add(count));
    return groups;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
