package org.nangdok.document.markup;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.nangdok.document.DocumentAccount;

/** Parses markup of strangers: nothing is fetched, no entity of its own is expanded. */
public final class Markup {

  /** What may be empty in HTML; everything else that XHTML closes at once needs its end tag. */
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  private static final int LONGEST_NAME = 40;

  private Markup() {}

  /** A page of XHTML or HTML, however malformed. */
  public static Element page(String source, DocumentAccount account) {
    account.limit().check();
    return Parser.htmlParser().setMaxDepth(account.bounds().depth()).parseInput(opened(source), "");
  }

  /** A file of XML; its elements keep the case of their names. */
  public static Element xml(String source, DocumentAccount account) {
    account.limit().check();
    return Parser.xmlParser().setMaxDepth(account.bounds().depth()).parseInput(source, "");
  }

  /** {@code <a id="x"/>} as {@code <a id="x"></a>}, which HTML takes for an open tag otherwise. */
  private static String opened(String source) {
    int end = source.indexOf("/>");
    if (end < 0) {
      return source;
    }
    var out = new StringBuilder(source.length() + 1_000);
    int from = 0;
    while (end >= 0) {
      int start = source.lastIndexOf('<', end);
      String name = start < from ? "" : name(source, start + 1, end);
      if (!name.isEmpty() && !VOID.contains(name)) {
        out.append(source, from, end).append("></").append(name).append('>');
        from = end + 2;
      }
      end = source.indexOf("/>", end + 2);
    }
    return out.append(source, from, source.length()).toString();
  }

  private static String name(String source, int start, int end) {
    int at = start;
    while (at < end && at - start < LONGEST_NAME && isOfName(source.charAt(at))) {
      at++;
    }
    boolean ends = at == end || Character.isWhitespace(source.charAt(at));
    return ends ? source.substring(start, at).toLowerCase(java.util.Locale.ROOT) : "";
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_';
  }
}
