package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.voice.pack.FileSource;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackOffer;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PackWorkTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void whatCannotBeFetchedIsSaidOnceAndStandsInTheAnswer(CapturedOutput log) {
    PackDesk desk = desk();
    PackOffer offer = desk.toBeFetched().orElseThrow();
    try (var work = work(desk, desk.sources(java.util.List.of(folder)))) {
      FileSource none =
          (file, target, progress) -> {
            throw new IOException("no network");
          };
      var failing = work(desk, none);
      failing.fetch(offer);

      Awaitility.await().until(() -> failing.state(offer).stage() == PackWork.Stage.FAILED);
      assertThat(failing.state(offer).problem()).isNotBlank();
      Awaitility.await().until(() -> log.getOut().contains("Natural voices can't be fetched now"));
      assertThat(log.getOut().split("Natural voices can't be fetched now", -1)).hasSize(2);
      assertThat(work.state(offer).stage()).isEqualTo(PackWork.Stage.OFFERED);
    }
  }

  @Test
  void theEndOfTheServiceEndsTheFetchAndSaysNothing(CapturedOutput log) throws Exception {
    PackDesk desk = desk();
    PackOffer offer = desk.toBeFetched().orElseThrow();
    var begun = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    FileSource endless =
        (file, target, progress) -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
            throw new IOException("The download was stopped.", e);
          }
        };
    var work = work(desk, endless);
    work.fetch(offer);
    begun.await();

    work.close();

    assertThat(stopped.getCount()).isZero();
    assertThat(log.getOut()).doesNotContain("can't be fetched");
  }

  private static PackWork work(PackDesk desk, FileSource source) {
    return new PackWork(desk, () -> source, () -> {});
  }

  private PackDesk desk() {
    return new PackDesk(
        PackOffers.read(VoicesFolder.shipped()), new PackShelf(folder.resolve("packs")));
  }
}
