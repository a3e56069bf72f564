package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFilesTest {

  private static final Runnable NOTHING = () -> {};

  @TempDir private Path data;
  private Path folder;
  private MadeFiles files;

  @SuppressWarnings("NullAway") // opened before each test
  MadeFilesTest() {}

  @BeforeEach
  void open() throws IOException {
    folder = data.resolve("files");
    files = new MadeFiles(folder, 1_000, 2_500);
  }

  @Test
  void whatIsSentOnceIsThereTheNextTime() throws Exception {
    var out = new ByteArrayOutputStream();
    var made = new AtomicInteger();

    files.through("a.wav", out, NOTHING, to -> write(to, 900, made));

    assertThat(out.size()).isEqualTo(900);
    assertThat(files.make("a.wav", NOTHING, to -> write(to, 900, made)).orElseThrow()).hasSize(900);
    assertThat(made).hasValue(1);
  }

  @Test
  void whereRoomIsNeededWhatWasUsedLongestAgoGoes() throws Exception {
    var made = new AtomicInteger();
    for (String name : List.of("a.wav", "b.wav")) {
      files.make(name, NOTHING, to -> write(to, 900, made));
      Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(made.get()));
    }

    assertThat(files.bytes()).isEqualTo(1_800);
    assertThat(files.free(1)).isEqualTo(900);
    assertThat(folder.resolve("b.wav")).exists();
    assertThat(folder.resolve("a.wav")).doesNotExist();
  }

  @Test
  void aFileThatIsTooLargeIsSentAndNotKept() throws Exception {
    var out = new ByteArrayOutputStream();
    var made = new AtomicInteger();

    files.through("a.wav", out, NOTHING, to -> write(to, 1_001, made));

    assertThat(out.size()).isEqualTo(1_001);
    assertThat(files.find("a.wav")).isEmpty();
    assertThat(files.make("a.wav", NOTHING, to -> write(to, 1_001, made))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theOneThatNobodyUsedLongestGoesFirst() throws Exception {
    for (String name : new String[] {"a", "b"}) {
      files.make(name, NOTHING, to -> write(to, 1_000, new AtomicInteger()));
    }
    Files.setLastModifiedTime(folder.resolve("a"), FileTime.fromMillis(1_000));
    Files.setLastModifiedTime(folder.resolve("b"), FileTime.fromMillis(2_000));
    files.find("a");

    files.make("c", NOTHING, to -> write(to, 1_000, new AtomicInteger()));

    assertThat(files.find("b")).isEmpty();
    assertThat(files.find("a")).isPresent();
    assertThat(files.find("c")).isPresent();
  }

  @Test
  void nothingHalfIsKeptWhenTheMakerOrTheListenerFails() {
    assertThatThrownBy(
            () ->
                files.make(
                    "a",
                    NOTHING,
                    to -> {
                      to.write(1);
                      throw new IOException("no more");
                    }))
        .hasMessage("no more");
    assertThat(files.find("a")).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whereNothingCanBeKeptFilesAreSentAllTheSame() throws Exception {
    Files.createFile(folder); // a file stands where the folder should
    var out = new ByteArrayOutputStream();

    files.through("a", out, NOTHING, to -> write(to, 900, new AtomicInteger()));

    assertThat(out.size()).isEqualTo(900);
    assertThat(files.make("a", NOTHING, to -> write(to, 900, new AtomicInteger()))).isEmpty();
  }

  @Test
  void slowReadersHoldNoPlaceAndGetTheWhole() throws Exception {
    var made = new AtomicInteger();
    var started = new AtomicInteger();
    var read = new CountDownLatch(1);
    var sizes = new ConcurrentLinkedQueue<Integer>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        String name = "slow" + i % 10;
        readers.submit(
            () -> {
              var out = new SlowStream(read);
              files.through(name, out, started::incrementAndGet, to -> write(to, 900, made));
              return sizes.add(out.size());
            });
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> made.get() >= 10);

      // Ten more than there are places were made while nobody has read a byte.
      assertThat(files.make("quick", NOTHING, to -> write(to, 10, made))).isPresent();
      read.countDown();
    }
    assertThat(sizes).hasSize(20).containsOnly(900);
    assertThat(started.get()).isEqualTo(made.get() - 1);
  }

  @Test
  void whatWasMadeOfAReadingIsForgottenWithIt() throws Exception {
    files.make("ab.wav", NOTHING, to -> write(to, 10, new AtomicInteger()));
    files.make("abc.wav", NOTHING, to -> write(to, 10, new AtomicInteger()));

    files.forget("ab");

    assertThat(files.find("ab.wav")).isEmpty();
    assertThat(files.find("abc.wav")).isPresent();
  }

  /** Takes nothing until it is told to. */
  private static final class SlowStream extends ByteArrayOutputStream {
    private final CountDownLatch read;

    SlowStream(CountDownLatch read) {
      this.read = read;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        read.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      super.write(bytes, from, length);
    }
  }

  @Test
  void aStartBeginsWithNone() throws Exception {
    files.make("a", NOTHING, to -> write(to, 10, new AtomicInteger()));

    assertThat(new MadeFiles(folder, 1_000, 2_500).find("a")).isEmpty();
  }

  private static void write(java.io.OutputStream to, int bytes, AtomicInteger made)
      throws IOException {
    made.incrementAndGet();
    to.write(new byte[bytes - 1]);
    to.write(7);
  }
}
