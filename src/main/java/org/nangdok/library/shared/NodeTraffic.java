package org.nangdok.library.shared;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ReadingTraffic;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who waits where, in the table {@code waiting}, and word of it to the nodes by NOTIFY. */
public final class NodeTraffic implements ReadingTraffic {

  /** The channel on which nodes hear that somebody has begun to listen. */
  private static final String LISTENED = "nangdok_listened";

  /** How long a node is told of a reading after it last said that somebody listens. */
  private static final String STAYS = "interval '15 seconds'";

  private final JdbcClient client;
  private final NodeNews news;
  private final String node;
  private final ClipLeases leases;

  /**
   * @param leases this node's claims, which write what is new and tell of it
   */
  public NodeTraffic(JdbcClient client, NodeNews news, String node, ClipLeases leases) {
    this.client = client;
    this.news = news;
    this.node = node;
    this.leases = leases;
  }

  /** The channel of a node. */
  static String channel(String node) {
    return "nangdok_" + node.replace("-", "");
  }

  @Override
  public void follow(Consumer<String> told) {
    news.on(channel(node), told);
    news.on(LISTENED, leases::waited);
  }

  /** The first word of a listener goes to all nodes: what one of them holds back comes at once. */
  @Override
  public void listening(String reading) {
    explained(
        () ->
            client
                .sql(
                    "with w as (insert into waiting (reading, node, until)"
                        + " values (:reading, :node, now() + "
                        + STAYS
                        + ") on conflict (reading, node) do update set until = excluded.until"
                        + " returning xmax = 0 as fresh)"
                        + " select pg_notify('"
                        + LISTENED
                        + "', :reading) from w where fresh")
                .param("reading", reading)
                .param("node", node)
                .query((row, number) -> true)
                .list());
  }

  @Override
  public void silent(String reading) {
    update("delete from waiting where reading = :reading and node = :node", reading);
  }

  @Override
  public void left(String reading) {
    silent(reading);
    explained(
        () ->
            client
                .sql(
                    "update reading set rests = true where id = :reading and not owed"
                        + " and not finished and not exists (select 1 from waiting w"
                        + " where w.reading = :reading and w.until > now())")
                .param("reading", reading)
                .update());
  }

  @Override
  public void wanted(String reading) {
    explained(
        () ->
            client
                .sql("update reading set rests = false where id = :reading and rests")
                .param("reading", reading)
                .update());
  }

  @Override
  public boolean owed(String reading) {
    return explained(
            () ->
                client
                    .sql(
                        "update reading set owed = true, rests = false"
                            + " where id = :reading and (rests or not owed)")
                    .param("reading", reading)
                    .update())
        > 0;
  }

  @Override
  public void released(String reading) {
    explained(
        () ->
            client
                .sql(
                    "update reading set owed = false, rests = not exists (select 1 from waiting w"
                        + " where w.reading = :reading and w.until > now())"
                        + " where id = :reading and not finished")
                .param("reading", reading)
                .update());
  }

  @Override
  public boolean rests(String reading) {
    return explained(
        () ->
            client
                .sql("select rests from reading where id = :reading")
                .param("reading", reading)
                .query(Boolean.class)
                .optional()
                .orElse(true));
  }

  /** Where nobody waits, it is written with what comes next, within a second. */
  @Override
  public void changed(String reading) {
    leases.changed(reading);
  }

  @Override
  public List<String> forgotten() {
    return explained(
        () ->
            client
                .sql(
                    "select r.id from reading r where not r.finished and not r.rests"
                        + " and r.created < now() - interval '30 seconds'"
                        + " and not exists (select 1 from section_task t"
                        + " where t.task_instance like r.id || ':%') order by r.created limit 100")
                .query(String.class)
                .list());
  }

  /** Forgets nodes that ended while somebody listened there. */
  public void sweep() {
    client.sql("delete from waiting where until < now() - " + STAYS).update();
  }

  private void update(String sql, String reading) {
    explained(() -> client.sql(sql).param("reading", reading).param("node", node).update());
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
