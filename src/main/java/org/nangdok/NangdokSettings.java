package org.nangdok;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an administrator can set, under {@code nangdok.} in the configuration.
 *
 * @param data the folder that keeps readings and clips
 * @param voices a folder whose files come before those of {@code voices/} that ship with the
 *     program
 * @param threads how many sentences are made at the same time; 0 for the number of cores, at most 4
 * @param publicAddress the address under which people reach the service; absolute links begin with
 *     it
 * @param sample whether the sample article is made at start
 * @param feedsEvery how often the feeds that are followed are looked at
 * @param queue how many readings may wait for a voice before new ones are refused
 * @param stalledAfter when readings have waited so long without one sentence made, readiness is
 *     down; after three times as long liveness is
 */
@ConfigurationProperties("nangdok")
public record NangdokSettings(
    @DefaultValue("data") Path data,
    @Nullable Path voices,
    @DefaultValue("0") int threads,
    @DefaultValue("http://localhost:8080") URI publicAddress,
    @DefaultValue("true") boolean sample,
    @DefaultValue("PT15M") Duration feedsEvery,
    @DefaultValue("100") int queue,
    @DefaultValue("90s") Duration stalledAfter) {

  /** The number of threads that speak. */
  public int speakingThreads() {
    return threads > 0 ? threads : Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  }
}
