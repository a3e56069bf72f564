package org.nangdok.delivery.foreign;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.nangdok.delivery.foreign.ErrorForm.Told;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response that keeps back a problem (RFC 9457), so that it can be told in another form, and
 * hands everything else on as it comes.
 */
final class HeldProblem extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  HeldProblem(HttpServletResponse response) {
    super(response);
  }

  /** Sends the problem, if there is one. */
  void tell(ErrorForm form) throws IOException {
    if (held.size() == 0 || isCommitted()) {
      return;
    }
    byte[] body = form.body(told(held.toByteArray()), this);
    HttpServletResponse response = (HttpServletResponse) getResponse();
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private Told told(byte[] problem) {
    try {
      JsonNode json = JsonMapper.shared().readTree(problem);
      return new Told(
          getStatus(), json.path("code").asString("internal"), json.path("detail").asString(""));
    } catch (JacksonException e) {
      throw new IllegalStateException("A problem of our own isn't JSON.", e);
    }
  }

  private boolean isProblem() {
    String type = getContentType();
    return type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new Sorted(super.getOutputStream());
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isProblem()) {
      super.flushBuffer();
    }
  }

  @Override
  public void reset() {
    held.reset();
    super.reset();
  }

  @Override
  public void resetBuffer() {
    held.reset();
    super.resetBuffer();
  }

  /** Writes to where it belongs. */
  private final class Sorted extends ServletOutputStream {

    private final ServletOutputStream out;

    Sorted(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      if (isProblem()) {
        held.write(b);
      } else {
        out.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (isProblem()) {
        held.write(bytes, from, length);
      } else {
        out.write(bytes, from, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (!isProblem()) {
        out.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!isProblem()) {
        out.close();
      }
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
