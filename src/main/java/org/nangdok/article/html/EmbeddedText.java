package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * An article that a page carries as markup inside a script (Next.js, Nuxt, a variable for a reading
 * aid), for pages whose visible part is thin.
 */
public final class EmbeddedText {

  private static final int SHORTEST = 200;
  private static final int LONGEST_SCRIPT = 2_000_000;
  private static final int TRIED = 3;

  private EmbeddedText() {}

  /** The markup among the scripts of a page that holds the most running text. */
  public static Optional<PageLines> find(Document document) {
    List<String> fragments = new ArrayList<>();
    for (Element script : document.select("script:not([src])")) {
      String data = script.data();
      if (data.length() >= SHORTEST
          && data.length() <= LONGEST_SCRIPT
          && !script.attr("type").contains("ld+json")
          && !script.attr("type").contains("template")) {
        fragments.addAll(new ScriptStrings(data).markup());
      }
    }
    return fragments.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .distinct()
        .limit(TRIED)
        .map(EmbeddedText::lines)
        .max(Comparator.comparingInt(EmbeddedText::runningWeight))
        .filter(lines -> runningWeight(lines) >= SHORTEST);
  }

  /** Weight of the lines that read like running text. */
  public static int runningWeight(PageLines page) {
    return page.lines().stream()
        .filter(LineShape::isRunning)
        .mapToInt(line -> line.weight() - line.linkWeight())
        .sum();
  }

  /** A text with or without markup as lines. */
  public static PageLines lines(String fragment) {
    String markup =
        isMarkup(fragment)
            ? fragment
            : Parser.unescapeEntities(fragment, false).replace("\n", "<br>");
    return LineWalker.read(Jsoup.parseBodyFragment(markup).body(), true);
  }

  static boolean isMarkup(String text) {
    return count(text, "<p") + count(text, "</p>") + count(text, "<br") >= 2;
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0 && count < 9; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}
