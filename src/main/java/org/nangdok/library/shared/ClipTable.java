package org.nangdok.library.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.speech.Mark;
import org.nangdok.utterance.ClipKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code clip}: what is known of the clips that lie in the object store, and who makes
 * those that don't yet. Its times are the database's, so that no two clocks need agree.
 */
final class ClipTable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient client;

  ClipTable(JdbcClient client) {
    this.client = client;
  }

  /** A claim's number; a later claim of the same clip has a higher one. */
  record Claim(ClipKey key, long epoch) {}

  Map<ClipKey, ClipInfo> infos(Collection<ClipKey> keys) {
    Map<ClipKey, ClipInfo> found = new HashMap<>();
    if (!keys.isEmpty()) {
      client
          .sql(
              "select key, bytes, sound_end, exact, marks from clip"
                  + " where key = any(:keys) and bytes is not null")
          .param("keys", array(keys))
          .query(
              row -> {
                found.put(key(row), info(row));
              });
    }
    return found;
  }

  /**
   * What an object that is kept says of itself; if a row says so already, that stays. A claim ends
   * with it.
   */
  ClipInfo keep(ClipKey key, ClipInfo info) {
    client
        .sql(
            "insert into clip (key, bytes, sound_end, exact, marks, made)"
                + " values (:key, :bytes, :end, :exact, :marks, now())"
                + " on conflict (key) do update set bytes = excluded.bytes,"
                + " sound_end = excluded.sound_end, exact = excluded.exact,"
                + " marks = excluded.marks, made = excluded.made, holder = null, until = null"
                + " where clip.bytes is null")
        .param("key", bytes(key))
        .param("bytes", info.bytes())
        .param("end", info.soundEnd())
        .param("exact", info.exact())
        .param("marks", JSON.writeValueAsString(info.marks()))
        .update();
    return info;
  }

  long remove(ClipKey key) {
    return client
        .sql("delete from clip where key = :key and bytes is not null returning bytes")
        .param("key", bytes(key))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  void each(ClipStore.Visitor visitor) {
    client
        .sql("select key, bytes + octet_length(marks) as size, made from clip where bytes > 0")
        .query(
            row -> {
              Instant made = row.getObject("made", OffsetDateTime.class).toInstant();
              visitor.clip(key(row), row.getLong("size"), made);
            });
  }

  /** Claims what isn't kept and nobody else holds; one statement, one commit. */
  List<Claim> claim(Collection<ClipKey> keys, String node, long leaseMillis) {
    Set<ClipKey> distinct = new HashSet<>(keys); // a statement may touch a row once
    return client
        .sql(
            "insert into clip as c (key, holder, epoch, until)"
                + " select k, :node, 1, now() + :lease * interval '1 millisecond'"
                + " from unnest(:keys) as k order by k"
                + " on conflict (key) do update set holder = :node, epoch = c.epoch + 1,"
                + " until = now() + :lease * interval '1 millisecond'"
                + " where c.bytes is null and (c.until is null or c.until < now())"
                + " returning c.key, c.epoch")
        .param("node", node)
        .param("lease", leaseMillis)
        .param("keys", array(distinct))
        .query((row, number) -> new Claim(key(row), row.getLong("epoch")))
        .list();
  }

  /** Prolongs claims; gives those that are still this node's. */
  Set<ClipKey> renew(Collection<Claim> claims, String node, long leaseMillis) {
    return new HashSet<>(
        client
            .sql(
                "update clip c set until = now() + :lease * interval '1 millisecond'"
                    + " from unnest(:keys, :epochs) as mine(key, epoch)"
                    + " where c.key = mine.key and c.epoch = mine.epoch and c.holder = :node"
                    + " and c.bytes is null returning c.key")
            .param("node", node)
            .param("lease", leaseMillis)
            .param("keys", array(claims.stream().map(Claim::key).toList()))
            .param("epochs", claims.stream().map(Claim::epoch).toArray(Long[]::new))
            .query((row, number) -> key(row))
            .list());
  }

  void release(Collection<Claim> claims, String node) {
    client
        .sql(
            "update clip c set until = null, holder = null"
                + " from unnest(:keys, :epochs) as mine(key, epoch)"
                + " where c.key = mine.key and c.epoch = mine.epoch and c.holder = :node"
                + " and c.bytes is null")
        .param("node", node)
        .param("keys", array(claims.stream().map(Claim::key).toList()))
        .param("epochs", claims.stream().map(Claim::epoch).toArray(Long[]::new))
        .update();
  }

  /** Claims that are in force, of all nodes. */
  int claims() {
    return client
        .sql("select count(*) from clip where bytes is null and until > now()")
        .query(Integer.class)
        .single();
  }

  private static byte[][] array(Collection<ClipKey> keys) {
    return keys.stream().map(ClipTable::bytes).toArray(byte[][]::new);
  }

  private static byte[] bytes(ClipKey key) {
    return HEX.parseHex(key.hex());
  }

  private static ClipKey key(ResultSet row) throws SQLException {
    return new ClipKey(HEX.formatHex(row.getBytes("key")));
  }

  private static ClipInfo info(ResultSet row) throws SQLException {
    Mark[] marks = JSON.readValue(row.getString("marks"), Mark[].class);
    return new ClipInfo(
        row.getLong("bytes"), row.getInt("sound_end"), List.of(marks), row.getBoolean("exact"));
  }

  Optional<ClipInfo> info(ClipKey key) {
    return Optional.ofNullable(infos(List.of(key)).get(key));
  }
}
