package org.nangdok.document.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pictures by their first bytes. */
public final class Images {

  private Images() {}

  /** The media type of a picture that players show. */
  public static Optional<String> mediaType(byte[] bytes) {
    if (bytes.length < 12) {
      return Optional.empty();
    }
    String head = new String(bytes, 0, 12, StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (head.startsWith("\u0089PNG\r\n")) {
      return Optional.of("image/png");
    }
    if (head.startsWith("GIF8")) {
      return Optional.of("image/gif");
    }
    return head.startsWith("RIFF") && head.endsWith("WEBP")
        ? Optional.of("image/webp")
        : Optional.empty();
  }
}
