package org.nangdok.library.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.speech.Mark;
import org.nangdok.utterance.ClipKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the table {@code clip} tells of the clips that lie in the object store; who makes those that
 * don't yet is {@link ClaimTable}'s.
 */
final class ClipTable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient client;

  ClipTable(JdbcClient client) {
    this.client = client;
  }

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
        .param("marks", marks(info))
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

  static String marks(ClipInfo info) {
    return JSON.writeValueAsString(info.marks());
  }

  static byte[][] array(Collection<ClipKey> keys) {
    return keys.stream().map(ClipTable::bytes).toArray(byte[][]::new);
  }

  static byte[] bytes(ClipKey key) {
    return HEX.parseHex(key.hex());
  }

  static ClipKey key(ResultSet row) throws SQLException {
    return new ClipKey(HEX.formatHex(row.getBytes("key")));
  }

  static ClipInfo info(ResultSet row) throws SQLException {
    Mark[] marks = JSON.readValue(row.getString("marks"), Mark[].class);
    return new ClipInfo(
        row.getLong("bytes"), row.getInt("sound_end"), List.of(marks), row.getBoolean("exact"));
  }

  Optional<ClipInfo> info(ClipKey key) {
    return Optional.ofNullable(infos(List.of(key)).get(key));
  }
}
