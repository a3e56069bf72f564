package org.nangdok.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's own beginning that a page prints once more and breaks off with "[…]" or dots, as
 * content systems do above a text and in lists.
 */
final class Excerpts {

  private static final List<String> BREAKS = List.of("[…]", "[...]", "…", "...", "···");

  /** Columns, of which a syllable of Korean takes two as on a terminal. */
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
      if (line.endsWith(broken) && columns(line) >= LEAST) {
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

  private static long columns(String line) {
    return line.length()
        + line.chars().filter(Character::isIdeographic).count()
        + line.chars().filter(letter -> letter >= '가' && letter <= '힣').count();
  }

  private boolean goesOn(String line) {
    String beginning = StringUtils.normalizeSpace(line);
    String page = page();
    int at = page.indexOf(beginning);
    while (at >= 0) {
      int after = at + beginning.length();
      if (!breaksOff(page.startsWith(" ", after) ? after + 1 : after)) {
        return true;
      }
      at = page.indexOf(beginning, after);
    }
    return false;
  }

  private boolean breaksOff(int after) {
    return BREAKS.stream().anyMatch(broken -> page().startsWith(broken, after));
  }

  private String page() {
    if (read == null) {
      read = StringUtils.normalizeSpace(text.get());
    }
    return read;
  }
}
