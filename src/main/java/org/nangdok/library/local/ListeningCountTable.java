package org.nangdok.library.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.library.ListeningCounts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in the table {@code listening_count}; the SQL is PostgreSQL's and H2's alike. */
public final class ListeningCountTable implements ListeningCounts {

  private final JdbcClient client;

  public ListeningCountTable(JdbcClient client) {
    this.client = client;
  }

  @Override
  public void add(LocalDate day, String reading, String site, Event event) {
    if (increase(day, reading, site, event)) {
      return;
    }
    try {
      statement(
              "insert into listening_count (heard_on, reading, site, event, total)"
                  + " values (:day, :reading, :site, :event, 1)",
              day,
              reading,
              site,
              event)
          .update();
    } catch (DuplicateKeyException e) {
      increase(day, reading, site, event); // somebody else was first
    }
  }

  private boolean increase(LocalDate day, String reading, String site, Event event) {
    String sql =
        "update listening_count set total = total + 1"
            + " where heard_on = :day and reading = :reading and site = :site and event = :event";
    return statement(sql, day, reading, site, event).update() > 0;
  }

  private JdbcClient.StatementSpec statement(
      String sql, LocalDate day, String reading, String site, Event event) {
    return client
        .sql(sql)
        .param("day", day)
        .param("reading", reading)
        .param("site", site)
        .param("event", event.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Count> between(LocalDate first, LocalDate last, int most) {
    return client
        .sql(
            "select c.heard_on, c.reading, r.title, c.site, c.event, c.total from listening_count c"
                + " left join reading r on r.id = c.reading where c.heard_on between :first and :last"
                + " order by c.total desc, c.heard_on desc, c.reading limit :most")
        .param("first", first)
        .param("last", last)
        .param("most", most)
        .query(ListeningCountTable::count)
        .list();
  }

  @Override
  public void forgetBefore(LocalDate day) {
    client.sql("delete from listening_count where heard_on < :day").param("day", day).update();
  }

  private static Count count(ResultSet row, int number) throws SQLException {
    return new Count(
        row.getObject("heard_on", LocalDate.class),
        row.getString("reading"),
        StringUtils.defaultString(row.getString("title")),
        row.getString("site"),
        Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
        row.getLong("total"));
  }
}
