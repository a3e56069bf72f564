package org.nangdok.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads the body of an answer, undoing at most one compression and never past the size limit. */
final class BodyReader {

  private BodyReader() {}

  /**
   * The decompressed bytes.
   *
   * @param codings the Content-Encoding, all its lines joined by commas
   * @param announced the Content-Length, or negative if there is none
   * @throws PageException {@code page.too-large} or {@code page.bad-encoding}
   */
  static byte[] read(InputStream body, String codings, long announced, int maxBytes)
      throws IOException {
    if (announced > maxBytes) {
      throw PageException.tooLarge(maxBytes);
    }
    try {
      InputStream plain = decompressed(body, codings.strip().toLowerCase(Locale.ROOT));
      byte[] bytes = plain.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw PageException.tooLarge(maxBytes);
      }
      return bytes;
    } catch (ZipException e) {
      throw PageException.badEncoding();
    }
  }

  private static InputStream decompressed(InputStream body, String coding) throws IOException {
    return switch (coding) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      case "deflate" -> inflated(body);
      default -> throw PageException.badEncoding();
    };
  }

  /** {@code deflate} is zlib's format by RFC 9110, but some servers send it without the frame. */
  private static InputStream inflated(InputStream body) throws IOException {
    BufferedInputStream peeking = new BufferedInputStream(body);
    peeking.mark(2);
    int first = peeking.read();
    int second = peeking.read();
    peeking.reset();
    boolean framed = (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
    return new InflaterInputStream(peeking, new Inflater(!framed));
  }
}
