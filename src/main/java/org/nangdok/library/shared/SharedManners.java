package org.nangdok.library.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nangdok.library.LibraryException;
import org.nangdok.page.SiteManners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What all machines together know of sites, in the tables {@code site_place} and {@code site_rest},
 * by the database's clock. A machine asks for no more places than one site has.
 */
public final class SharedManners implements SiteManners {

  private static final Logger LOG = LoggerFactory.getLogger(SharedManners.class);

  /** How long a place outlives the request it is for, if nobody gives it back. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final int POLL_FROM = 50;
  private static final int POLL_TO = 150;

  private final JdbcClient client;
  private final SiteManners here;

  /**
   * @param here this machine's own, which keep order among its threads
   */
  public SharedManners(JdbcClient client, SiteManners here) {
    this.client = client;
    this.here = here;
  }

  @Override
  public Optional<Rest> resting(String site) {
    Optional<Rest> there =
        explained(
            () ->
                client
                    .sql(
                        "select status, (extract(epoch from until - now()) * 1000)::bigint"
                            + " from site_rest where site = :site and until > now()")
                    .param("site", site)
                    .query(
                        (row, number) -> new Rest(row.getInt(1), Duration.ofMillis(row.getLong(2))))
                    .optional());
    return there.or(() -> here.resting(site));
  }

  /** The page that came with it isn't lost because a rest can't be written. */
  @Override
  public void rest(String site, Rest rest) {
    here.rest(site, rest);
    try {
      client
          .sql(
              "insert into site_rest (site, status, until)"
                  + " values (:site, :status, now() + :millis * interval '1 millisecond')"
                  + " on conflict (site) do update"
                  + " set status = excluded.status, until = excluded.until")
          .param("site", site)
          .param("status", rest.status())
          .param("millis", rest.left().toMillis())
          .update();
    } catch (DataAccessException e) {
      LOG.debug("Only this machine knows that a site rests", e);
    }
  }

  @Override
  public Optional<Place> enter(String site, int most, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Optional<Place> gate = here.enter(site, most, patience);
    if (gate.isEmpty()) {
      return gate;
    }
    boolean entered = false;
    try {
      Optional<Place> place = claim(site, most, end).map(inner -> both(inner, gate.get()));
      entered = place.isPresent();
      return place;
    } finally {
      if (!entered) {
        gate.get().close();
      }
    }
  }

  private Optional<Place> claim(String site, int most, long end) throws InterruptedException {
    String holder = UUID.randomUUID().toString();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (explained(() -> claimed(site, most, holder, left.plus(MARGIN)))) {
        return Optional.of(() -> leave(site, holder));
      }
      if (left.isZero()) {
        return Optional.empty();
      }
      long pause = ThreadLocalRandom.current().nextInt(POLL_FROM, POLL_TO);
      TimeUnit.MILLISECONDS.sleep(Math.min(pause, left.toMillis() + 1));
    }
  }

  /** Any free number, so that machines that ask at the same time seldom want the same. */
  private boolean claimed(String site, int most, String holder, Duration length) {
    return client
            .sql(
                "insert into site_place (site, number, holder, until)"
                    + " select :site, n, :holder, now() + :millis * interval '1 millisecond'"
                    + " from generate_series(1, :most) n where not exists (select 1"
                    + " from site_place p where p.site = :site and p.number = n and p.until > now())"
                    + " order by random() limit 1"
                    + " on conflict (site, number) do update"
                    + " set holder = excluded.holder, until = excluded.until"
                    + " where site_place.until <= now()")
            .param("site", site)
            .param("most", most)
            .param("holder", holder)
            .param("millis", length.toMillis())
            .update()
        > 0;
  }

  private static Place both(Place inner, Place outer) {
    return () -> {
      try {
        inner.close();
      } finally {
        outer.close();
      }
    };
  }

  /** A place that can't be given back ends by itself. */
  private void leave(String site, String holder) {
    try {
      client
          .sql("delete from site_place where site = :site and holder = :holder")
          .param("site", site)
          .param("holder", holder)
          .update();
    } catch (DataAccessException e) {
      LOG.debug("A place ends by its time", e);
    }
  }

  /** Forgets rests and places that are over. */
  public void sweep() {
    client.sql("delete from site_rest where until < now()").update();
    client.sql("delete from site_place where until < now()").update();
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException e) {
      throw new LibraryException(
          "storage.failed", "The database doesn't answer at the moment. Try again soon.", e);
    }
  }
}
