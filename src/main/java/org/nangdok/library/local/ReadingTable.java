package org.nangdok.library.local;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ListedReading;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.StoredPlan;
import org.nangdok.library.StoredReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Readings in the table {@code reading} and those that belong to it; the SQL is PostgreSQL's and
 * H2's alike.
 */
public class ReadingTable implements ReadingStore {

  private static final int PART = 256 * 1024;
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_URL = 4_000;
  private static final String LISTED =
      "select id, title, url, finished, created, heard from reading ";

  private final JdbcClient client;
  private final GuardedSql guard;
  private final TransactionTemplate whole;

  /**
   * @param client of that database
   * @param diskIsFull whether there is too little room to write
   */
  public ReadingTable(JdbcClient client, Connections database, BooleanSupplier diskIsFull) {
    this.client = client;
    this.guard = new GuardedSql(database, diskIsFull);
    this.whole = new TransactionTemplate(new JdbcTransactionManager(database.connections()));
  }

  @Override
  public void save(StoredReading reading, StoredPlan plan) {
    requireRoom();
    explained(
        () ->
            whole.execute(
                status -> {
                  if (!write(reading, plan)) {
                    forgetParts(reading.id());
                  }
                  parts("reading_plan", reading.id(), plan.content());
                  parts("reading_clips", reading.id(), plan.clips());
                  return true;
                }));
  }

  /** Whether it is new. */
  private boolean write(StoredReading reading, StoredPlan plan) {
    String set =
        "finished = :finished, states = :states, title = :title, url = :url, document = null";
    int updated = values("update reading set " + set + " where id = :id", reading, plan).update();
    if (updated == 0) {
      OffsetDateTime created = reading.created().atOffset(ZoneOffset.UTC);
      values(
              "insert into reading (id, finished, states, title, url, created, heard)"
                  + " values (:id, :finished, :states, :title, :url, :created, :created)",
              reading,
              plan)
          .param("created", created)
          .update();
    }
    return updated == 0;
  }

  private void forgetParts(String id) {
    for (String table : List.of("reading_plan", "reading_clips")) {
      client.sql("delete from " + table + " where reading = :id").param("id", id).update();
    }
  }

  private JdbcClient.StatementSpec values(String sql, StoredReading reading, StoredPlan plan) {
    return client
        .sql(sql)
        .param("id", reading.id())
        .param("finished", reading.finished())
        .param("states", reading.states())
        .param("title", StringUtils.truncate(plan.title(), LONGEST_TITLE))
        .param("url", StringUtils.truncate(plan.url(), LONGEST_URL));
  }

  private void parts(String table, String id, byte[] content) {
    for (int from = 0, part = 0; from < content.length; from += PART, part++) {
      client
          .sql("insert into " + table + " (reading, part, content) values (:id, :part, :content)")
          .param("id", id)
          .param("part", part)
          .param(
              "content", Arrays.copyOfRange(content, from, Math.min(content.length, from + PART)))
          .update();
    }
  }

  private byte[] parts(String table, String id) {
    var content = new ByteArrayOutputStream();
    client
        .sql("select content from " + table + " where reading = :id order by part")
        .param("id", id)
        .query((row, number) -> row.getBytes(1))
        .list()
        .forEach(content::writeBytes);
    return content.toByteArray();
  }

  @Override
  public void settle(String id, boolean finished, String states) {
    requireRoom();
    explained(
        () ->
            client
                .sql(settling())
                .param("finished", finished)
                .param("states", states)
                .param("id", id)
                .update());
  }

  /** How a reading's state is kept: with {@code :finished}, {@code :states} and {@code :id}. */
  protected String settling() {
    return "update reading set finished = :finished, states = :states where id = :id";
  }

  @Override
  public Optional<StoredReading> find(String id) {
    return explained(
        () ->
            client
                .sql("select id, finished, states, created, document from reading where id = :id")
                .param("id", id)
                .query(ReadingTable::row)
                .optional());
  }

  @Override
  public Optional<byte[]> plan(String id) {
    byte[] content = explained(() -> parts("reading_plan", id));
    return content.length == 0 ? Optional.empty() : Optional.of(content);
  }

  @Override
  public List<String> unfinished() {
    return ids("select id from reading where not finished order by created, id");
  }

  @Override
  public List<String> outdated() {
    return ids("select id from reading where document is not null order by created, id");
  }

  private List<String> ids(String sql) {
    return explained(() -> client.sql(sql).query(String.class).list());
  }

  @Override
  public List<ListedReading> newest(@Nullable String owner, @Nullable String before, int most) {
    String own =
        owner == null
            ? ""
            : " and exists (select 1 from reading_owner o where o.reading = id and o.owner = :owner)";
    String from =
        before == null ? "" : " and (created < :since or created = :since and id < :before)";
    String sql =
        LISTED
            + "where not exists (select 1 from work_part w where w.reading = id)"
            + own
            + from
            + " order by created desc, id desc limit :most";
    return explained(
        () -> {
          var query = client.sql(sql).param("most", most);
          query = owner == null ? query : query.param("owner", owner);
          if (before != null) {
            OffsetDateTime since =
                find(before)
                    .map(StoredReading::created)
                    .orElse(Instant.EPOCH)
                    .atOffset(ZoneOffset.UTC);
            query = query.param("before", before).param("since", since);
          }
          return query.query(ReadingTable::listed).list();
        });
  }

  @Override
  public List<ListedReading> leastHeard() {
    return explained(
        () -> client.sql(LISTED + "order by heard, id").query(ReadingTable::listed).list());
  }

  @Override
  public void heard(String id, Instant when) {
    explained(
        () ->
            client
                .sql("update reading set heard = :heard where id = :id")
                .param("heard", when.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update());
  }

  @Override
  public void own(String id, String owner) {
    explained(
        () ->
            client
                .sql(
                    "insert into reading_owner (reading, owner) select id, cast(:owner as varchar)"
                        + " from reading where id = :id and not exists (select 1 from reading_owner"
                        + " where reading = :id and owner = :owner)")
                .param("id", id)
                .param("owner", owner)
                .update());
  }

  @Override
  public boolean disown(String id, String owner) {
    return explained(
            () ->
                client
                    .sql("delete from reading_owner where reading = :id and owner = :owner")
                    .param("id", id)
                    .param("owner", owner)
                    .update())
        > 0;
  }

  @Override
  public boolean isOwned(String id) {
    return explained(
            () ->
                client
                    .sql("select count(*) from reading_owner where reading = :id")
                    .param("id", id)
                    .query(Integer.class)
                    .single())
        > 0;
  }

  @Override
  public byte[] clips(String id) {
    return explained(() -> parts("reading_clips", id));
  }

  @Override
  public void eachClips(Consumer<byte[]> keys) {
    // One row at a time: all of them together may be much.
    ids("select id from reading").forEach(id -> keys.accept(clips(id)));
  }

  @Override
  public boolean remove(String id) {
    return explained(
            () -> client.sql("delete from reading where id = :id").param("id", id).update())
        > 0;
  }

  private void requireRoom() {
    guard.requireRoom();
  }

  private <T> T explained(Supplier<T> work) {
    return guard.explained(work);
  }

  private static StoredReading row(ResultSet row, int number) throws SQLException {
    return new StoredReading(
        row.getString("id"),
        row.getBoolean("finished"),
        StringUtils.defaultString(row.getString("states")),
        time(row, "created"),
        row.getString("document"));
  }

  private static ListedReading listed(ResultSet row, int number) throws SQLException {
    return new ListedReading(
        row.getString("id"),
        row.getString("title"),
        row.getString("url"),
        row.getBoolean("finished"),
        time(row, "created"),
        time(row, "heard"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
