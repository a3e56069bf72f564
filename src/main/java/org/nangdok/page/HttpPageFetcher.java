package org.nangdok.page;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.nangdok.page.SharedFetches.Fetched;

/**
 * Fetches pages over HTTP within {@link FetchSettings}: every redirect goes through the same checks
 * as the first address, and one deadline covers all of it.
 */
public final class HttpPageFetcher implements PageFetcher, AutoCloseable {

  private final FetchSettings settings;
  private final HttpDoor door;
  private final Robots robots;
  private final PageCache cache = new PageCache(Clock.systemUTC());
  private final SharedFetches forListeners = new SharedFetches();
  private final SharedFetches unattended = new SharedFetches();

  /** A fetcher that asks this machine's name servers and trusts this machine's certificates. */
  public HttpPageFetcher(FetchSettings settings) {
    this(settings, NameResolver.ofThisMachine(), usualTrust());
  }

  /** A fetcher with its own names and trusted certificates: for tests that run their own sites. */
  public HttpPageFetcher(FetchSettings settings, NameResolver names, SSLContext tls) {
    this.settings = settings;
    this.door = new HttpDoor(settings, names, tls);
    this.robots = new Robots(door, settings.ports());
  }

  @Override
  public Page fetch(String address) {
    WebAddress start = WebAddress.parse(address, settings.ports());
    return forListeners.join(start.uri(), () -> journey(start, false));
  }

  /**
   * The same fetcher for when no person asked for the page at this moment, as a feed does: it obeys
   * robots.txt ({@code page.disallowed}).
   */
  public PageFetcher unattended() {
    return address -> {
      WebAddress start = WebAddress.parse(address, settings.ports());
      return unattended.join(start.uri(), () -> journey(start, true));
    };
  }

  @Override
  public void close() {
    door.close();
  }

  /** A page and how many redirects it took to get there. */
  private record Arrival(Fetched fetched, int redirects) {}

  private Fetched journey(WebAddress start, boolean obeyRobots) {
    Deadline deadline = Deadline.in(settings.total());
    Arrival arrival = follow(start, 0, obeyRobots, deadline);
    for (Optional<WebAddress> next = refresh(arrival); next.isPresent(); next = refresh(arrival)) {
      try {
        arrival = follow(next.get(), arrival.redirects() + 1, obeyRobots, deadline);
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
      WebAddress here = WebAddress.parse(page.address().toString(), settings.ports());
      return MetaRefresh.target(page.html())
          .map(reference -> here.resolve(reference, settings.ports()))
          .filter(next -> !next.uri().equals(page.address()));
    } catch (PageException e) {
      return Optional.empty();
    }
  }

  private Arrival follow(WebAddress start, int before, boolean obeyRobots, Deadline deadline) {
    WebAddress at = start;
    for (int redirects = before; redirects <= settings.maxRedirects(); redirects++) {
      if (obeyRobots) {
        robots.requireAllowed(at, deadline);
      }
      Optional<PageCache.Kept> kept = cache.find(at.uri());
      if (kept.isPresent() && cache.isFresh(kept.get())) {
        return new Arrival(new Fetched(kept.get().page(), true), redirects);
      }
      Map<String, String> conditions = kept.map(PageCache.Kept::conditions).orElse(Map.of());
      Answer answer = door.get(at, conditions, HttpDoor.WantedBody::page, deadline);
      if (!answer.isRedirect()) {
        return new Arrival(fetched(at, kept, answer), redirects);
      }
      at = Redirect.target(at, answer, settings.ports());
    }
    throw PageException.tooManyRedirects(settings.maxRedirects());
  }

  private Fetched fetched(WebAddress at, Optional<PageCache.Kept> kept, Answer answer) {
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
