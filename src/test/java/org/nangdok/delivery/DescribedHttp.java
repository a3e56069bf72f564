package org.nangdok.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Stands in every service that the tests start, before everything else, and holds each request and
 * answer against the description. What isn't as described is answered with a status that no test
 * expects, and says why.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DescribedHttp extends OncePerRequestFilter {

  private static final int NOT_AS_DESCRIBED = 599;
  private static final int LONGEST = 10_000_000;

  private final Described described = new Described();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    boolean preflight = request.getHeader("Access-Control-Request-Method") != null;
    if (preflight || path.startsWith("/web/") || path.startsWith("/actuator")) {
      chain.doFilter(request, response);
      return;
    }
    var asked = new ContentCachingRequestWrapper(request, LONGEST);
    var answer = new HeldBack(response);
    chain.doFilter(asked, answer);
    List<String> faults = faults(asked, answer, path);
    if (faults.isEmpty() || response.isCommitted()) {
      answer.release();
      return;
    }
    response.reset();
    response.setStatus(NOT_AS_DESCRIBED);
    response.setContentType("text/plain;charset=UTF-8");
    String why = request.getMethod() + " " + path + ": " + String.join("; ", faults);
    response.getOutputStream().write(why.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> faults(ContentCachingRequestWrapper asked, HeldBack answer, String path) {
    var operation = described.operation(asked.getMethod(), path);
    int status = answer.getStatus();
    if (operation.isEmpty()) {
      return status < 300 ? List.of("this address isn't described") : List.of();
    }
    List<String> faults = new ArrayList<>();
    boolean none = asked.getMethod().equals("HEAD") || status == 204 || status == 304;
    faults.addAll(
        described.faults(
            operation.get(), status, none ? null : answer.getContentType(), answer.json()));
    if (status < 300) {
      String body = asked.getContentAsString();
      faults.addAll(described.requestFaults(operation.get(), asked.getContentType(), body));
    }
    return faults;
  }

  /** An answer whose JSON waits until it has been looked at; sound and events flow at once. */
  private static final class HeldBack extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private boolean held;
    private @Nullable ServletOutputStream out;

    HeldBack(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (out == null) {
        String type = getContentType();
        held = type != null && type.matches("application/([a-z]+\\+)?json(\\+[a-z]+)?(;.*)?");
        out = held ? new Memory(json) : super.getOutputStream();
      }
      return out;
    }

    @Override
    public void flushBuffer() throws IOException {
      if (!held) {
        super.flushBuffer();
      }
    }

    /** The JSON, or a mark that there is a body that isn't looked at. */
    @Nullable String json() {
      return held ? json.toString(StandardCharsets.UTF_8) : out == null ? null : "null";
    }

    void release() throws IOException {
      if (held) {
        super.getOutputStream().write(json.toByteArray());
        super.flushBuffer();
      }
    }
  }

  private static final class Memory extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Memory(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Nobody writes asynchronously here.");
    }

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes.write(b, off, len);
    }
  }
}
