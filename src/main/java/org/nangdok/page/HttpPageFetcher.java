package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Ticker;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.nangdok.page.SharedFetches.Fetched;

/**
 * Fetches pages over HTTP within {@link FetchSettings}: every redirect goes through the same checks
 * as the first address, and one deadline covers all of it.
 */
public final class HttpPageFetcher implements PageFetcher, AutoCloseable {

  private static final Map<String, String> FEED =
      Map.of("Accept", "application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.1");

  private final FetchSettings settings;
  private final HttpDoor door;
  private final Robots robots;
  private final Errand forListeners =
      new Errand(HttpDoor.WantedBody::page, Map.of(), false, new PageCache(Ticker.systemTicker()));
  private final Errand unattended = forListeners.obeyingRobots();
  private final Errand forFeeds =
      new Errand(HttpDoor.WantedBody::feed, FEED, true, new PageCache(Ticker.systemTicker()));

  /** A fetcher that asks this machine's name servers and trusts this machine's certificates. */
  public HttpPageFetcher(FetchSettings settings) {
    this(settings, new MannersInMemory(Ticker.systemTicker()));
  }

  /** The same, one of several machines that are polite together. */
  public HttpPageFetcher(FetchSettings settings, SiteManners manners) {
    this(settings, NameResolver.ofThisMachine(), usualTrust(), manners);
  }

  /** A fetcher with its own names and trusted certificates: for tests that run their own sites. */
  public HttpPageFetcher(FetchSettings settings, NameResolver names, SSLContext tls) {
    this(settings, names, tls, new MannersInMemory(Ticker.systemTicker()));
  }

  /** The same, one of several machines. */
  public HttpPageFetcher(
      FetchSettings settings, NameResolver names, SSLContext tls, SiteManners manners) {
    this.settings = settings;
    this.door = new HttpDoor(settings, names, tls, manners);
    this.robots = new Robots(door, settings.reach());
  }

  @Override
  public Page fetch(String address) {
    return run(forListeners, address);
  }

  /**
   * The same fetcher for when no person asked for the page at this moment, as a feed does: it obeys
   * robots.txt ({@code page.disallowed}).
   */
  public PageFetcher unattended() {
    return address -> run(unattended, address);
  }

  /** Fetches feeds (RSS, Atom) instead of pages, unattended. */
  public PageFetcher feeds() {
    return address -> run(forFeeds, address);
  }

  /** Whether an address lies in a network of the administrator's own. */
  public boolean isOwn(String address) {
    try {
      return settings.reach().isOwn(WebAddress.parse(address, settings.reach()));
    } catch (PageException e) {
      return false;
    }
  }

  private Page run(Errand errand, String address) {
    WebAddress start = WebAddress.parse(address, settings.reach());
    return errand.fetches().join(start.uri(), () -> journey(start, errand));
  }

  @Override
  public void close() {
    door.close();
  }

  /**
   * What one kind of fetch wants.
   *
   * @param accept request headers that say so
   * @param obeyRobots whether robots.txt decides
   * @param cache what was lately found; feeds and pages never answer for each other
   * @param fetches those that are under way
   */
  private record Errand(
      HttpDoor.WantedBody wanted,
      Map<String, String> accept,
      boolean obeyRobots,
      PageCache cache,
      SharedFetches fetches) {

    Errand(
        HttpDoor.WantedBody wanted,
        Map<String, String> accept,
        boolean obeyRobots,
        PageCache cache) {
      this(wanted, accept, obeyRobots, cache, new SharedFetches());
    }

    Errand obeyingRobots() {
      return new Errand(wanted, accept, true, cache);
    }

    Map<String, String> headers(Map<String, String> conditions) {
      Map<String, String> headers = new HashMap<>(accept);
      headers.putAll(conditions);
      return headers;
    }
  }

  /** A page and how many redirects it took to get there. */
  private record Arrival(Fetched fetched, int redirects) {}

  private Fetched journey(WebAddress start, Errand errand) {
    Deadline deadline = Deadline.in(settings.total());
    Arrival arrival = follow(start, 0, errand, deadline);
    for (Optional<WebAddress> next = refresh(arrival); next.isPresent(); next = refresh(arrival)) {
      try {
        arrival = follow(next.get(), arrival.redirects() + 1, errand, deadline);
      } catch (PageException e) {
        if (e.isInterrupted()) {
          throw e;
        }
        break; // The page that was found is better than the one it points to.
      }
    }
    return arrival.fetched();
  }

  /** Where a page sends its readers on, if that is an address to fetch and not itself. */
  private Optional<WebAddress> refresh(Arrival arrival) {
    Page page = arrival.fetched().page();
    if (arrival.redirects() >= settings.maxRedirects()) {
      return Optional.empty();
    }
    try {
      WebAddress here = WebAddress.parse(page.address().toString(), settings.reach());
      return MetaRefresh.target(page.html())
          .map(reference -> here.resolve(reference, settings.reach()))
          .filter(next -> !next.uri().equals(page.address()))
          .filter(next -> !settings.reach().isOwn(next) || settings.reach().isOwn(here));
    } catch (PageException e) {
      return Optional.empty();
    }
  }

  private Arrival follow(WebAddress start, int before, Errand errand, Deadline deadline) {
    WebAddress at = start;
    for (int redirects = before; redirects <= settings.maxRedirects(); redirects++) {
      if (errand.obeyRobots()) {
        robots.requireAllowed(at, deadline);
      }
      Optional<PageCache.Kept> kept = errand.cache().find(at.uri());
      if (kept.isPresent() && errand.cache().isFresh(kept.get())) {
        return new Arrival(new Fetched(kept.get().page(), true), redirects);
      }
      Map<String, String> conditions = kept.map(PageCache.Kept::conditions).orElse(Map.of());
      Answer answer = door.get(at, errand.headers(conditions), errand.wanted(), deadline);
      if (!answer.isRedirect()) {
        return new Arrival(fetched(at, kept, answer, errand.cache()), redirects);
      }
      at = Redirect.target(at, answer, settings.reach());
    }
    throw PageException.tooManyRedirects(settings.maxRedirects());
  }

  private static Fetched fetched(
      WebAddress at, Optional<PageCache.Kept> kept, Answer answer, PageCache cache) {
    boolean shareable = PageCache.isShareable(answer);
    if (answer.status() == 304 && kept.isPresent()) {
      return new Fetched(cache.confirm(answer, kept.get()), shareable);
    }
    if (answer.status() != 200) {
      throw PageException.siteStatus(answer.status());
    }
    String type = answer.header("content-type").orElse(null);
    Page page = new Page(at.uri(), PageDecoder.decode(answer.body(), type));
    return new Fetched(cache.keep(answer, page), shareable);
  }

  static SSLContext usualTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no TLS.", e);
    }
  }
}
