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

  /** How long a node is told of a reading after it last said that somebody listens. */
  private static final String STAYS = "interval '15 seconds'";

  private final JdbcClient client;
  private final NodeNews news;
  private final String node;

  public NodeTraffic(JdbcClient client, NodeNews news, String node) {
    this.client = client;
    this.news = news;
    this.node = node;
  }

  /** The channel of a node. */
  static String channel(String node) {
    return "nangdok_" + node.replace("-", "");
  }

  @Override
  public void follow(Consumer<String> told) {
    news.on(channel(node), told);
  }

  @Override
  public void listening(String reading) {
    update(
        "insert into waiting (reading, node, until) values (:reading, :node, now() + "
            + STAYS
            + ") on conflict (reading, node) do update set until = excluded.until",
        reading);
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

  /** Where nobody waits, nothing is written and nothing is told. */
  @Override
  public void changed(String reading) {
    explained(
        () ->
            client
                .sql(
                    "select pg_notify('nangdok_' || replace(node, '-', ''), reading) from waiting"
                        + " where reading = :reading and until > now() and node <> :node")
                .param("reading", reading)
                .param("node", node)
                .query((row, number) -> true)
                .list());
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
