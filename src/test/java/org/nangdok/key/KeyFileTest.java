package org.nangdok.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;
  private KeyFile keys;

  @BeforeEach
  void open() {
    keys = at(NOON);
  }

  private KeyFile at(Instant time) {
    return new KeyFile(folder.resolve("keys.json"), Clock.fixed(time, ZoneOffset.UTC));
  }

  @Test
  void aTokenProvesItsKeyAndIsKeptNowhere() throws IOException {
    NewKey made = keys.create("the archive", Scope.MAKE, List.of());

    assertThat(keys.prove(made.token())).contains(made.key());
    assertThat(made.token()).matches("nk_[a-z0-9]{10}_[A-Za-z0-9_-]{43}");
    String secret = made.token().substring("nk_0123456789_".length());
    assertThat(Files.readString(folder.resolve("keys.json")))
        .contains(made.key().id(), "the archive")
        .doesNotContain(secret);
    assertThat(made.toString() + made.key()).doesNotContain(secret, made.key().signing());
  }

  @Test
  void theFileIsItsOwnersOnly() throws IOException {
    keys.create("one", Scope.READ, List.of());

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys.json"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("keys.json", "keys.json.lock");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nk_",
        "nk_aaaaaaaaaa_",
        "nk_../../etc/_x",
        "bearer",
        "nk_aaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void nothingElseProvesAnything(String token) {
    keys.create("one", Scope.READ, List.of());

    assertThat(keys.prove(token)).isEmpty();
  }

  @Test
  void oneLettersDifferenceIsWrong() {
    String token = keys.create("one", Scope.READ, List.of()).token();
    char last = token.charAt(token.length() - 2);

    assertThat(
            keys.prove(
                token.substring(0, token.length() - 2)
                    + (last == 'A' ? 'B' : 'A')
                    + token.substring(token.length() - 1)))
        .isEmpty();
  }

  @Test
  void whatAnotherProcessChangesIsSeenAtOnce() {
    KeyFile service = at(NOON);
    assertThat(service.all()).isEmpty();
    NewKey made = keys.create("one", Scope.READ, List.of());
    assertThat(service.prove(made.token())).isPresent();

    keys.revoke(made.key().id());

    assertThat(service.prove(made.token())).isEmpty();
    assertThatThrownBy(() -> keys.revoke(made.key().id()))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining(made.key().id());
  }

  @Test
  void aRotatedKeyCountsUntilItsTimeIsOver() {
    NewKey old = keys.create("one", Scope.MAKE, List.of("https://news.example"));
    NewKey next = keys.rotate(old.key().id(), Duration.ofHours(24));

    assertThat(next.key().scope()).isEqualTo(Scope.MAKE);
    assertThat(next.key().origins()).containsExactly("https://news.example");
    assertThat(next.token()).isNotEqualTo(old.token());
    assertThat(at(NOON.plus(Duration.ofHours(23))).prove(old.token())).isPresent();
    assertThat(at(NOON.plus(Duration.ofHours(24))).prove(old.token())).isEmpty();
    assertThat(at(NOON.plus(Duration.ofDays(900))).prove(next.token())).isPresent();
  }

  @Test
  void keysMadeAtTheSameTimeAreAllKept() throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.execute(() -> keys.create("one of many", Scope.READ, List.of()));
      }
    }

    assertThat(keys.all()).hasSize(20);
    assertThat(keys.all()).extracting(Key::id).doesNotHaveDuplicates();
  }

  @Test
  void aKeyOfPagesCannotAdminister() {
    assertThatThrownBy(() -> keys.create("x", Scope.ADMINISTER, List.of("https://news.example")))
        .hasMessageContaining("can't administer");
    assertThatThrownBy(() -> keys.create("x", Scope.READ, List.of("https://news.example/a b")))
        .hasMessageContaining("origin");
    assertThatThrownBy(() -> keys.create(" ", Scope.READ, List.of())).hasMessageContaining("name");
  }

  @Test
  void aDamagedFileIsSaidSoAndNeverTakenForNoKeys() throws IOException {
    Files.writeString(folder.resolve("keys.json"), "{\"keys\":[{");

    assertThatThrownBy(() -> keys.all())
        .isInstanceOfSatisfying(
            KeyException.class, e -> assertThat(e.code()).isEqualTo("key.unreadable"));
  }

  @Test
  void scopesHoldThoseBeforeThem() {
    assertThat(Scope.ADMINISTER.includes(Scope.READ)).isTrue();
    assertThat(Scope.MAKE.includes(Scope.MAKE)).isTrue();
    assertThat(Scope.READ.includes(Scope.MAKE)).isFalse();
  }
}
