package org.nangdok.library.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.SectionClaims.Standing;
import org.nangdok.utterance.ClipKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who makes the clips that aren't kept yet, in the table {@code clip}. Each method is one statement
 * and one commit; times are the database's, so that no two clocks need agree.
 */
final class ClaimTable {

  private static final String CLAIMING =
      "insert into clip as c (key, holder, epoch, until)"
          + " select k, :node, 1, now() + :lease * interval '1 millisecond'"
          + " from unnest(:keys) as k %s order by k"
          + " on conflict (key) do update set holder = :node, epoch = c.epoch + 1,"
          + " until = now() + :lease * interval '1 millisecond'"
          + " where c.bytes is null and (c.until is null or c.until < now())"
          + " returning c.key, c.epoch";

  private static final String BEGINNING =
      "with r as (select rests, coalesce(states, '') as states,"
          + " (select coalesce(md5(string_agg(content, ''::bytea order by part)), '')"
          + " from reading_clips where reading = :reading) as plan,"
          + " exists (select 1 from waiting where reading = :reading and until > now()"
          + " and node <> :node) as waited from reading where id = :reading),"
          + " claimed as ("
          + CLAIMING.formatted("where exists (select 1 from r where not rests)")
          + ") select r.*, k.key, claimed.epoch, c.bytes, c.sound_end, c.exact, c.marks,"
          + " extract(epoch from c.until - now()) as seconds"
          + " from r left join unnest(:keys) as k(key) on true"
          + " left join claimed on claimed.key = k.key left join clip c on c.key = k.key";

  private static final String WRITING =
      "with kept as (insert into clip (key, bytes, sound_end, exact, marks, made)"
          + " select k.*, now() from unnest(:kept, :bytes, :ends, :exact, :marks) as k order by 1"
          + " on conflict (key) do update set bytes = excluded.bytes,"
          + " sound_end = excluded.sound_end, exact = excluded.exact, marks = excluded.marks,"
          + " made = excluded.made, holder = null, until = null where clip.bytes is null),"
          + " renewed as (update clip c set until = now() + :lease * interval '1 millisecond'"
          + " from unnest(:held, :heldEpochs) as mine(key, epoch)"
          + " where c.key = mine.key and c.epoch = mine.epoch and c.holder = :node"
          + " and c.bytes is null returning c.key),"
          + " freed as (update clip c set until = null, holder = null"
          + " from unnest(:freed, :freedEpochs) as mine(key, epoch)"
          + " where c.key = mine.key and c.epoch = mine.epoch and c.holder = :node"
          + " and c.bytes is null),"
          + " done as (delete from section_task where task_name = :task"
          + " and task_instance = :instance and version = :version),"
          + " told as materialized (select reading,"
          + " pg_notify('nangdok_' || replace(node, '-', ''), reading) from waiting"
          + " where reading = any(:changed) and until > now() and node <> :node)"
          + " select key, null as reading from renewed"
          + " union all select null, reading from told";

  private final JdbcClient client;
  private final String node;
  private final long lease;

  /**
   * @param node this node's name
   * @param lease how long a claim lasts that isn't renewed
   */
  ClaimTable(JdbcClient client, String node, Duration lease) {
    this.client = client;
    this.node = node;
    this.lease = lease.toMillis();
  }

  /** A claim's number; a later claim of the same clip has a higher one. */
  record Claim(ClipKey key, long epoch) {}

  /** A section's task that is done with, as db-scheduler knows it. */
  record Task(String name, String instance, long version) {}

  /**
   * What is written at once.
   *
   * @param kept clips that lie in the store by now; their claims end
   * @param held claims to be prolonged
   * @param freed claims to be given back; no clip stands in two of these
   * @param changed readings of which something is new: nodes where somebody listens are told
   */
  record Changes(
      Map<ClipKey, ClipInfo> kept,
      Collection<Claim> held,
      Collection<Claim> freed,
      Collection<String> changed,
      @Nullable Task done) {}

  /**
   * What came of it.
   *
   * @param held claims that are still this node's
   * @param told readings for which somebody waits elsewhere
   */
  record Written(Set<ClipKey> held, Set<String> told) {}

  /**
   * How a section stood.
   *
   * @param waited whether somebody listens at another node
   */
  record Begun(Standing standing, List<Claim> claims, boolean waited) {}

  /** Claims what isn't kept and nobody else holds. */
  List<Claim> claim(Collection<ClipKey> keys) {
    return client
        .sql(CLAIMING.formatted(""))
        .param("node", node)
        .param("lease", lease)
        .param("keys", distinct(keys))
        .query((row, number) -> new Claim(ClipTable.key(row), row.getLong("epoch")))
        .list();
  }

  /** The same for a section of a reading, with how that stands. */
  Begun begin(String reading, Collection<ClipKey> keys) {
    var begun = new Beginning();
    client
        .sql(BEGINNING)
        .param("reading", reading)
        .param("node", node)
        .param("lease", lease)
        .param("keys", distinct(keys))
        .query(begun::row);
    return begun.whole();
  }

  private static byte[][] distinct(Collection<ClipKey> keys) {
    return ClipTable.array(new HashSet<>(keys)); // a statement may touch a row once
  }

  /** Collects the rows of the question with which a section begins. */
  private static final class Beginning {
    private final Map<ClipKey, ClipInfo> kept = new HashMap<>();
    private final Map<ClipKey, Claim> claims = new HashMap<>();
    private boolean known;
    private boolean rests;
    private boolean waited;
    private String states = "";
    private String plan = "";
    private double elsewhere = Double.MAX_VALUE;

    void row(ResultSet row) throws SQLException {
      known = true;
      rests = row.getBoolean("rests");
      waited = row.getBoolean("waited");
      states = row.getString("states");
      plan = row.getString("plan");
      if (row.getBytes("key") != null) {
        clip(row, ClipTable.key(row));
      }
    }

    private void clip(ResultSet row, ClipKey key) throws SQLException {
      long epoch = row.getLong("epoch");
      if (epoch > 0) {
        claims.put(key, new Claim(key, epoch));
      } else if (row.getString("marks") != null) {
        kept.put(key, ClipTable.info(row));
      } else if (row.getString("seconds") != null) {
        elsewhere = Math.min(elsewhere, Math.max(0, row.getDouble("seconds")));
      }
    }

    Begun whole() {
      Duration wait =
          elsewhere == Double.MAX_VALUE
              ? Duration.ZERO
              : Duration.ofMillis(Math.round(elsewhere * 1_000));
      return new Begun(
          new Standing(known, rests, states, plan, kept, Set.copyOf(claims.keySet()), wait),
          List.copyOf(claims.values()),
          waited);
    }
  }

  Written write(Changes changes) {
    var written = new Written(new HashSet<>(), new HashSet<>());
    List<ClipKey> keys = List.copyOf(changes.kept().keySet());
    List<ClipInfo> infos = keys.stream().map(changes.kept()::get).toList();
    Task done = changes.done();
    client
        .sql(WRITING)
        .param("node", node)
        .param("lease", lease)
        .param("kept", ClipTable.array(keys))
        .param("bytes", infos.stream().map(ClipInfo::bytes).toArray(Long[]::new))
        .param("ends", infos.stream().map(ClipInfo::soundEnd).toArray(Integer[]::new))
        .param("exact", infos.stream().map(ClipInfo::exact).toArray(Boolean[]::new))
        .param("marks", infos.stream().map(ClipTable::marks).toArray(String[]::new))
        .param("held", keys(changes.held()))
        .param("heldEpochs", epochs(changes.held()))
        .param("freed", keys(changes.freed()))
        .param("freedEpochs", epochs(changes.freed()))
        .param("changed", changes.changed().toArray(String[]::new))
        .param("task", done == null ? "" : done.name())
        .param("instance", done == null ? "" : done.instance())
        .param("version", done == null ? 0 : done.version())
        .query(
            row -> {
              if (row.getBytes("key") == null) {
                written.told().add(row.getString("reading"));
              } else {
                written.held().add(ClipTable.key(row));
              }
            });
    return written;
  }

  /** Claims that are in force, of all nodes. */
  int inForce() {
    return client
        .sql("select count(*) from clip where bytes is null and until > now()")
        .query(Integer.class)
        .single();
  }

  private static byte[][] keys(Collection<Claim> claims) {
    return ClipTable.array(claims.stream().map(Claim::key).toList());
  }

  private static Long[] epochs(Collection<Claim> claims) {
    return claims.stream().map(Claim::epoch).toArray(Long[]::new);
  }
}
