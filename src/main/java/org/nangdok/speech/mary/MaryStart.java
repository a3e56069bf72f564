package org.nangdok.speech.mary;

import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import org.jspecify.annotations.Nullable;
import org.nangdok.speech.SpeechException;

/**
 * The start of MaryTTS, which happens once in a process, takes seconds and a hundred megabytes, and
 * can't be tried again. It has a thread of its own, so that nobody who gives up waiting breaks it
 * off for the others. Thread-safe.
 */
final class MaryStart {

  /** Far more than the slowest machine takes. */
  private static final long MOST_SECONDS = 180;

  private static final MaryStart OF_THIS_PROCESS = new MaryStart(MaryStart::start);

  private final FutureTask<@Nullable Void> work;
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * @param start what happens once
   */
  MaryStart(Runnable start) {
    this.work = new FutureTask<>(start, null);
  }

  static MaryStart ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /**
   * Starts MaryTTS if nobody has, and waits until it runs.
   *
   * @throws SpeechException if it can't be started
   */
  void finish() throws InterruptedException {
    if (begun.compareAndSet(false, true)) {
      var thread = new Thread(work, "mary-start");
      thread.setDaemon(true);
      // MaryTTS finds its parts through the thread's class loader.
      thread.setContextClassLoader(MaryStart.class.getClassLoader());
      thread.start();
    }
    try {
      work.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new SpeechException("MaryTTS can't be started.", e);
    } catch (TimeoutException e) {
      throw new SpeechException("MaryTTS takes too long to start.", e);
    }
  }

  boolean isLost() {
    return work.state() == FutureTask.State.FAILED;
  }

  private static void start() {
    try {
      if (new LocalMaryInterface().getAvailableVoices(Locale.US).isEmpty()) {
        throw new SpeechException("MaryTTS has no English voice.");
      }
    } catch (MaryConfigurationException e) {
      throw new SpeechException("MaryTTS can't be started.", e);
    }
  }
}
