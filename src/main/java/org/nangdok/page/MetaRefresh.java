package org.nangdok.page;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The redirect that a page asks for in its own text: a {@code meta http-equiv=refresh} of at most
 * five seconds to another address. Longer ones, and those without an address, only reload the page.
 */
final class MetaRefresh {

  private static final int MAX_SECONDS = 5;
  private static final int MAX_CONTENT = 2_100;
  private static final Pattern CONTENT =
      Pattern.compile(
          "\\s*(\\d{1,4})(?:\\.\\d*)?\\s*[;,\\s]\\s*(?:url\\s*=\\s*)?[\"']?([^\"']*?)[\"']?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private MetaRefresh() {}

  /** The reference to go to, as it stands in the page, if there is one. */
  static Optional<String> target(String html) {
    return MetaTags.of(html).stream()
        .filter(tag -> "refresh".equalsIgnoreCase(tag.get("http-equiv")))
        .findFirst()
        .flatMap(MetaRefresh::soon);
  }

  private static Optional<String> soon(Map<String, String> tag) {
    String text = tag.getOrDefault("content", "");
    Matcher content = CONTENT.matcher(text);
    if (text.length() > MAX_CONTENT
        || !content.matches()
        || Integer.parseInt(content.group(1)) > MAX_SECONDS) {
      return Optional.empty();
    }
    String reference = content.group(2).replace("&amp;", "&");
    return reference.isBlank() ? Optional.empty() : Optional.of(reference);
  }
}
