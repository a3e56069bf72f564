package org.nangdok;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.NaturalLoad;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an administrator can set about installed voices, under {@code nangdok.natural.} in the
 * configuration.
 *
 * @param packs the folder of installed packs; {@code packs} in the data folder if none is named
 * @param steps Supertonic's refinements: 2 is the fastest, 5 as published, 10 the best
 * @param engineThreads how many threads one sentence may use; sentences that are made side by side
 *     share them, so that more than 1 serves above all the first sound
 * @param atOnce how many sentences natural voices make at the same time; 0 for as many as all
 *     voices
 * @param fetch whether the service fetches the natural pack by itself at its start
 * @param busy what happens to a new reading when natural voices can't keep up with one more
 */
@ConfigurationProperties("nangdok.natural")
public record NaturalSettings(
    @Nullable Path packs,
    @DefaultValue("5") int steps,
    @DefaultValue("2") int engineThreads,
    @DefaultValue("0") int atOnce,
    @DefaultValue("true") boolean fetch,
    @DefaultValue("light") NaturalLoad.WhenBusy busy) {

  public NaturalSettings {
    if (steps < 2 || steps > 10) {
      throw new IllegalArgumentException("nangdok.natural.steps must be 2 to 10.");
    }
    if (atOnce < 0 || atOnce > 64) {
      throw new IllegalArgumentException("nangdok.natural.at-once must be 0 to 64.");
    }
    if (engineThreads < 1 || engineThreads > 64) {
      throw new IllegalArgumentException("nangdok.natural.engine-threads must be 1 to 64.");
    }
  }

  /** Where packs lie, given the data folder. */
  Path packsIn(Path data) {
    return packs == null || packs.toString().isBlank() ? data.resolve("packs") : packs;
  }
}
