package org.nangdok.speech;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs work on the caller's thread and interrupts it when its time is over. */
public final class Deadline {

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("speech-deadline").factory());

  private Deadline() {}

  /**
   * What the work gives.
   *
   * @throws SpeechException if it failed because its time was over
   */
  public static <T> T within(Duration time, Supplier<T> work) {
    var alarm = new Alarm(Thread.currentThread());
    var set = CLOCK.schedule(alarm::ring, time.toMillis(), TimeUnit.MILLISECONDS);
    try {
      T result = work.get();
      alarm.dismiss();
      return result;
    } catch (RuntimeException e) {
      if (alarm.dismiss()) {
        throw new SpeechException("It took longer than " + time.toSeconds() + " s.", e);
      }
      throw e;
    } finally {
      alarm.dismiss();
      set.cancel(false);
    }
  }

  /** Makes sure that an interruption meant for one piece of work never meets the next. */
  private static final class Alarm {
    private final Thread worker;
    private boolean over;
    private boolean rung;

    Alarm(Thread worker) {
      this.worker = worker;
    }

    synchronized void ring() {
      if (!over) {
        rung = true;
        worker.interrupt();
      }
    }

    /** Ends it; tells whether it had to interrupt. */
    synchronized boolean dismiss() {
      if (rung && !over) {
        Thread.interrupted();
      }
      over = true;
      return rung;
    }
  }
}
