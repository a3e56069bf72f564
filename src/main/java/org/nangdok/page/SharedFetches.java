package org.nangdok.page;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The fetches under way, so that a thousand who ask for one page at one time cost its site one
 * request. An answer meant for one visitor is not shared: each then fetches alone.
 */
final class SharedFetches {

  private final ConcurrentMap<URI, CompletableFuture<Fetched>> underWay = new ConcurrentHashMap<>();

  /**
   * A page and whether others may have it too.
   *
   * @param shareable by what the site said of it
   */
  record Fetched(Page page, boolean shareable) {}

  /** The page at an address: of the fetch under way, or of this one. */
  Page join(URI address, Supplier<Fetched> fetch) {
    while (true) {
      CompletableFuture<Fetched> own = new CompletableFuture<>();
      Future<Fetched> first = underWay.putIfAbsent(address, own);
      if (first == null) {
        return lead(address, own, fetch);
      }
      try {
        Fetched fetched = first.get();
        return fetched.shareable() ? fetched.page() : fetch.get().page();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw PageException.interrupted();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof PageException problem)) {
          throw new IllegalStateException(e);
        }
        if (!problem.isInterrupted()) {
          throw problem;
        }
      }
    }
  }

  private Page lead(URI address, CompletableFuture<Fetched> own, Supplier<Fetched> fetch) {
    try {
      Fetched fetched = fetch.get();
      underWay.remove(address, own);
      own.complete(fetched);
      return fetched.page();
    } catch (RuntimeException | Error e) {
      underWay.remove(address, own);
      own.completeExceptionally(e);
      throw e;
    }
  }
}
