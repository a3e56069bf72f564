package org.nangdok.speech.neural;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real packs as {@code nangdok voices install} lays them out, in the folder that the environment
 * variable {@code NANGDOK_PACKS} names; {@code .ci/run} brings them.
 */
public final class RealPacks {

  private RealPacks() {}

  /** The folder of a pack; without it the test is skipped and says so. */
  public static Path folder(String pack) {
    String packs = System.getenv("NANGDOK_PACKS");
    Path folder = Path.of(packs == null ? "none" : packs, pack);
    assumeThat(Files.isDirectory(folder))
        .as("NANGDOK_PACKS names a folder with the real pack " + pack)
        .isTrue();
    return folder;
  }
}
