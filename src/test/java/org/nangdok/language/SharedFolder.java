package org.nangdok.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of evaluation data beside the project, where it is on the machine. */
public final class SharedFolder {

  private SharedFolder() {}

  /** A file of that folder; the test is skipped where there is none. */
  public static Path file(String name) {
    Path found =
        Stream.of("../shared", "../../shared")
            .map(folder -> Path.of(folder).resolve(name))
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("../shared").resolve(name));
    Assumptions.assumeTrue(
        Files.exists(found), "The evaluation data " + name + " isn't on this machine.");
    return found;
  }
}
