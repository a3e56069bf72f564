package org.nangdok.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's own beginning that a page prints once more and breaks off with "[…]", as content
 * systems do above a text and in lists.
 */
final class Excerpts {

  private static final List<String> BREAKS = List.of("[…]", "[...]");
  private static final int LEAST = 60;

  /** No page prints more of them; each is looked for in all of its text. */
  private static final int MOST = 50;

  private final Supplier<String> text;
  private final Map<String, Boolean> asked = new HashMap<>();
  private @Nullable String read;

  /**
   * @param text of the whole page, asked for once and only if a line breaks off
   */
  Excerpts(Supplier<String> text) {
    this.text = text;
  }

  /** Whether the page goes on elsewhere where this line breaks off. */
  boolean has(String line) {
    for (String broken : BREAKS) {
      if (line.length() >= LEAST && line.endsWith(broken)) {
        Boolean known = asked.get(line);
        if (known == null && asked.size() < MOST) {
          known = goesOn(line.substring(0, line.length() - broken.length()));
          asked.put(line, known);
        }
        return Boolean.TRUE.equals(known);
      }
    }
    return false;
  }

  private boolean goesOn(String line) {
    String beginning = StringUtils.normalizeSpace(line);
    String page = page();
    int at = page.indexOf(beginning);
    while (at >= 0) {
      int after = at + beginning.length();
      if (!page.startsWith("[", after) && !page.startsWith(" [", after)) {
        return true;
      }
      at = page.indexOf(beginning, after);
    }
    return false;
  }

  private String page() {
    if (read == null) {
      read = StringUtils.normalizeSpace(text.get());
    }
    return read;
  }
}
