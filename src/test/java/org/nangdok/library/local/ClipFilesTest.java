package org.nangdok.library.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Path marks = file(".json");
    Files.writeString(marks, "{\"soundEnd\":");

    assertThat(store.info(KEY)).isEmpty();
    store.put(KEY, new Clip(Mp3Frames.silence(4), 60, List.of(), true));
    assertThat(store.info(KEY).orElseThrow().millis()).isEqualTo(96);
  }

  @Test
  void nothingUnfinishedStaysBehind() throws IOException {
    store().put(KEY, new Clip(Mp3Frames.silence(3), 60, List.of(), true));
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(KEY.hex() + ".mp3", KEY.hex() + ".json");
    }
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
