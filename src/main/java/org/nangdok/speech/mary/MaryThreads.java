package org.nangdok.speech.mary;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.nangdok.speech.SpeechException;

/**
 * Runs requests to MaryTTS so that nothing of them is left behind. MaryTTS makes samples on threads
 * that wait until somebody takes them, for ever if the request was given up; they belong to the
 * request's own group and end with it.
 */
final class MaryThreads {

  private MaryThreads() {}

  /** What the work gives; an interruption of the caller interrupts it. */
  static <T> T run(Supplier<T> work) {
    var group = new ThreadGroup("mary");
    var task = new FutureTask<T>(work::get);
    var thread = new Thread(group, task, "mary-request");
    thread.setDaemon(true);
    thread.start();
    boolean whole = false;
    try {
      T result = task.get();
      whole = true;
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException("Speaking was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new SpeechException("MaryTTS can't speak this sentence.", e);
    } finally {
      if (!whole) {
        group.interrupt();
      }
    }
  }
}
