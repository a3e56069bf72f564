package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFilesTest {

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

    files.through("a.wav", out, to -> write(to, 900, made));

    assertThat(out.size()).isEqualTo(900);
    assertThat(files.make("a.wav", to -> write(to, 900, made)).orElseThrow()).hasSize(900);
    assertThat(made).hasValue(1);
  }

  @Test
  void aFileThatIsTooLargeIsSentAndNotKept() throws Exception {
    var out = new ByteArrayOutputStream();
    var made = new AtomicInteger();

    files.through("a.wav", out, to -> write(to, 1_001, made));

    assertThat(out.size()).isEqualTo(1_001);
    assertThat(files.find("a.wav")).isEmpty();
    assertThat(files.make("a.wav", to -> write(to, 1_001, made))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theOneThatNobodyUsedLongestGoesFirst() throws Exception {
    for (String name : new String[] {"a", "b"}) {
      files.make(name, to -> write(to, 1_000, new AtomicInteger()));
    }
    Files.setLastModifiedTime(folder.resolve("a"), FileTime.fromMillis(1_000));
    Files.setLastModifiedTime(folder.resolve("b"), FileTime.fromMillis(2_000));
    files.find("a");

    files.make("c", to -> write(to, 1_000, new AtomicInteger()));

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

    files.through("a", out, to -> write(to, 900, new AtomicInteger()));

    assertThat(out.size()).isEqualTo(900);
    assertThat(files.make("a", to -> write(to, 900, new AtomicInteger()))).isEmpty();
  }

  @Test
  void aStartBeginsWithNone() throws Exception {
    files.make("a", to -> write(to, 10, new AtomicInteger()));

    assertThat(new MadeFiles(folder, 1_000, 2_500).find("a")).isEmpty();
  }

  private static void write(java.io.OutputStream to, int bytes, AtomicInteger made)
      throws IOException {
    made.incrementAndGet();
    to.write(new byte[bytes - 1]);
    to.write(7);
  }
}
