package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.cluster.PostgresServer;
import org.nangdok.cluster.S3Server;
import org.nangdok.key.KeyFile;
import org.nangdok.key.NewKey;
import org.nangdok.key.Scope;
import org.nangdok.library.Feed;
import org.nangdok.library.LibraryException;
import org.nangdok.speech.SpeechException;

@Tag("cluster")
class SharedFilesTest {

  private SharedLibrary library;
  private final List<NodeNews> nodes = new ArrayList<>();

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  @AfterEach
  void close() {
    nodes.forEach(NodeNews::close);
  }

  /** The files as another machine has them. */
  private SharedFiles node(String folder) {
    var news = new NodeNews(library.database::alone);
    var files = new SharedFiles(library.client, library.database, news, folder);
    news.start();
    nodes.add(news);
    return files;
  }

  @Test
  void aKeyThatIsRevokedAtOneMachineIsRefusedAtTheOthers() {
    KeyFile here = KeyFile.in(node("keys"), Clock.systemUTC());
    KeyFile there = KeyFile.in(node("keys"), Clock.systemUTC());
    assertThat(there.all()).isEmpty();
    NewKey key = here.create("desk", Scope.MAKE, List.of());
    await().atMost(Duration.ofSeconds(6)).until(() -> there.prove(key.token()).isPresent());
    here.revoke(key.key().id());
    await().atMost(Duration.ofSeconds(6)).until(() -> there.prove(key.token()).isEmpty());
  }

  @Test
  void twoMachinesThatAddToAFeedLoseNothing() throws Exception {
    var feeds = List.of(new SharedFeeds(node("feeds")), new SharedFeeds(node("feeds")));
    try (var adders = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int n = 0; n < 2; n++) {
        int node = n;
        work.add(
            () -> {
              for (int i = 0; i < 20; i++) {
                var entry = new Feed.Entry("r" + node + "-" + i, null, Instant.EPOCH);
                feeds.get(node).keep("news", before -> with(before.orElse(null), entry));
              }
              return true;
            });
      }
      for (var done : adders.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(feeds.get(0).find("news").orElseThrow().entries()).hasSize(40);
    assertThatThrownBy(
            () ->
                feeds
                    .get(0)
                    .keep(
                        "news",
                        before -> {
                          throw new IllegalStateException("refused");
                        }))
        .hasMessage("refused");
    assertThat(feeds.get(1).find("news").orElseThrow().entries()).hasSize(40);
    feeds.get(1).remove("news");
    await().atMost(Duration.ofSeconds(6)).until(() -> feeds.get(0).find("news").isEmpty());
  }

  private static Feed with(@Nullable Feed before, Feed.Entry entry) {
    Feed feed =
        before == null
            ? new Feed("news", "소식", "ko", null, List.of(), List.of(), null, null, null)
            : before;
    List<Feed.Entry> entries = new ArrayList<>(List.of(entry));
    entries.addAll(feed.entries());
    return feed.withEntries(entries);
  }

  @Test
  void whatWasReadLastCountsWhileTheDatabaseIsAway() throws Exception {
    SharedFiles files = node("castings");
    files.change(
        all -> {
          all.put("a.yaml", "roles: {}".getBytes(StandardCharsets.UTF_8));
          return all;
        });
    assertThat(files.all()).containsOnlyKeys("a.yaml");
    library.postgres.crash();
    try {
      assertThatThrownBy(() -> files.change(all -> all))
          .isInstanceOfSatisfying(
              LibraryException.class, e -> assertThat(e.code()).isEqualTo("storage.failed"));
      assertThat(files.all()).containsOnlyKeys("a.yaml");
    } finally {
      library.postgres.begin();
    }
  }

  @Test
  void allMachinesTogetherSendNoMoreThanIsAllowed() throws Exception {
    var table = new CharactersTable(library.client);
    int[] granted = {0};
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> takes = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        takes.add(
            () -> {
              try {
                table.take(7, 300);
                return true;
              } catch (SpeechException e) {
                return false;
              }
            });
      }
      for (var taken : threads.invokeAll(takes)) {
        granted[0] += taken.get() ? 7 : 0;
      }
    }
    assertThat(granted[0]).isEqualTo(294);
    assertThatThrownBy(() -> new CharactersTable(library.client).take(301, 300))
        .isInstanceOf(SpeechException.class);
  }

  @Test
  void whatCannotBeSharedIsSaidInASentence() throws Exception {
    assertThat(opening(library.postgres.url("nangdok"), "wrong"))
        .isEqualTo("library.database-refused");
    assertThat(opening(library.postgres.url("elsewhere"), PostgresServer.PASSWORD))
        .isEqualTo("library.database-unknown");
    assertThat(opening("jdbc:postgresql://127.0.0.1:1/nangdok", ""))
        .isEqualTo("library.database-unreachable");
    assertThat(opening("jdbc:h2:mem:x", "")).isEqualTo("library.database-address");

    library.s3.fault(S3Server.Fault.UNCONDITIONAL);
    assertThat(code(library.bucket::require)).isEqualTo("library.bucket-unconditional");
    library.s3.fault(S3Server.Fault.NONE);
    library.bucket.require();
    try (S3Server locked = S3Server.start("right");
        Bucket wrong =
            new Bucket(
                new Bucket.Place(
                    S3Server.BUCKET, locked.directly(), "us-east-1", "right", "wrong"))) {
      assertThat(code(wrong::require)).isEqualTo("library.bucket-refused");
    }
  }

  @Test
  void aBucketOfAnotherInstallationIsRefused() throws Exception {
    try (S3Server other = S3Server.start();
        Bucket bucket = SharedLibrary.bucket(other)) {
      Installation.require(library.client, bucket);
      Installation.require(library.client, bucket);
      library.client.sql("delete from installation").update(); // as if another database came
      assertThat(code(() -> Installation.require(library.client, bucket)))
          .isEqualTo("library.other-installation");
    }
  }

  @Test
  void aSecondBucketOnOneDatabaseIsRefused() throws Exception {
    try (S3Server first = S3Server.start();
        Bucket bucket = SharedLibrary.bucket(first);
        S3Server second = S3Server.start();
        Bucket empty = SharedLibrary.bucket(second)) {
      Installation.require(library.client, bucket);
      assertThat(code(() -> Installation.require(library.client, empty)))
          .isEqualTo("library.other-installation");
      assertThat(empty.get("installation")).as("it stays without a name").isEmpty();
      Installation.require(library.client, bucket);
    }
  }

  private static String opening(String url, String password) {
    return code(
        () ->
            SharedDatabase.open(new SharedDatabase.Place(url, PostgresServer.USER, password, 2))
                .close());
  }

  private static String code(Runnable work) {
    try {
      work.run();
      return "nothing";
    } catch (LibraryException e) {
      assertThat(e.sentence()).matches("(?s)[A-Zn].+\\.");
      return e.code();
    }
  }
}
