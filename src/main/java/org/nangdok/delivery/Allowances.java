package org.nangdok.delivery;

import java.time.Duration;
import java.util.Optional;
import org.nangdok.library.ClientShares;

/** Holds each of the {@link Clients} to its shares. */
final class Allowances {

  private final ClientShares shares;
  private final ClientShares.Share articles;
  private final ClientShares.Share bytes;

  Allowances(LimitSettings limits, ClientShares shares) {
    this.shares = shares;
    this.articles = new ClientShares.Share(limits.articles(), limits.window());
    this.bytes = new ClientShares.Share(limits.bytes(), limits.window());
  }

  /**
   * Takes one request out of a client's share.
   *
   * @param count how many articles it hands in
   * @param size how large it is; more than a whole share costs a whole share
   * @throws LimitException if there isn't enough left
   */
  void take(String client, int count, long size) {
    if (count > 0) {
      require(shares.take(client, "articles", count, articles), "new articles");
    }
    long cost = Math.clamp(size, 1, bytes.capacity());
    require(shares.take(client, "bytes", cost, bytes), "bytes");
  }

  private static void require(Optional<Duration> wait, String what) {
    if (wait.isPresent()) {
      throw LimitException.of(what, wait.get());
    }
  }
}
