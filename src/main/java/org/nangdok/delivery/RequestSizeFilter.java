package org.nangdok.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.nangdok.delivery.access.Refusal;
import org.nangdok.reading.MemoryBudget;
import org.nangdok.reading.ReadingException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses request bodies that are larger than any page we read, announced or not; large ones
 * together have a budget of memory, and wait for it.
 */
@Component
class RequestSizeFilter extends OncePerRequestFilter {

  /** A page of 5 MB, with what JSON's escapes add. */
  static final long LIMIT = 8_000_000;

  private static final String SENTENCE = "The request is larger than 8 MB.";

  /** HTTP/2 doesn't tell beforehand whether there is a body. */
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

  /** Smaller ones needn't be counted. */
  private static final long SMALL = 64_000;

  /** A body is in memory several times over while it is read. */
  private static final int HEAP_SHARE = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So that a body which comes drop by drop doesn't hold its share for ever. */
  private static final Duration MOST_TIME = Duration.ofSeconds(60);

  private static final String RETRY = "10";
  private static final Refusal BUSY =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "service.busy",
          "Too many large requests are being read; try again in " + RETRY + " seconds.");

  private final MemoryBudget budget;
  private final Duration patience;

  /** All large bodies together get a part of the heap. */
  @Autowired
  RequestSizeFilter() {
    this(
        new MemoryBudget(Math.max(LIMIT, Runtime.getRuntime().maxMemory() / HEAP_SHARE)), PATIENCE);
  }

  /**
   * @param budget what large bodies may take together
   * @param patience how long one waits for its turn
   */
  RequestSizeFilter(MemoryBudget budget, Duration patience) {
    this.budget = budget;
    this.patience = patience;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (DocumentRequests.isOne(request)) {
      chain.doFilter(request, response); // goes to disk and is measured there
      return;
    }
    if (request.getContentLengthLong() > LIMIT) {
      response.setHeader("Connection", "close");
      new Refusal(HttpStatus.CONTENT_TOO_LARGE, "request.too-large", SENTENCE).write(response);
      return;
    }
    long bytes = expected(request);
    if (bytes <= SMALL) {
      chain.doFilter(new Limited(request), response);
      return;
    }
    try (var share = budget.take(bytes, patience).orElse(null)) {
      if (share == null) {
        response.setHeader("Connection", "close");
        response.setHeader("Retry-After", RETRY);
        BUSY.write(response);
        return;
      }
      chain.doFilter(new Limited(request), response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      BUSY.write(response);
    }
  }

  /** What a body may bring: its announced length, or the most where it announces none. */
  private static long expected(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean unannounced =
        length < 0
            && (request.getHeader("Transfer-Encoding") != null
                || (request.getProtocol().equals("HTTP/2.0")
                    && !BODILESS.contains(request.getMethod())));
    return unannounced ? LIMIT : length;
  }

  private static final class Limited extends HttpServletRequestWrapper {

    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream());
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream input;
    private final long end = System.nanoTime() + MOST_TIME.toNanos();
    private long read;

    LimitedStream(ServletInputStream input) {
      this.input = input;
    }

    @Override
    public int read() throws IOException {
      int next = input.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = input.read(buffer, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > LIMIT) {
        throw new ReadingException("request.too-large", SENTENCE);
      }
      if (bytes > 0 && System.nanoTime() > end) {
        throw new ReadingException(
            "request.too-slow", "The request took longer than a minute to arrive. Send it faster.");
      }
    }

    @Override
    public boolean isFinished() {
      return input.isFinished();
    }

    @Override
    public boolean isReady() {
      return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      input.setReadListener(listener);
    }
  }
}
