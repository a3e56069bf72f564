package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The longest articles that are permitted, forty at once. Takes a quarter of an hour on two busy
 * processors, so it is run by hand, on classes that are built: {@code mvn
 * toolchains:select-jdk-toolchain surefire:test -Dtest=FortyLongestTest -Dtest.groups=heavy
 * -Dtest.excluded-groups=none}.
 */
@Tag("heavy")
class FortyLongestTest {

  private static final int ARTICLES = Integer.getInteger("nangdok.longest", 40);
  private static final Duration LONG = Duration.ofMinutes(40);

  @TempDir Path data;

  @Test
  void allAreAcceptedInTurn() throws Exception {
    try (Service service = Service.startInFull(data);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < ARTICLES; i++) {
        String text = longest(i);
        asked.add(clients.submit(() -> service.accepted(text, LONG)));
      }
      for (Future<String> one : asked) {
        String id = one.get(LONG.toMinutes(), TimeUnit.MINUTES);
        assertThat(service.reading(id).at("/progress/total").asInt()).isGreaterThan(3_000);
      }
      service.assertAlive();
      assertThat(service.stop()).isLessThan(Duration.ofSeconds(30));
    }
  }

  /** Of nearly 200,000 characters; its sentences are alike so that their sound is made once. */
  private static String longest(int number) {
    String sentence = "마을 사람들은 " + number + "번 배를 타고 강을 건너 아침마다 학교와 시장에 다녔습니다. ";
    return "긴 글 " + number + "\n\n" + sentence.repeat(198_000 / sentence.length());
  }
}
