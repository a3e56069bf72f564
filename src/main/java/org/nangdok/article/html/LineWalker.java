package org.nangdok.article.html;

import java.util.LinkedHashMap;
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

  private static final Set<String> EMPHASIS = Set.of("b", "strong", "i", "em");

  private final Visibility visibility;
  private final LineBuffer lines = new LineBuffer();
  private final Map<Element, PageLines.Range> ranges = new LinkedHashMap<>();
  private int links;
  private int emphases;
  private boolean inRow;
  private Element block;

  private LineWalker(Element root, boolean trustHiding) {
    this.block = root;
    this.visibility = new Visibility(trustHiding);
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
    return new PageLines(walker.lines.lines(), walker.ranges);
  }

  private void block(Element element) {
    lines.finish(block);
    Element outer = block;
    block = element;
    int from = lines.size();
    if (element.nameIs("tr") && Blocks.isRowOfText(element)) {
      row(element);
    } else {
      children(element);
    }
    lines.finish(block);
    block = outer;
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
    if (element.nameIs("br")) {
      if (inRow) {
        append(" ");
      } else {
        lines.wrap(block);
      }
    } else if (visibility.isUnseen(element)) {
      return;
    } else if (Blocks.isBlock(element)) {
      if (inRow) {
        append(" ");
        children(element);
        append(" ");
      } else {
        block(element);
      }
    } else {
      inline(element);
    }
  }

  private void inline(Element element) {
    int link = element.nameIs("a") ? 1 : 0;
    int emphasis = EMPHASIS.contains(element.normalName()) ? 1 : 0;
    links += link;
    emphases += emphasis;
    children(element);
    links -= link;
    emphases -= emphasis;
  }

  private void row(Element row) {
    inRow = true;
    boolean first = true;
    for (Element cell : row.children()) {
      if (!first) {
        append(" | ");
      }
      first = false;
      if (!visibility.isHidden(cell)) {
        children(cell);
      }
    }
    inRow = false;
    lines.forgetEmptyRow();
  }

  private void append(String piece) {
    lines.append(piece, links > 0, emphases > 0);
  }
}
