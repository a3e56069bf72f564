package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How many answers without an end (events, sound that is still being made) each of the {@link
 * Clients} holds open, and all of them together. Thread-safe.
 */
@Component
class OpenStreams {

  /** A stream's place; given back when it ends. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  private final int each;
  private final Semaphore all;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  OpenStreams(LimitSettings limits) {
    this.each = limits.streams();
    this.all = new Semaphore(limits.allStreams());
  }

  /**
   * Takes a place.
   *
   * @throws LimitException if the client has as many as it may, or if there is none left
   */
  Place take(HttpServletRequest request) {
    Optional<String> client = Clients.of(request);
    if (!all.tryAcquire()) {
      throw LimitException.streams();
    }
    if (client.isPresent() && !enter(client.get())) {
      all.release();
      throw LimitException.streams();
    }
    return () -> {
      client.ifPresent(this::leave);
      all.release();
    };
  }

  private boolean enter(String client) {
    int now = open.merge(client, 1, Integer::sum);
    if (now > each) {
      leave(client);
      return false;
    }
    return true;
  }

  private void leave(String client) {
    open.computeIfPresent(client, (name, count) -> count > 1 ? count - 1 : null);
  }
}
