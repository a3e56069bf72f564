package org.nangdok.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a site answered to one request.
 *
 * @param status the HTTP status
 * @param headers the header lines by lower-case name
 * @param body the decompressed body of a 200; empty for any other status
 */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  Optional<String> header(String name) {
    List<String> lines = headers.get(name.toLowerCase(Locale.ROOT));
    return lines == null ? Optional.empty() : lines.stream().findFirst();
  }

  /** All lines of a header joined by commas, lower-cased, for headers that are lists of words. */
  String words(String name) {
    List<String> lines = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return String.join(",", lines).toLowerCase(Locale.ROOT);
  }

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** The media type without its parameters, or null if the site named none. */
  @Nullable String mediaType() {
    return header("content-type")
        .map(type -> type.replaceFirst("[;,].*", "").strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty())
        .orElse(null);
  }
}
