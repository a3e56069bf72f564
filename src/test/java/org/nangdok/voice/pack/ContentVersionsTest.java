package org.nangdok.voice.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentVersionsTest {

  @TempDir Path folder;

  private Path pack(String machine, String content, long time) throws IOException {
    Path pack = Files.createDirectories(folder.resolve(machine).resolve("pack"));
    Files.createDirectories(pack.resolve("deep"));
    for (String name : new String[] {"model.onnx", "deep/words.json"}) {
      Files.writeString(pack.resolve(name), content + name);
      Files.setLastModifiedTime(pack.resolve(name), FileTime.fromMillis(time));
    }
    return pack;
  }

  private ContentVersions versions(String machine) {
    return new ContentVersions(folder.resolve(machine).resolve("contents.tsv"));
  }

  @Test
  void theSameContentsHaveTheSameVersionWhereverAndWheneverTheyWereInstalled() throws IOException {
    String here = versions("a").of(pack("a", "x", 1_000_000));
    String there = versions("b").of(pack("b", "x", 2_000_000));
    assertThat(here).matches("[0-9a-f]{16}").isEqualTo(there);
    assertThat(versions("a").of(folder.resolve("a/pack"))).as("after a restart").isEqualTo(here);
  }

  @Test
  void otherContentsAndOtherNamesHaveAnother() throws IOException {
    String first = versions("a").of(pack("a", "x", 1_000));
    Path pack = folder.resolve("a/pack");
    Files.writeString(pack.resolve("model.onnx"), "ymodel.onnx"); // as long, at another time
    String second = versions("a").of(pack);
    Files.move(pack.resolve("model.onnx"), pack.resolve("other.onnx"));
    String third = versions("a").of(pack);
    assertThat(new String[] {first, second, third}).doesNotHaveDuplicates();
  }

  @Test
  void hashesThatWereKeptAreUsedAndADamagedListIsReadAnew() throws IOException {
    Path pack = pack("a", "x", 1_000);
    String before = versions("a").of(pack);
    Files.writeString(folder.resolve("a/contents.tsv"), "no tabs\n\t\n");
    assertThat(versions("a").of(pack)).isEqualTo(before);
    assertThat(versions("a").of(folder.resolve("nowhere"))).isEqualTo("unknown");
  }
}
