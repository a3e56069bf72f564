package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Refusal;
import org.springframework.http.HttpStatus;

/** Sends a body of known length with ranges and conditions (RFC 9110, sections 13 and 14). */
final class RangedBody {

  /** Writes a stretch of the body. */
  interface Source {
    /**
     * @param from first byte
     * @param to one past the last byte
     */
    void write(OutputStream out, long from, long to) throws IOException;
  }

  private static final Refusal UNSATISFIABLE =
      new Refusal(
          HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
          "request.range",
          "The range lies outside the file; Content-Range tells its length.");

  private RangedBody() {}

  /**
   * @param length bytes in all
   * @param etag a strong entity tag, with its quotes
   */
  static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      String contentType,
      long length,
      String etag,
      Source source)
      throws IOException {
    response.setHeader("ETag", etag);
    response.setHeader("Accept-Ranges", "bytes");
    if (matches(request.getHeader("If-None-Match"), etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    String asked = request.getHeader("Range");
    String ifRange = request.getHeader("If-Range");
    if (ifRange != null && !ifRange.trim().equals(etag)) {
      asked = null;
    }
    switch (ByteRange.parse(asked, length)) {
      case ByteRange.Unsatisfiable none -> {
        response.setHeader("Content-Range", "bytes */" + length);
        UNSATISFIABLE.write(response);
      }
      case ByteRange.Part part -> {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
            "Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + length);
        body(request, response, contentType, part.first(), part.last() + 1, source);
      }
      case ByteRange.Whole whole -> body(request, response, contentType, 0, length, source);
    }
  }

  private static void body(
      HttpServletRequest request,
      HttpServletResponse response,
      String contentType,
      long from,
      long to,
      Source source)
      throws IOException {
    response.setContentType(contentType);
    response.setContentLengthLong(to - from);
    if (!request.getMethod().equals("HEAD")) {
      promised(response.getOutputStream(), from, to, source);
    }
  }

  /** Writes what was announced, or breaks the answer off so that nobody takes it for whole. */
  private static void promised(OutputStream out, long from, long to, Source source)
      throws IOException {
    var counted = new Counted(out);
    try {
      source.write(counted, from, to);
    } catch (IOException e) {
      if (counted.gone) {
        throw e;
      }
      throw new BrokenAnswerException(e);
    }
    if (counted.written < to - from) {
      throw new BrokenAnswerException(null);
    }
  }

  /** Tells a client that went from a source that fails. */
  private static final class Counted extends FilterOutputStream {
    private long written;
    private boolean gone;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
        written += length;
      } catch (IOException e) {
        gone = true;
        throw e;
      }
    }
  }

  /** Whether a header If-None-Match names an entity tag. */
  static boolean matches(@Nullable String header, String etag) {
    return header != null
        && (header.trim().equals("*")
            || Arrays.stream(header.split(","))
                .map(String::trim)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(etag::equals));
  }
}
