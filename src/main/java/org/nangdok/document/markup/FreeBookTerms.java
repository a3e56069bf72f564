package org.nangdok.document.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The terms of use that Project Gutenberg puts around a book: all before its line of START and
 * after its line of END, which its own tools look for too.
 */
public final class FreeBookTerms {

  private static final Pattern START =
      Pattern.compile("\\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG");
  private static final Pattern END =
      Pattern.compile("\\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG");

  /** An element with more words holds the book too. */
  private static final int LONGEST = 30_000;

  private static final String LEFT_OUT = "data-left-out";

  private boolean ended;

  /** Marks the terms on the book's next page, so that the walk leaves them out. */
  public void mark(Element page) {
    Element body = page.selectFirst("body");
    if (body == null) {
      return;
    }
    if (ended) {
      body.attr(LEFT_OUT, "licence");
      return;
    }
    for (Element element : body.select("*")) {
      String own = element.ownText();
      if (own.length() > LONGEST || own.indexOf('*') < 0) {
        continue;
      }
      if (START.matcher(own).find()) {
        before(element, body);
      } else if (END.matcher(own).find()) {
        after(element, body);
        ended = true;
      }
    }
  }

  private static void before(Element line, Element body) {
    line.attr(LEFT_OUT, "licence");
    for (Element at = line; at != null && at != body; at = at.parent()) {
      for (Element one = at.previousElementSibling();
          one != null;
          one = one.previousElementSibling()) {
        one.attr(LEFT_OUT, "licence");
      }
    }
  }

  private static void after(Element line, Element body) {
    line.attr(LEFT_OUT, "licence");
    for (Element at = line; at != null && at != body; at = at.parent()) {
      for (Element one = at.nextElementSibling(); one != null; one = one.nextElementSibling()) {
        one.attr(LEFT_OUT, "licence");
      }
    }
  }
}
