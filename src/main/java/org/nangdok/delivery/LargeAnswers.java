package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.nangdok.reading.BusyException;
import org.nangdok.reading.MemoryBudget;
import org.nangdok.reading.Reading;
import org.springframework.stereotype.Component;

/**
 * Answers about readings that are so long that they can't be held while a slow reader takes them:
 * they are written to a file in turn, and sent from there without holding a turn.
 */
@Component
class LargeAnswers {

  /** Readings of fewer sentences are answered at once; an article has some thirty. */
  private static final int LARGE = 1_000;

  /** Of memory, for all that is made of a sentence while an answer is written. */
  private static final long PER_SENTENCE = 3_000;

  private static final int HEAP_SHARE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MemoryBudget memory = MemoryBudget.ofHeap(HEAP_SHARE);
  private final MadeFiles files;

  LargeAnswers(MadeFiles files) {
    this.files = files;
  }

  /** Writes an answer's body. */
  interface Writer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  static boolean isLarge(Reading reading) {
    return reading.size() > LARGE;
  }

  /**
   * Sends a body; status and headers are the caller's.
   *
   * @throws BusyException if its turn doesn't come soon
   */
  void send(
      Reading reading,
      HttpServletRequest request,
      HttpServletResponse response,
      String contentType,
      Writer writer)
      throws IOException, InterruptedException {
    Path file = files.temporary();
    try {
      try (var share =
              memory.take(PER_SENTENCE * reading.size(), PATIENCE).orElseThrow(BusyException::new);
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        writer.write(out);
      }
      response.setContentType(contentType);
      response.setContentLengthLong(Files.size(file));
      if (!request.getMethod().equals("HEAD")) {
        Files.copy(file, response.getOutputStream());
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
