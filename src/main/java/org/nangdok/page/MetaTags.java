package org.nangdok.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code meta} elements near the start of an HTML text, read without parsing the page: enough
 * for its charset and for a refresh. Those in comments, scripts, styles, templates and {@code
 * noscript} don't count.
 */
final class MetaTags {

  private static final int HEAD_CHARACTERS = 64 * 1024;
  private static final Pattern SKIPPED_OR_META =
      Pattern.compile(
          "<!--|<(script|style|template|noscript|title|textarea)\\b|<meta(?=[\\s/>])([^>]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([^\\s=/\"'>]++)\\s*+(?:=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++)))?");

  private MetaTags() {}

  /** Each element's attributes by lower-case name, in document order. */
  static List<Map<String, String>> of(String html) {
    String head = html.substring(0, Math.min(html.length(), HEAD_CHARACTERS));
    String lower = head.toLowerCase(Locale.ROOT);
    List<Map<String, String>> tags = new ArrayList<>();
    Matcher matcher = SKIPPED_OR_META.matcher(head);
    int at = 0;
    while (matcher.find(at)) {
      if (matcher.group(2) != null) {
        tags.add(attributes(matcher.group(2)));
        at = matcher.end();
        continue;
      }
      String element = matcher.group(1);
      String close = element == null ? "-->" : "</" + element.toLowerCase(Locale.ROOT);
      int end = lower.indexOf(close, matcher.end());
      if (end < 0) {
        break;
      }
      at = end + close.length();
    }
    return tags;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      String value = "";
      for (int group = 2; group <= 4; group++) {
        if (matcher.group(group) != null) {
          value = matcher.group(group);
        }
      }
      attributes.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return attributes;
  }
}
