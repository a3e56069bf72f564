package org.nangdok.speech.mbrola;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.Engine;

/** The real program with the real database, where the machine has them. */
class MbrolaEngineTest extends KoreanDiphonesContract {

  static final Path PROGRAM = Path.of("/usr/bin/mbrola");
  static final Path DATABASE = Path.of("/usr/share/mbrola/hn1/hn1");

  @TempDir static Path folder;

  private static MbrolaEngine engine;

  @BeforeAll
  static void open() {
    Assumptions.assumeTrue(
        MbrolaEngine.isPresent(PROGRAM, DATABASE),
        "This machine has no mbrola with the database hn1 (Debian: mbrola, mbrola-hn1; non-free).");
    engine = MbrolaEngine.open(PROGRAM, DATABASE, folder);
  }

  @Override
  protected Engine engine() {
    return engine;
  }
}
