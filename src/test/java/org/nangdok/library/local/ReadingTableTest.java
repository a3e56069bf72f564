package org.nangdok.library.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.ListedReading;
import org.nangdok.library.StoredPlan;
import org.nangdok.library.StoredReading;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReadingTableTest {

  @TempDir Path folder;
  private ReadingTable table;

  private DataFolder data;
  private Database database;

  @BeforeEach
  void migrate() {
    data = DataFolder.open(folder);
    database = Database.open(data);
    Flyway.configure().dataSource(database.connections()).load().migrate();
    table = new ReadingTable(JdbcClient.create(database.connections()), database, () -> false);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    data.close();
  }

  @Test
  void whatIsSavedIsFoundAndKeepsItsCreation() {
    var created = Instant.parse("2026-11-20T01:02:03Z");
    table.save(new StoredReading("a", false, "{}", created), plan(1, "하나"));
    table.save(new StoredReading("a", true, "{\"제목\":2}", created.plusSeconds(60)), plan(2, "둘"));

    assertThat(table.find("a")).contains(new StoredReading("a", true, "{\"제목\":2}", created));
    assertThat(table.plan("a").orElseThrow()).containsExactly(2);
    assertThat(table.find("b")).isEmpty();
    assertThat(table.plan("b")).isEmpty();
  }

  @Test
  void howItStandsIsKeptWithoutItsPlanAndNotForOneThatIsGone() {
    table.save(new StoredReading("a", false, "{}", Instant.EPOCH), plan(1, "하나"));
    table.settle("a", true, "{\"0\":1}");
    table.settle("gone", true, "{}");

    assertThat(table.find("a")).contains(new StoredReading("a", true, "{\"0\":1}", Instant.EPOCH));
    assertThat(table.plan("a").orElseThrow()).containsExactly(1);
    assertThat(table.find("gone")).isEmpty();
  }

  @Test
  void unfinishedReadingsComeOldestFirst() {
    var now = Instant.parse("2026-11-20T01:02:03Z");
    table.save(new StoredReading("young", false, "y", now), plan(1, "y"));
    table.save(new StoredReading("old", false, "o", now.minusSeconds(9)), plan(1, "o"));
    table.save(new StoredReading("done", true, "d", now.minusSeconds(99)), plan(1, "d"));

    assertThat(table.unfinished()).containsExactly("old", "young");
  }

  @Test
  void aLongPlanIsKeptWhole() {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    table.save(
        new StoredReading("long", true, "{}", Instant.EPOCH),
        new StoredPlan(content, content, "가".repeat(5_000), null));

    assertThat(table.plan("long").orElseThrow()).isEqualTo(content);
    assertThat(table.clips("long")).isEqualTo(content);
  }

  @Test
  void theNewestComeFirstPageByPageAndAKeySeesItsOwn() {
    for (int i = 0; i < 5; i++) {
      table.save(
          new StoredReading("r" + i, true, "{}", Instant.EPOCH.plusSeconds(i / 2)),
          plan(1, "t" + i));
    }
    table.own("r1", "desk");
    table.own("r1", "desk");
    table.own("r4", "desk");
    table.own("r4", "other");

    assertThat(ids(table.newest(null, null, 3))).containsExactly("r4", "r3", "r2");
    assertThat(ids(table.newest(null, "r2", 3))).containsExactly("r1", "r0");
    assertThat(ids(table.newest("desk", null, 3))).containsExactly("r4", "r1");
    assertThat(table.disown("r4", "desk")).isTrue();
    assertThat(table.disown("r4", "desk")).isFalse();
    assertThat(table.isOwned("r4")).isTrue();
    assertThat(ids(table.newest("desk", null, 3))).containsExactly("r1");
  }

  @Test
  void whatIsRemovedLeavesNothing() {
    table.save(new StoredReading("a", true, "{}", Instant.EPOCH), plan(1, "a"));
    table.save(new StoredReading("b", true, "{}", Instant.EPOCH), plan(2, "b"));
    table.own("a", "desk");
    table.heard("b", Instant.EPOCH.minusSeconds(1));
    assertThat(ids(table.leastHeard())).containsExactly("b", "a");

    assertThat(table.remove("a")).isTrue();
    assertThat(table.remove("a")).isFalse();

    assertThat(table.plan("a")).isEmpty();
    assertThat(table.clips("a")).isEmpty();
    assertThat(table.isOwned("a")).isFalse();
    var seen = new ArrayList<byte[]>();
    table.eachClips(seen::add);
    assertThat(seen).hasSize(1);
  }

  /** As version 1 left it. */
  @Test
  void aReadingOfAnEarlierVersionIsFoundWithItsDocument() {
    JdbcClient.create(database.connections())
        .sql(
            "insert into reading (id, finished, document, created, heard)"
                + " values ('old', true, '{}', current_timestamp, current_timestamp)")
        .update();

    assertThat(table.outdated()).containsExactly("old");
    assertThat(table.find("old").orElseThrow().document()).isEqualTo("{}");
    table.save(new StoredReading("old", true, "{}", Instant.EPOCH), plan(1, "neu"));
    assertThat(table.outdated()).isEmpty();
    assertThat(table.find("old").orElseThrow().document()).isNull();
  }

  private static List<String> ids(List<ListedReading> readings) {
    return readings.stream().map(ListedReading::id).toList();
  }

  private static StoredPlan plan(int content, String title) {
    return new StoredPlan(new byte[] {(byte) content}, new byte[StoredPlan.KEY], title, null);
  }
}
