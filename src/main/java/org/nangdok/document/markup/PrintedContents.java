package org.nangdok.document.markup;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Links into the same book or page, as its printed table of contents, its lists of figures and the
 * bars that lead to the next page are.
 */
public final class PrintedContents {

  private static final Set<String> HOLDERS = Set.of("ul", "ol", "dl", "table", "nav", "body");
  private static final Set<String> BARS = Set.of("p", "div", "center", "footer", "header");
  private static final int LEAST = 5;
  private static final int LEAST_ENTRIES = 3;
  private static final int DEEPEST = 5;
  private static final int LONGEST_BAR = 300;
  private static final double SHARE = 0.75;

  private PrintedContents() {}

  /** Whether nearly all words of a list, a bar or a page are such links. */
  public static boolean isOne(Element element) {
    if (BARS.contains(element.normalName())) {
      return isBar(element);
    }
    if (!HOLDERS.contains(element.normalName()) || isDeep(element)) {
      return false;
    }
    List<Element> links = links(element);
    int linked = links.stream().mapToInt(link -> link.text().length() + 1).sum();
    return links.size() >= LEAST && linked >= SHARE * element.text().length()
        || isLinkedList(element);
  }

  /**
   * Whether a page of a book holds a list of its pages and no text: below its headings nothing
   * stands but links to other pages, or lists whose entries are such links.
   */
  public static boolean isPage(Element body) {
    Element rest = body.clone();
    rest.select("h1, h2, h3, h4, h5, h6").remove();
    List<Element> links = links(rest).stream().filter(PrintedContents::leadsAway).toList();
    if (links.size() < 2) {
      return false;
    }
    if (isLinkedList(rest)) {
      rest.select("ul, ol").remove();
      return letters(rest.text()) == 0;
    }
    int linked = links.stream().mapToInt(link -> letters(link.text())).sum();
    return linked >= 0.9 * letters(rest.text());
  }

  /** A row of links to other pages, such as those to the page before, the contents and the next. */
  private static boolean isBar(Element element) {
    if (element.children().stream().anyMatch(ElementRole::isBlock)) {
      return false;
    }
    String words = element.text();
    List<Element> links = links(element).stream().filter(PrintedContents::leadsAway).toList();
    int linked = links.stream().mapToInt(link -> letters(link.text())).sum();
    boolean cites = words.indexOf('[') >= 0; // a title and where it is listed
    return links.size() >= 2 && !cites && words.length() <= LONGEST_BAR && linked == letters(words);
  }

  /** Whether each entry of a list that holds no further list is a link and nothing else. */
  private static boolean isLinkedList(Element list) {
    List<Element> entries =
        list.select("li").stream().filter(item -> item.selectFirst("ul, ol") == null).toList();
    return entries.size() >= LEAST_ENTRIES
        && entries.stream()
            .allMatch(
                item -> {
                  int linked = links(item).stream().mapToInt(link -> letters(link.text())).sum();
                  return linked > 0 && linked == letters(item.text());
                });
  }

  private static List<Element> links(Element element) {
    return element.select("a[href]").stream()
        .filter(link -> !link.attr("href").matches("(?i)[a-z][a-z0-9+.-]{0,20}:.*|//.*"))
        .toList();
  }

  private static boolean leadsAway(Element link) {
    return !link.attr("href").startsWith("#");
  }

  private static int letters(String words) {
    return (int) words.codePoints().filter(Character::isLetterOrDigit).count();
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
