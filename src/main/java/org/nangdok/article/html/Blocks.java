package org.nangdok.article.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells which elements cut the text around them into lines. */
final class Blocks {

  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body caption center dd details dialog div dl dt fieldset"
                  + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
                  + " main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
                  + " amp-sidebar amp-accordion")
              .split(" "));

  /** Inline elements that pages print captions in. */
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?:^|.*[ _-])(?:caption|cutline|(?:img|image|photo|pic)[_-]?desc)(?:[ _-].*|$)");

  private static final int LONGEST_CLASS = 120;
  private static final int MOST_IN_CELL = 24;
  private static final int MOST_IN_PART = 3;

  private Blocks() {}

  /**
   * Whether an element is a block: by its name, as a custom element that holds blocks, or as a
   * caption by its class.
   */
  static boolean isBlock(Element element) {
    String name = element.normalName();
    return BLOCKS.contains(name)
        || (name.indexOf('-') >= 0 && hasBlock(element))
        || isCaption(element);
  }

  /** Whether an element is a caption by its class. */
  static boolean isCaption(Element element) {
    String names = element.attributesSize() == 0 ? "" : element.className();
    return !names.isEmpty()
        && names.length() <= LONGEST_CLASS
        && CAPTION.matcher(names.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean hasBlock(Element element) {
    for (Element child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (BLOCKS.contains(child.normalName())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row is one of a table of figures or words rather than a frame around blocks. */
  static boolean isRowOfText(Element row) {
    int cells = 0;
    for (Element cell : row.children()) {
      cells++;
      if (cell.childNodeSize() > MOST_IN_CELL) {
        return false;
      }
      for (Element part : cell.children()) {
        if (isFrame(part) || part.childrenSize() > MOST_IN_PART) {
          return false;
        }
      }
    }
    return cells >= 2;
  }

  private static boolean isFrame(Element part) {
    String name = part.normalName();
    return name.equals("br") || (BLOCKS.contains(name) && !name.equals("p") && !name.equals("div"));
  }
}
