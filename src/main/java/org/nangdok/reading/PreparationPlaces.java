package org.nangdok.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.page.Page;
import org.nangdok.page.PageFetcher;
import org.nangdok.page.SiteName;

/**
 * The places at which articles are looked at, bounded by number and by the memory that they take.
 * Who waits for a site has none of them: a site that never answers costs its own few places only.
 */
public final class PreparationPlaces {

  private static final int WAITING = 500;
  private static final int FETCHES = 16;
  private static final int FETCHES_PER_SITE = 3;
  private static final int HEAP_SHARE = 4;
  private static final long LEAST = 2_000_000;

  /** A page of 5 MB takes some 50 MB while it is read. */
  private static final long PER_HTML = 10;

  /** A text of 200,000 characters takes some 60 MB until it is planned. */
  private static final long PER_TEXT = 300;

  private final Semaphore places;
  private final Semaphore fetches = new Semaphore(FETCHES, true);
  private final Cache<String, Semaphore> sites =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(10)).build();
  private final MemoryBudget memory = MemoryBudget.ofHeap(HEAP_SHARE);
  private final Duration patience;
  private final ThreadLocal<@Nullable Place> mine = new ThreadLocal<>();

  /**
   * @param atOnce how many articles are looked at together
   * @param patience how long one waits for its turn
   */
  public PreparationPlaces(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /** One of the places with its memory. */
  private final class Place implements AutoCloseable {
    private MemoryBudget.@Nullable Share share;

    void take(long bytes) throws InterruptedException {
      boolean free =
          places.getQueueLength() < WAITING
              && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!free) {
        throw new BusyException();
      }
      share = memory.take(bytes, patience).orElse(null);
      if (share == null) {
        places.release();
        throw new BusyException();
      }
    }

    @Override
    public void close() {
      MemoryBudget.Share held = share;
      if (held != null) {
        share = null;
        held.close();
        places.release();
      }
    }
  }

  /**
   * Does a request's work when there is a place for it.
   *
   * @throws BusyException if its turn doesn't come soon
   */
  <T> T inTurn(ReadingRequest request, Supplier<T> work) {
    try (var place = new Place()) {
      place.take(weight(request));
      mine.set(place);
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    } finally {
      mine.remove();
    }
  }

  private static long weight(ReadingRequest request) {
    return LEAST
        + PER_HTML * length(request.html())
        + PER_TEXT * (length(request.text()) + length(request.ssml()))
        + (request.document() == null ? 0 : PER_TEXT * request.document().length());
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** A fetcher that gives the place of the request in work back while it waits for a site. */
  public PageFetcher around(PageFetcher pages) {
    return address -> {
      Place place = mine.get();
      if (place == null) {
        return pages.fetch(address);
      }
      place.close();
      try {
        Page page = fetch(pages, address);
        place.take(LEAST + PER_HTML * page.html().length());
        return page;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BusyException();
      }
    };
  }

  private Page fetch(PageFetcher pages, String address) throws InterruptedException {
    Semaphore site =
        sites.get(
            // Addresses that nobody can fetch share a place; they are refused at once.
            SiteName.of(address).orElse(""), name -> new Semaphore(FETCHES_PER_SITE, true));
    acquire(site);
    try {
      acquire(fetches);
      try {
        return pages.fetch(address);
      } finally {
        fetches.release();
      }
    } finally {
      site.release();
    }
  }

  private void acquire(Semaphore semaphore) throws InterruptedException {
    if (!semaphore.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new BusyException();
    }
  }
}
