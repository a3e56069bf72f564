package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks a page and cuts its visible text into lines, at every block boundary and every {@code br}.
 *
 * <p>Links and emphasis stay part of their sentence. Left out are elements that no reader sees,
 * controls, scripts, ruby readings and footnote marks. One walker reads one page.
 */
public final class LineWalker {

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "td",
          "th",
          "ul",
          "caption",
          "legend",
          "dialog",
          "amp-sidebar",
          "amp-accordion");

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "link",
          "meta",
          "svg",
          "iframe",
          "frame",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "select",
          "option",
          "input",
          "textarea",
          "button",
          "datalist",
          "map",
          "area",
          "rt",
          "rp",
          "rtc",
          "base",
          "noframes",
          "progress",
          "meter",
          "applet",
          "amp-ad",
          "amp-iframe",
          "amp-video",
          "del");

  private static final Set<String> EMPHASIS = Set.of("b", "strong", "i", "em");

  /** A line that was wrapped at a column is at least this long. */
  private static final int WRAPPED = 30;

  private final boolean trustHiding;
  private final List<PageLine> lines = new ArrayList<>();
  private final Map<Element, PageLines.Range> ranges = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int linkWeight;
  private int boldWeight;
  private int weight;
  private int links;
  private int emphases;
  private boolean inRow;
  private boolean wrapped;
  private Element current;

  private LineWalker(Element root, boolean trustHiding) {
    this.current = root;
    this.trustHiding = trustHiding;
  }

  /**
   * Cuts the text under an element into lines.
   *
   * @param trustHiding whether text hidden by inline style counts as unseen; some pages hide their
   *     whole body until a script shows it
   */
  public static PageLines read(Element root, boolean trustHiding) {
    LineWalker walker = new LineWalker(root, trustHiding);
    walker.block(root);
    return new PageLines(walker.lines, walker.ranges);
  }

  private void block(Element element) {
    breakLine();
    Element outer = current;
    current = element;
    int from = lines.size();
    if (element.nameIs("tr") && isRowOfText(element)) {
      row(element);
    } else {
      children(element);
    }
    breakLine();
    current = outer;
    ranges.put(element, new PageLines.Range(from, lines.size()));
  }

  private void children(Element element) {
    for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode node) {
        append(node.getWholeText());
      } else if (child instanceof Element inner) {
        element(inner);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (name.equals("br")) {
      if (inRow) {
        append(" ");
      } else {
        breakLine();
        wrapped = !lines.isEmpty();
      }
    } else if (UNSEEN.contains(name) || isHidden(element) || isFootnoteMark(element, name)) {
      return;
    } else if (BLOCKS.contains(name) || hasBlock(element, name)) {
      if (inRow) {
        append(" ");
        children(element);
        append(" ");
      } else {
        block(element);
      }
    } else {
      boolean link = name.equals("a");
      boolean bold = EMPHASIS.contains(name);
      links += link ? 1 : 0;
      emphases += bold ? 1 : 0;
      children(element);
      links -= link ? 1 : 0;
      emphases -= bold ? 1 : 0;
    }
  }

  /** Custom elements and careless spans may hold paragraphs; then they are blocks themselves. */
  private static boolean hasBlock(Element element, String name) {
    if (name.indexOf('-') < 0) {
      return false;
    }
    for (Element child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (BLOCKS.contains(child.normalName())) {
        return true;
      }
    }
    return false;
  }

  private void row(Element row) {
    inRow = true;
    boolean first = true;
    for (Element cell : row.children()) {
      if (!first) {
        append(" | ");
      }
      first = false;
      if (!isHidden(cell)) {
        children(cell);
      }
    }
    inRow = false;
    String cells = text.toString().strip();
    if (cells.chars().allMatch(c -> c == '|' || Character.isWhitespace(c))) {
      text.setLength(0);
    }
  }

  /** Whether a row is one of a table of figures or words rather than a frame around blocks. */
  private static boolean isRowOfText(Element row) {
    int cells = 0;
    for (Element cell : row.children()) {
      cells++;
      for (Element inner : cell.children()) {
        String name = inner.normalName();
        boolean frame =
            BLOCKS.contains(name) && !(name.equals("p") || name.equals("div")) || name.equals("br");
        if (frame || inner.childrenSize() > 3) {
          return false;
        }
      }
      if (cell.childNodeSize() > 24) {
        return false;
      }
    }
    return cells >= 2;
  }

  private void append(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean space = c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u2003' || c == '\u2002';
      if (space) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
        continue;
      }
      text.append(c);
      int width = c >= 0x1100 && c != '\u2019' && c != '\u201c' && c != '\u201d' ? 2 : 1;
      if (c >= 0x2000 && c < 0x3000) {
        width = 1;
      }
      weight += width;
      linkWeight += links > 0 ? width : 0;
      boldWeight += emphases > 0 ? width : 0;
    }
  }

  private void breakLine() {
    String line = text.toString().strip();
    if (!line.isEmpty() && hasContent(line)) {
      if (wrapped && goesOn(lines.getLast(), line)) {
        join(lines.removeLast(), line);
        return;
      }
      wrapped = false;
      lines.add(
          new PageLine(
              lines.size(),
              line,
              linkWeight,
              boldWeight,
              Math.max(1, weight),
              current,
              current.nameIs("tr")));
    }
    clear();
  }

  /** Whether a line is the rest of a sentence that was wrapped by hand at a column. */
  private boolean goesOn(PageLine before, String line) {
    char last = before.text().charAt(before.text().length() - 1);
    return before.block() == current
        && before.weight() >= WRAPPED
        && Character.isLowerCase(line.charAt(0))
        && (Character.isLetter(last) || last == ',' || last == '-');
  }

  private void join(PageLine before, String line) {
    lines.add(
        new PageLine(
            before.number(),
            before.text() + " " + line,
            before.linkWeight() + linkWeight,
            before.boldWeight() + boldWeight,
            before.weight() + weight,
            before.block(),
            before.row()));
    clear();
  }

  private void clear() {
    text.setLength(0);
    linkWeight = 0;
    boldWeight = 0;
    weight = 0;
  }

  private static boolean hasContent(String line) {
    return line.codePoints()
        .anyMatch(c -> !Character.isWhitespace(c) && c != 0x200B && c != 0xFEFF);
  }

  private static boolean isFootnoteMark(Element element, String name) {
    if (!name.equals("sup")) {
      return false;
    }
    Element link = element.selectFirst("a[href^=#]");
    return link != null && element.text().length() <= 6;
  }

  private boolean isHidden(Element element) {
    if (!trustHiding || element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    if (!style.isEmpty()) {
      String compact = style.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
      if (compact.contains("display:none") || compact.contains("visibility:hidden")) {
        return true;
      }
    }
    if (element.nameIs("dialog") && !element.hasAttr("open")) {
      return true;
    }
    String names = element.className();
    return !names.isEmpty()
        && (names.contains("visually-hidden")
            || names.contains("visuallyhidden")
            || names.contains("sr-only")
            || names.contains("screen-reader")
            || names.contains("blind")
                && element.ownText().length() < 30
                && names.matches("(?:.* )?(?:u_)?blind(?: .*)?"));
  }
}
