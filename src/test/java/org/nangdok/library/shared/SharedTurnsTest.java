package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class SharedTurnsTest {

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  private SharedTurns node(String name) {
    return new SharedTurns(library.client, name);
  }

  @Test
  void oneOfManyHasIt() throws Exception {
    List<Callable<Boolean>> takers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      SharedTurns node = node("node " + i);
      takers.add(() -> node.take("works"));
    }
    int had = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> taken : threads.invokeAll(takers)) {
        had += taken.get() ? 1 : 0;
      }
    }
    assertThat(had).isEqualTo(1);
  }

  @Test
  void itIsKeptUntilItIsGivenOrItsHolderIsSilent() {
    assertThat(node("a").take("works")).isTrue();
    assertThat(node("a").take("works")).isTrue();
    assertThat(node("b").take("works")).isFalse();
    assertThat(node("b").take("others")).isTrue();
    node("b").give("works"); // not its own
    assertThat(node("b").take("works")).isFalse();
    node("a").give("works");
    assertThat(node("b").take("works")).isTrue();
    library.client.sql("update turn set until = now()").update();
    assertThat(node("c").take("works")).isTrue();
    assertThat(node("b").take("works")).as("it was silent for too long").isFalse();
  }
}
