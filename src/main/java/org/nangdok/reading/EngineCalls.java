package org.nangdok.reading;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.nangdok.speech.SpeechException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls engines on threads of their own, so that an engine that dies or never answers costs such a
 * thread and not the one that waits for the sound.
 */
final class EngineCalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineCalls.class);

  /** How long an engine may take to notice that it was interrupted. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final Duration grace;
  private final Map<String, Integer> stuck = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("voice-", 1).factory());

  EngineCalls() {
    this(GRACE);
  }

  EngineCalls(Duration grace) {
    this.grace = grace;
  }

  /** An engine didn't answer in time. */
  static final class LateException extends SpeechException {
    private static final long serialVersionUID = 1L;

    LateException(String message) {
      super(message);
    }
  }

  /**
   * What an engine gives.
   *
   * @throws LateException if it took longer than it may; if it doesn't even stop then, its thread
   *     is left behind
   */
  <T> T call(String engine, Duration atMost, Supplier<T> work) throws InterruptedException {
    var ended = new CountDownLatch(1);
    var task =
        new FutureTask<T>(
            () -> {
              try {
                return work.get();
              } finally {
                ended.countDown();
              }
            });
    threads.execute(task);
    try {
      return task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      if (ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LateException("The engine took longer than " + atMost.toSeconds() + " s.");
      }
      leaveBehind(engine, ended);
      throw new LateException("The engine doesn't answer any more.");
    } catch (InterruptedException e) {
      task.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new SpeechException("The engine failed.", e);
    }
  }

  private void leaveBehind(String engine, CountDownLatch ended) {
    LOG.error("A thread of the engine {} neither answers nor stops; it is left behind", engine);
    stuck.merge(engine, 1, Integer::sum);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                ended.await();
                stuck.computeIfPresent(engine, (name, count) -> count > 1 ? count - 1 : null);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** How many threads of an engine are left behind at the moment. */
  int stuck(String engine) {
    return stuck.getOrDefault(engine, 0);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
