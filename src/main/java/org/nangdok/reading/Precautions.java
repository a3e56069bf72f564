package org.nangdok.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.nangdok.library.Attempts;
import org.nangdok.library.ClipClaims;
import org.nangdok.utterance.Utterance;

/**
 * What keeps a bad sentence or engine from doing harm twice.
 *
 * @param attempts counts the attempts that killed what they ran on
 * @param canary by an engine's name a sentence that it can always speak, if it may be asked for one
 * @param timePerWord how long an engine may take for each word
 * @param leastTime how long it may take at least
 * @param grace how long it may take to stop when it is told to
 * @param again after what time a broken engine is asked for its canary once more
 * @param claims who makes a clip, where several machines could
 * @param versions whether what is here may make a clip
 */
public record Precautions(
    Attempts attempts,
    Function<String, Optional<Utterance>> canary,
    Duration timePerWord,
    Duration leastTime,
    Duration grace,
    Duration again,
    ClipClaims claims,
    Versions versions) {

  /** Ten times what a slow reader needs, so that only an engine that hangs is stopped. */
  private static final Duration TIME_PER_WORD = Duration.ofMillis(5_000);

  private static final Duration LEAST_TIME = Duration.ofSeconds(20);

  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** For one machine. */
  public Precautions(
      Attempts attempts,
      Function<String, Optional<Utterance>> canary,
      Duration timePerWord,
      Duration leastTime,
      Duration grace,
      Duration again) {
    this(
        attempts, canary, timePerWord, leastTime, grace, again, ClipClaims.alone(), Versions.any());
  }

  /** The same among several machines. */
  public Precautions sharing(ClipClaims others, Versions versions) {
    return new Precautions(
        attempts, canary, timePerWord, leastTime, grace, again, others, versions);
  }

  /** With the usual times. */
  public static Precautions of(Attempts attempts, Function<String, Optional<Utterance>> canary) {
    return new Precautions(attempts, canary, TIME_PER_WORD, LEAST_TIME, EngineCalls.GRACE, AGAIN);
  }

  /** For one process, and engines that aren't asked for canaries. */
  static Precautions few() {
    return of(Attempts.inMemory(), engine -> Optional.empty());
  }
}
