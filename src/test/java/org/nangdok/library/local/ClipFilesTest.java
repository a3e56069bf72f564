package org.nangdok.library.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.library.ClipStore;
import org.nangdok.library.ClipStoreContract;
import org.nangdok.library.LibraryException;

class ClipFilesTest extends ClipStoreContract {

  @TempDir Path folder;

  @Override
  protected ClipStore store() {
    return new ClipFiles(folder);
  }

  @Test
  void aDamagedClipIsMadeAgain() throws IOException {
    ClipStore store = store();
    store.put(KEY, new Clip(Mp3Frames.silence(3), 60, List.of(), true));
    byte[] whole = Files.readAllBytes(file(".clip"));
    for (int length : new int[] {0, 3, 8, 40, whole.length - 1}) {
      Files.write(file(".clip"), Arrays.copyOf(whole, length));

      assertThat(store.info(KEY)).as("%d bytes", length).isEmpty();
      assertThat(store.bytes(KEY)).isEmpty();
      assertThat(store.put(KEY, new Clip(Mp3Frames.silence(4), 60, List.of(), true)).millis())
          .isEqualTo(96);
      assertThat(store.bytes(KEY).orElseThrow()).hasSize(4 * Mp3Frames.BYTES);
    }
  }

  /** Two readings have a sentence in common, and one of them is removed while the other is made. */
  @Test
  void aClipThatIsRemovedAsItIsKeptWasKept() throws Exception {
    ClipStore store = store();
    Clip clip = new Clip(Mp3Frames.silence(3), 60, List.of(), true);
    var made = new AtomicBoolean();
    try (var other = Executors.newSingleThreadExecutor()) {
      other.submit(
          () -> {
            while (!made.get()) {
              store.remove(KEY);
            }
          });
      try {
        for (int i = 0; i < 1_000; i++) {
          assertThat(store.put(KEY, clip).millis()).isEqualTo(72);
        }
      } finally {
        made.set(true);
      }
    }
  }

  @Test
  void nothingUnfinishedStaysBehind() throws IOException {
    store().put(KEY, new Clip(Mp3Frames.silence(3), 60, List.of(), true));
    store().put(KEY, new Clip(Mp3Frames.silence(4), 60, List.of(), true));
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> file.getFileName().toString())
          .containsExactly(KEY.hex() + ".clip");
    }
  }

  @Test
  void clipsOfEarlierVersionsAreReadCountedAndRemoved() throws IOException {
    Files.createDirectories(file("").getParent());
    Files.write(file(".mp3"), Mp3Frames.silence(5));
    Files.writeString(file(".json"), "{\"soundEnd\":110,\"exact\":true,\"marks\":[]}");
    ClipStore store = store();
    assertThat(store.info(KEY).orElseThrow().millis()).isEqualTo(120);
    assertThat(store.bytes(KEY).orElseThrow()).hasSize(5 * Mp3Frames.BYTES);
    assertThat(store.put(KEY, new Clip(Mp3Frames.silence(9), 60, List.of(), true)).soundEnd())
        .isEqualTo(110);

    long size = Files.size(file(".mp3")) + Files.size(file(".json"));
    List<Long> seen = new ArrayList<>();
    store.each((key, bytes, made) -> seen.add(bytes));
    assertThat(seen).containsExactly(size);
    assertThat(store.remove(KEY)).isEqualTo(size);
    assertThat(store.info(KEY)).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblemWithACode() throws IOException {
    Files.writeString(folder.resolve(KEY.hex().substring(0, 2)), "a file where a folder belongs");
    assertThatThrownBy(() -> store().put(KEY, new Clip(Mp3Frames.silence(3), 60, List.of(), true)))
        .isInstanceOfSatisfying(
            LibraryException.class, e -> assertThat(e.code()).isEqualTo("storage.failed"));
  }

  @Test
  void aSecondOwnerOfADataFolderIsRefused() throws IOException {
    try (var first = DataFolder.open(folder.resolve("data"))) {
      assertThat(first.path()).isDirectory();
      assertThatThrownBy(() -> DataFolder.open(folder.resolve("data")))
          .isInstanceOfSatisfying(
              LibraryException.class,
              e -> {
                assertThat(e.code()).isEqualTo("library.in-use");
                assertThat(e.sentence()).contains("in use by another Nangdok");
              });
    }
    DataFolder.open(folder.resolve("data")).close();
  }

  private Path file(String suffix) {
    String hex = KEY.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex + suffix);
  }
}
