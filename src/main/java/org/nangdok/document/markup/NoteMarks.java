package org.nangdok.document.markup;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Signs that point to notes, in files that don't say which links are such: a raised or bracketed
 * number whose link leads to a place, and the notes at those places. Shared by all pages of a book.
 */
public final class NoteMarks {

  private static final Pattern MARK =
      Pattern.compile(
          "[\\[(]?\\s?(?:\\d{1,4}|[*†‡§¶]{1,4}|[a-z]|[ivx]{1,5}|주\\s?\\d{1,3}|각주\\s?\\d{1,3})\\s?[\\])]?");

  private final Set<String> targets = new HashSet<>();

  /** Looks for the marks of a page. */
  public void collect(Element page, String path) {
    for (Element link : page.select("a[href*=#]")) {
      if (isMark(link)) {
        targets.add(target(link.attr("href"), path));
      }
    }
  }

  /** Whether a link is a mark; whether a note hangs on it is for {@link #isNote} to tell. */
  boolean isMark(Element link) {
    if (ElementRole.isNoteReference(link)) {
      return true;
    }
    String href = link.attr("href");
    if (href.indexOf('#') < 0
        || href.startsWith("http")
        || !MARK.matcher(link.text().strip()).matches()) {
      return false;
    }
    boolean bracketed = link.text().strip().startsWith("[");
    return bracketed || isRaised(link);
  }

  private static boolean isRaised(Element link) {
    Element parent = link.parent();
    boolean around = parent != null && parent.nameIs("sup");
    return around
        || link.selectFirst("sup, small") != null
        || link.attr("style").contains("vertical-align");
  }

  /** Whether marks lead to an element. */
  boolean isNote(Element element, String path) {
    String id = element.id().isEmpty() ? element.attr("name") : element.id();
    return !id.isEmpty() && targets.contains(path + "#" + id);
  }

  private static String target(String href, String path) {
    int hash = href.indexOf('#');
    String file = href.substring(0, hash);
    String name = file.substring(file.lastIndexOf('/') + 1);
    return (name.isEmpty() ? path : name) + href.substring(hash);
  }
}
