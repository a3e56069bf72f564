package org.nangdok.document.markup;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A list of links into the same book or page, as its printed table of contents is. */
public final class PrintedContents {

  private static final Set<String> HOLDERS = Set.of("ul", "ol", "dl", "table", "nav", "body");
  private static final int LEAST = 5;
  private static final int DEEPEST = 5;
  private static final double SHARE = 0.75;

  private PrintedContents() {}

  /** Whether nearly all words of a list or page are such links. */
  public static boolean isOne(Element element) {
    if (!HOLDERS.contains(element.normalName()) || isDeep(element)) {
      return false;
    }
    List<Element> links =
        element.select("a[href]").stream()
            .filter(link -> !link.attr("href").matches("(?i)[a-z][a-z0-9+.-]{0,20}:.*|//.*"))
            .toList();
    int linked = links.stream().mapToInt(link -> link.text().length() + 1).sum();
    return links.size() >= LEAST && linked >= SHARE * element.text().length();
  }

  /** Lists within lists within lists would be looked at again and again. */
  private static boolean isDeep(Element element) {
    return element.parents().stream()
            .filter(parent -> HOLDERS.contains(parent.normalName()))
            .limit(DEEPEST)
            .count()
        == DEEPEST;
  }
}
