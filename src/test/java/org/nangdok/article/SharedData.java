package org.nangdok.article;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of evaluation data beside the project, which not every machine has. */
final class SharedData {

  private SharedData() {}

  /** The file or folder, or a skipped test where the data is absent. */
  static Path require(String name) {
    Path found =
        Stream.of("../shared", "../../shared")
            .map(folder -> Path.of(folder, name))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(found != null, "Skipped: no evaluation data beside the project.");
    return found;
  }
}
