package org.nangdok.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.nangdok.speech.Engine;
import org.nangdok.utterance.Utterance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out after trouble whether an engine still speaks: by a sentence that it could always speak.
 * One that doesn't is asked again now and then, and is used again when it speaks. Thread-safe.
 */
final class Canaries implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Canaries.class);
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** An engine with so many threads left behind isn't given another one. */
  private static final int MOST_STUCK = 4;

  private final Function<String, Optional<Engine>> engines;
  private final Function<String, Optional<Utterance>> sentences;
  private final EngineCalls calls;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("canaries").factory());

  /**
   * @param sentences what each engine is asked; nothing for those that mustn't be, as where it
   *     costs money
   */
  Canaries(
      Function<String, Optional<Engine>> engines,
      Function<String, Optional<Utterance>> sentences,
      EngineCalls calls) {
    this.engines = engines;
    this.sentences = sentences;
    this.calls = calls;
  }

  /** An engine has failed; whether it is broken will be known soon. */
  void trouble(String engine) {
    if (asked.add(engine)) {
      schedule(engine, Duration.ZERO);
    }
  }

  boolean isBroken(String engine) {
    return broken.contains(engine);
  }

  Set<String> broken() {
    return Set.copyOf(broken);
  }

  private void schedule(String engine, Duration delay) {
    try {
      clock.schedule(() -> look(engine), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("No canary: the service is closing");
    }
  }

  private void look(String name) {
    boolean fine = false;
    try {
      Optional<Engine> engine = engines.apply(name);
      Optional<Utterance> sentence = sentences.apply(name);
      fine = engine.isEmpty() || sentence.isEmpty() || speaks(name, engine.get(), sentence.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return; // closing
    } catch (RuntimeException | Error e) {
      LOG.error("The engine {} fails on a sentence that it could always speak", name, e);
    }
    if (fine) {
      if (broken.remove(name)) {
        LOG.info("The engine {} speaks again", name);
      }
      asked.remove(name);
    } else {
      if (broken.add(name)) {
        LOG.error("The engine {} is broken; its voices are silent until it speaks again", name);
      }
      schedule(name, AGAIN);
    }
  }

  private boolean speaks(String name, Engine engine, Utterance sentence)
      throws InterruptedException {
    return calls.stuck(name) < MOST_STUCK
        && calls.call(name, TIME, () -> engine.speak(sentence)).millis() > 0;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
