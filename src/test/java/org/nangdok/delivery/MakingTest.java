package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MakingTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway") // the folder is there before each test
  MakingTest() {}

  /** Browsers give up on an answer without a word; an audiobook is encoded for minutes. */
  @Test
  void whoeverReadsIsToldThatSomethingWillComeBeforeTheFirstByteIsMade() throws Exception {
    var told = new CountDownLatch(1);
    var heard =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            told.countDown();
          }
        };
    send(heard, Duration.ofMillis(1), told);
    assertThat(heard.toString(StandardCharsets.UTF_8)).isEqualTo("sound");
  }

  /** So that what can't be made is still answered with its problem. */
  @Test
  void nothingIsToldWhileItMayFailAtOnce() throws Exception {
    var calls = new StringBuffer();
    var heard =
        new OutputStream() {
          @Override
          public void write(int one) {
            calls.append((char) one);
          }

          @Override
          public void flush() {
            calls.append('|');
          }
        };
    send(heard, Duration.ofMinutes(1), new CountDownLatch(0));
    assertThat(calls).hasToString("sound|");
  }

  private void send(OutputStream heard, Duration patience, CountDownLatch first) throws Exception {
    Path part = Files.createFile(folder.resolve("part"));
    var making = new Making(part, patience);
    try (ExecutorService reader = Executors.newSingleThreadExecutor();
        FileChannel file = making.open()) {
      Future<?> sent =
          reader.submit(
              () -> {
                making.send(file, heard);
                return null;
              });
      first.await();
      assertThat(making.make(out -> out.write("sound".getBytes(StandardCharsets.UTF_8)))).isTrue();
      making.end();
      sent.get();
    }
  }
}
