package org.nangdok.article.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What the words in an element's class, id and role say about it ({@code hints.tsv}). Immutable.
 */
final class Hints {

  /** What an element may be for. */
  enum Hint {
    ARTICLE,
    BODY,
    COMMENTS,
    RELATED,
    SHARE,
    ADVERT,
    NAVIGATION,
    FOOTER,
    SIDEBAR,
    CAPTION,
    AUTHOR,
    META,
    TAGS,
    NEWSLETTER,
    NOTICE,
    SUMMARY,
    HEADING,
    QUOTE,
    VIDEO,
    HIDDEN
  }

  private static final int LONGEST_ATTRIBUTE = 240;

  private final Map<String, Set<Hint>> words = new HashMap<>();
  private final List<Map.Entry<String, Hint>> beginnings = new ArrayList<>();

  Hints() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Hints.class.getResourceAsStream("hints.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] columns = line.split("\t");
        Hint hint = Hint.valueOf(columns[0].toUpperCase(Locale.ROOT));
        for (String word : columns[1].split(" ")) {
          if (word.endsWith("*")) {
            beginnings.add(Map.entry(word.substring(0, word.length() - 1), hint));
          } else {
            words.computeIfAbsent(word, w -> EnumSet.noneOf(Hint.class)).add(hint);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The hints of one element, not of those around it. */
  Set<Hint> of(Element element) {
    EnumSet<Hint> hints = EnumSet.noneOf(Hint.class);
    if (element.attributesSize() > 0) {
      read(element.className(), hints);
      read(element.id(), hints);
      read(element.attr("role"), hints);
      read(element.attr("itemprop"), hints);
    }
    return hints;
  }

  private void read(String attribute, Set<Hint> hints) {
    int end = Math.min(attribute.length(), LONGEST_ATTRIBUTE);
    int start = 0;
    for (int i = 0; i <= end; i++) {
      boolean boundary =
          i == end
              || !Character.isLetter(attribute.charAt(i))
              || (Character.isUpperCase(attribute.charAt(i))
                  && i > 0
                  && Character.isLowerCase(attribute.charAt(i - 1)));
      if (boundary) {
        if (i > start) {
          word(attribute.substring(start, i).toLowerCase(Locale.ROOT), hints);
        }
        start = i < end && Character.isLetter(attribute.charAt(i)) ? i : i + 1;
      }
    }
  }

  private void word(String word, Set<Hint> hints) {
    Set<Hint> known = words.get(word);
    if (known != null) {
      hints.addAll(known);
      return;
    }
    for (Map.Entry<String, Hint> beginning : beginnings) {
      if (word.startsWith(beginning.getKey())) {
        hints.add(beginning.getValue());
      }
    }
  }
}
