package org.nangdok.library.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;
import org.nangdok.library.WorkStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works in the table {@code work} and those that belong to it; SQL as {@link ReadingTable}'s. */
public final class WorkTable implements WorkStore {

  private static final int LONGEST_TITLE = 1_000;
  private static final String WORK =
      "select id, title, author, settings, casting, paused, owner, created, heard, place_part,"
          + " place_millis from work ";

  private final JdbcClient client;
  private final GuardedSql sql;
  private final TransactionTemplate whole;

  /**
   * @param client of that database
   * @param diskIsFull whether there is too little room to write
   */
  public WorkTable(JdbcClient client, Connections database, BooleanSupplier diskIsFull) {
    this.client = client;
    this.sql = new GuardedSql(database, diskIsFull);
    this.whole = new TransactionTemplate(new JdbcTransactionManager(database.connections()));
  }

  @Override
  public void add(StoredWork work, List<String> chapters, List<NewPart> parts) {
    sql.requireRoom();
    sql.explained(
        () ->
            whole.execute(
                status -> {
                  if (insert(work) > 0) {
                    insertChapters(work.id(), chapters);
                    insertParts(work.id(), parts);
                  }
                  return true;
                }));
  }

  private int insert(StoredWork work) {
    return client
        .sql(
            "insert into work (id, title, author, settings, casting, paused, owner, created, heard)"
                + " select cast(:id as varchar), cast(:title as varchar), cast(:author as varchar),"
                + " :settings, :casting, :paused, cast(:owner as varchar),"
                + " cast(:created as timestamp with time zone),"
                + " cast(:created as timestamp with time zone)"
                + " where not exists (select 1 from work where id = :id)")
        .param("id", work.id())
        .param("title", StringUtils.truncate(work.title(), LONGEST_TITLE))
        .param("author", StringUtils.truncate(work.author(), LONGEST_TITLE))
        .param("settings", work.settings())
        .param("casting", work.casting())
        .param("paused", work.paused())
        .param("owner", work.owner())
        .param("created", work.created().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void insertChapters(String id, List<String> chapters) {
    for (int i = 0; i < chapters.size(); i++) {
      client
          .sql("insert into work_chapter (work, number, title) values (:id, :number, :title)")
          .param("id", id)
          .param("number", i)
          .param("title", StringUtils.truncate(chapters.get(i), LONGEST_TITLE))
          .update();
    }
  }

  private void insertParts(String id, List<NewPart> parts) {
    for (int i = 0; i < parts.size(); i++) {
      client
          .sql(
              "insert into work_part (work, number, chapter, characters, content, made, millis)"
                  + " values (:id, :number, :chapter, :characters, :content, false, 0)")
          .param("id", id)
          .param("number", i)
          .param("chapter", parts.get(i).chapter())
          .param("characters", parts.get(i).characters())
          .param("content", parts.get(i).content())
          .update();
    }
  }

  @Override
  public Optional<StoredWork> find(String id) {
    return sql.explained(
        () ->
            client.sql(WORK + "where id = :id").param("id", id).query(WorkTable::work).optional());
  }

  @Override
  public List<StoredWork> newest(@Nullable String owner, int most) {
    String own = owner == null ? "" : "where owner = :owner ";
    return sql.explained(
        () -> {
          var query =
              client
                  .sql(WORK + own + "order by created desc, id desc limit :most")
                  .param("most", most);
          query = owner == null ? query : query.param("owner", owner);
          return query.query(WorkTable::work).list();
        });
  }

  @Override
  public List<String> chapters(String id) {
    return sql.explained(
        () ->
            client
                .sql("select title from work_chapter where work = :id order by number")
                .param("id", id)
                .query(String.class)
                .list());
  }

  @Override
  public List<StoredPart> parts(String id) {
    return sql.explained(
        () ->
            client
                .sql(
                    "select number, chapter, characters, reading, made, millis, problem from"
                        + " work_part where work = :id order by number")
                .param("id", id)
                .query(WorkTable::part)
                .list());
  }

  @Override
  public Optional<byte[]> content(String id, int part) {
    return sql.explained(
        () ->
            client
                .sql("select content from work_part where work = :id and number = :part")
                .param("id", id)
                .param("part", part)
                .query((row, number) -> row.getBytes(1))
                .optional());
  }

  @Override
  public Optional<String> unmade() {
    return sql.explained(
        () ->
            client
                .sql(
                    "select id from work where not paused and exists (select 1 from work_part"
                        + " where work = id and not made and problem is null)"
                        + " order by heard desc, id limit 1")
                .query(String.class)
                .optional());
  }

  @Override
  public int unfinished() {
    return sql.explained(
        () ->
            client
                .sql(
                    "select count(*) from work where exists (select 1 from work_part"
                        + " where work = id and not made and problem is null)")
                .query(Integer.class)
                .single());
  }

  @Override
  public boolean planned(String id, int part, String reading, String casting, String known) {
    sql.requireRoom();
    return sql.explained(
        () ->
            Boolean.TRUE.equals(
                whole.execute(
                    status ->
                        cast(id, casting, known)
                            && client
                                    .sql(
                                        "update work_part set reading = :reading"
                                            + " where work = :id and number = :part")
                                    .param("reading", reading)
                                    .param("id", id)
                                    .param("part", part)
                                    .update()
                                > 0)));
  }

  private boolean cast(String id, String casting, String known) {
    return client
            .sql(
                "update work set casting = :casting where id = :id"
                    + " and cast(casting as varchar) = :known")
            .param("casting", casting)
            .param("id", id)
            .param("known", known)
            .update()
        > 0;
  }

  @Override
  public void made(String id, int part, long millis) {
    change(
        client
            .sql(
                "update work_part set made = true, millis = :millis where work = :id"
                    + " and number = :part")
            .param("millis", millis)
            .param("id", id)
            .param("part", part));
  }

  @Override
  public void failed(String id, int part, String problem) {
    change(
        client
            .sql("update work_part set problem = :problem where work = :id and number = :part")
            .param("problem", problem)
            .param("id", id)
            .param("part", part));
  }

  @Override
  public void again(String id, int part) {
    change(
        client
            .sql(
                "update work_part set made = false, problem = null where work = :id"
                    + " and number = :part")
            .param("id", id)
            .param("part", part));
  }

  @Override
  public void pause(String id, boolean paused) {
    change(
        client
            .sql("update work set paused = :paused where id = :id")
            .param("paused", paused)
            .param("id", id));
  }

  @Override
  public void place(String id, StoredWork.Place place) {
    change(
        client
            .sql("update work set place_part = :part, place_millis = :millis where id = :id")
            .param("part", place.part())
            .param("millis", place.millis())
            .param("id", id));
  }

  @Override
  public void heard(String id, Instant when) {
    change(
        client
            .sql("update work set heard = :heard where id = :id")
            .param("heard", when.atOffset(ZoneOffset.UTC))
            .param("id", id));
  }

  private int change(JdbcClient.StatementSpec statement) {
    return sql.explained(statement::update);
  }

  @Override
  public List<String> unheardSince(Instant when) {
    return sql.explained(
        () ->
            client
                .sql("select id from work where heard < :when order by heard, id")
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
  }

  @Override
  public boolean uses(String reading) {
    return sql.explained(
            () ->
                client
                    .sql("select count(*) from work_part where reading = :reading")
                    .param("reading", reading)
                    .query(Integer.class)
                    .single())
        > 0;
  }

  @Override
  public boolean remove(String id) {
    return change(client.sql("delete from work where id = :id").param("id", id)) > 0;
  }

  private static StoredWork work(ResultSet row, int number) throws SQLException {
    int part = row.getInt("place_part");
    StoredWork.Place place =
        row.wasNull() ? null : new StoredWork.Place(part, row.getLong("place_millis"));
    return new StoredWork(
        row.getString("id"),
        row.getString("title"),
        row.getString("author"),
        row.getString("settings"),
        row.getString("casting"),
        row.getBoolean("paused"),
        row.getString("owner"),
        row.getObject("created", OffsetDateTime.class).toInstant(),
        row.getObject("heard", OffsetDateTime.class).toInstant(),
        place);
  }

  private static StoredPart part(ResultSet row, int index) throws SQLException {
    return new StoredPart(
        row.getInt("number"),
        row.getInt("chapter"),
        row.getInt("characters"),
        row.getString("reading"),
        row.getBoolean("made"),
        row.getLong("millis"),
        row.getString("problem"));
  }
}
