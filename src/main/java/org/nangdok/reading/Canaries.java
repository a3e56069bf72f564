package org.nangdok.reading;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  /** An engine with so many threads left behind isn't given another one. */
  private static final int MOST_STUCK = 4;

  private final Function<String, Optional<Engine>> engines;
  private final Function<String, Optional<Utterance>> sentences;
  private final EngineCalls calls;
  private final Duration time;
  private final Duration again;

  /** Engines that had trouble, each with what is complete once it is known how it is. */
  private final Map<String, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();

  /** Since when, by {@link System#nanoTime}. */
  private final Map<String, Long> broken = new ConcurrentHashMap<>();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("canaries").factory());

  /**
   * @param sentences what each engine is asked; nothing for those that mustn't be, as where it
   *     costs money
   * @param time how long a canary may take
   * @param again when a broken engine is asked once more
   */
  Canaries(
      Function<String, Optional<Engine>> engines,
      Function<String, Optional<Utterance>> sentences,
      EngineCalls calls,
      Duration time,
      Duration again) {
    this.engines = engines;
    this.sentences = sentences;
    this.calls = calls;
    this.time = time;
    this.again = again;
  }

  /** An engine has failed; whether it is broken will be known soon. */
  void trouble(String engine) {
    if (asked.putIfAbsent(engine, new CompletableFuture<>()) == null) {
      schedule(engine, Duration.ZERO);
    }
  }

  /**
   * Whether an engine may be asked. While it isn't known after trouble, this waits: what is spoken
   * by a broken engine would be blamed for it.
   */
  boolean speaks(String engine) throws InterruptedException {
    CompletableFuture<Void> verdict = asked.get(engine);
    if (verdict != null) {
      try {
        verdict.get(time.toMillis() + EngineCalls.GRACE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        LOG.debug("The canary of {} says nothing yet", engine, e);
      }
    }
    return !isBroken(engine);
  }

  boolean isBroken(String engine) {
    return broken.containsKey(engine);
  }

  Set<String> broken() {
    return Set.copyOf(broken.keySet());
  }

  /**
   * How long an engine has been broken that can't recover in this process, because its threads are
   * left behind; zero if none is.
   */
  Duration lost() {
    long now = System.nanoTime();
    return broken.entrySet().stream()
        .filter(one -> calls.stuck(one.getKey()) >= MOST_STUCK)
        .map(one -> Duration.ofNanos(now - one.getValue()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
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
      if (broken.remove(name) != null) {
        LOG.info("The engine {} speaks again", name);
      }
      verdict(asked.remove(name));
    } else {
      if (broken.putIfAbsent(name, System.nanoTime()) == null) {
        LOG.error("The engine {} is broken; its voices are silent until it speaks again", name);
      }
      verdict(asked.get(name));
      schedule(name, again);
    }
  }

  private static void verdict(@Nullable CompletableFuture<Void> known) {
    if (known != null) {
      known.complete(null);
    }
  }

  private boolean speaks(String name, Engine engine, Utterance sentence)
      throws InterruptedException {
    return calls.stuck(name) < MOST_STUCK
        && calls.call(name, time, () -> engine.speak(sentence)).millis() > 0;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
