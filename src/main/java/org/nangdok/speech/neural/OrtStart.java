package org.nangdok.speech.neural;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.nangdok.speech.SpeechException;

/**
 * Starts ONNX Runtime on a thread with a large stack. While it starts, version 1.29 matches the
 * process's command line in a way that takes stack for each character: with a class path of 5 kB,
 * as {@code mvn spring-boot:run} has it, a usual thread's megabyte overflows and the process dies.
 */
final class OrtStart {

  /** Bytes, of which only what is needed is ever used: 21 kB of class path take less than 16 MB. */
  private static final long STACK = 256L << 20;

  private static @Nullable OrtEnvironment started;

  private OrtStart() {}

  static synchronized OrtEnvironment environment() {
    if (started == null) {
      started = start();
    }
    return started;
  }

  private static OrtEnvironment start() {
    var task =
        new FutureTask<>(
            () ->
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "nangdok"));
    var thread = new Thread(null, task, "onnx-start", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new SpeechException("ONNX Runtime can't be used on this machine.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException("Speaking was interrupted.", e);
    }
  }
}
