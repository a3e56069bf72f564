package org.nangdok.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangdok.library.WorkStore.NewPart;

/** What every store of long works must do. */
public abstract class WorkStoreContract {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /** An empty store; each call gives another view of the same one. */
  protected abstract WorkStore store();

  /** Places in the works of that store. */
  protected abstract ListenerPlaces places();

  /** Pictures of the works of that store. */
  protected abstract CoverStore covers();

  @Test
  void eachListenerHasAPlaceThatGoesWithTheWork() {
    add(store(), "a", NOON);
    places().keep("a", "key1", new StoredWork.Place(0, 10));
    places().keep("a", "key2", new StoredWork.Place(1, 20));
    places().keep("a", "key1", new StoredWork.Place(2, 30));
    places().keep("gone", "key1", new StoredWork.Place(0, 0));

    assertThat(places().find("a", "key1")).contains(new StoredWork.Place(2, 30));
    assertThat(places().find("a", "key2")).contains(new StoredWork.Place(1, 20));
    assertThat(places().find("a", "key3")).isEmpty();
    assertThat(places().find("gone", "key1")).isEmpty();
    store().remove("a");
    assertThat(places().find("a", "key1")).isEmpty();
  }

  @Test
  void aPictureIsKeptUntilTheWorkGoes() {
    add(store(), "a", NOON);
    byte[] large = new byte[400_000];
    large[399_999] = 7;
    covers().keep(CoverStore.Owner.WORK, "a", text("before"));
    covers().keep(CoverStore.Owner.WORK, "a", large);
    covers().keep(CoverStore.Owner.WORK, "gone", large);

    assertThat(covers().find(CoverStore.Owner.WORK, "a")).contains(large);
    assertThat(covers().find(CoverStore.Owner.READING, "a")).isEmpty();
    assertThat(covers().find(CoverStore.Owner.WORK, "gone")).isEmpty();
    store().remove("a");
    assertThat(covers().find(CoverStore.Owner.WORK, "a")).isEmpty();
  }

  private static StoredWork work(String id, @Nullable String owner, Instant created) {
    return new StoredWork(
        id, "제목 " + id, "글쓴이", "{\"speed\":1}", "{}", false, owner, created, created, null);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Two chapters, three parts. */
  private static void add(WorkStore store, String id, Instant created) {
    store.add(
        work(id, "owner", created),
        List.of("첫째 장", "둘째 장"),
        List.of(
            new NewPart(0, 3, text("하나")),
            new NewPart(0, 4, text("둘")),
            new NewPart(1, 5, text("셋"))));
  }

  @Test
  void whatIsAddedIsFoundInAnotherViewAsItWas() {
    add(store(), "a", NOON);
    WorkStore there = store();
    assertThat(there.find("a")).contains(work("a", "owner", NOON));
    assertThat(there.chapters("a")).containsExactly("첫째 장", "둘째 장");
    assertThat(there.parts("a"))
        .containsExactly(
            new StoredPart(0, 0, 3, null, false, 0, null),
            new StoredPart(1, 0, 4, null, false, 0, null),
            new StoredPart(2, 1, 5, null, false, 0, null));
    assertThat(there.content("a", 1)).hasValueSatisfying(it -> assertThat(it).isEqualTo(text("둘")));
    assertThat(there.content("a", 3)).isEmpty();
    assertThat(there.find("b")).isEmpty();
    assertThat(there.parts("b")).isEmpty();
    assertThat(there.chapters("b")).isEmpty();
  }

  @Test
  void aWorkThatIsThereStaysAsItIs() {
    WorkStore store = store();
    add(store, "a", NOON);
    store.add(work("a", "other", NOON.plusSeconds(9)), List.of(), List.of());
    assertThat(store.find("a")).contains(work("a", "owner", NOON));
    assertThat(store.parts("a")).hasSize(3);
  }

  @Test
  void manyWhoAddTheSameWorkAtTheSameTimeAddItOnce() throws Exception {
    List<Callable<Boolean>> askers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      WorkStore store = store();
      askers.add(
          () -> {
            add(store, "a", NOON);
            return true;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> asked : threads.invokeAll(askers)) {
        assertThat(asked.get()).isTrue();
      }
    }
    assertThat(store().parts("a")).hasSize(3);
    assertThat(store().chapters("a")).hasSize(2);
  }

  @Test
  void theNewestComeFirstAndTheirOwnersSeeTheirs() {
    WorkStore store = store();
    add(store, "old", NOON);
    add(store, "new", NOON.plusSeconds(1));
    store.add(work("others", "somebody", NOON.plusSeconds(2)), List.of("장"), List.of());
    store.add(work("nobodys", null, NOON.plusSeconds(3)), List.of("장"), List.of());
    assertThat(store.newest(null, 9))
        .extracting(StoredWork::id)
        .containsExactly("nobodys", "others", "new", "old");
    assertThat(store.newest("owner", 9)).extracting(StoredWork::id).containsExactly("new", "old");
    assertThat(store.newest(null, 1)).extracting(StoredWork::id).containsExactly("nobodys");
  }

  @Test
  void twoWhoPlanFromTheSameCastDoNotBothGiveVoices() {
    WorkStore here = store();
    WorkStore there = store();
    add(here, "a", NOON);
    assertThat(here.planned("a", 0, "reading 0", "{\"one\":1}", "{}")).isTrue();
    assertThat(there.planned("a", 1, "reading 1", "{\"two\":2}", "{}")).isFalse();
    assertThat(here.parts("a").get(1).reading()).isNull();
    assertThat(there.planned("a", 1, "reading 1", "{\"one\":1,\"two\":2}", "{\"one\":1}")).isTrue();
    assertThat(here.find("a").orElseThrow().casting()).isEqualTo("{\"one\":1,\"two\":2}");
    assertThat(here.parts("a"))
        .extracting(StoredPart::reading)
        .containsExactly("reading 0", "reading 1", null);
    assertThat(here.planned("gone", 0, "reading", "{}", "{}")).isFalse();
    assertThat(here.uses("reading 1")).isTrue();
    assertThat(here.uses("reading 2")).isFalse();
  }

  @Test
  void partsAreMadeFailAndAreTriedAgain() {
    WorkStore store = store();
    add(store, "a", NOON);
    store.made("a", 0, 1_234);
    store.failed("a", 1, "Nothing to read.");
    assertThat(store().parts("a").get(0))
        .isEqualTo(new StoredPart(0, 0, 3, null, true, 1_234, null));
    assertThat(store().parts("a").get(1).problem()).isEqualTo("Nothing to read.");
    assertThat(store().unfinished()).isEqualTo(1);
    store.made("a", 2, 1);
    assertThat(store().unfinished()).isZero();
    assertThat(store().unmade()).isEmpty();
    store.again("a", 1);
    assertThat(store().parts("a").get(1).isSettled()).isFalse();
    assertThat(store().unmade()).contains("a");
  }

  @Test
  void whatWasHeardLastIsMadeFirstAndPausedWorksAreNot() {
    WorkStore store = store();
    add(store, "a", NOON);
    add(store, "b", NOON.plusSeconds(1));
    assertThat(store.unmade()).contains("b");
    store.heard("a", NOON.plusSeconds(2));
    assertThat(store().unmade()).contains("a");
    store.pause("a", true);
    assertThat(store().unmade()).contains("b");
    assertThat(store().unfinished()).as("paused ones count").isEqualTo(2);
    assertThat(store().find("a").orElseThrow().paused()).isTrue();
    store.pause("a", false);
    assertThat(store().unmade()).contains("a");
    assertThat(store().unheardSince(NOON.plusSeconds(2))).containsExactly("b");
  }

  @Test
  void aPlaceIsKept() {
    WorkStore store = store();
    add(store, "a", NOON);
    store.place("a", new StoredWork.Place(0, 0));
    assertThat(store().find("a").orElseThrow().place()).isEqualTo(new StoredWork.Place(0, 0));
    store.place("a", new StoredWork.Place(2, 5_000_000_000L));
    assertThat(store().find("a").orElseThrow().place())
        .isEqualTo(new StoredWork.Place(2, 5_000_000_000L));
  }

  @Test
  void whatIsRemovedIsGoneWithAllOfIt() {
    WorkStore store = store();
    add(store, "a", NOON);
    add(store, "b", NOON);
    store.planned("a", 0, "reading", "{}", "{}");
    assertThat(store.remove("a")).isTrue();
    assertThat(store().remove("a")).isFalse();
    assertThat(store().find("a")).isEmpty();
    assertThat(store().parts("a")).isEmpty();
    assertThat(store().content("a", 0)).isEmpty();
    assertThat(store().uses("reading")).isFalse();
    assertThat(store().parts("b")).hasSize(3);
  }
}
