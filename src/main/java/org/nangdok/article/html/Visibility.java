package org.nangdok.article.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells which elements no reader sees: scripts, controls, ruby readings, hidden parts, marks. */
final class Visibility {

  private static final Set<String> UNSEEN =
      Set.of(
          ("script style noscript template head title link meta base svg iframe frame noframes object"
                  + " embed applet canvas audio video select option input textarea button datalist map"
                  + " area progress meter rt rp rtc del amp-ad amp-iframe amp-video")
              .split(" "));

  /** Not the class of the word that a tooltip is about, which is often {@code tooltip} itself. */
  private static final Pattern TOOLTIP =
      Pattern.compile(
          "tooltip[-_]*(?:text|content|inner|bubble|body|box|popup|description)",
          Pattern.CASE_INSENSITIVE);

  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";

  private static final Pattern BLIND = Pattern.compile("(?:.* )?(?:u_)?blind(?: .*)?");

  /** A mark that points to a footnote is at most this long. */
  private static final int LONGEST_MARK = 6;

  private static final int MOST_IN_MARK = 8;

  private final boolean trustHiding;

  /**
   * @param trustHiding whether text hidden by inline style counts as unseen
   */
  Visibility(boolean trustHiding) {
    this.trustHiding = trustHiding;
  }

  /** Whether nothing of an element is read. */
  boolean isUnseen(Element element) {
    return isUnseenByName(element)
        || isHidden(element)
        || isTooltip(element)
        || isTab(element)
        || isFootnoteMark(element);
  }

  /** A button in a heading is the heading: it opens the text below it. */
  private static boolean isUnseenByName(Element element) {
    return UNSEEN.contains(element.normalName())
        && !element.hasAttr("shadowrootmode")
        && !(element.nameIs("button") && element.closest(HEADINGS) != null);
  }

  /**
   * Whether attributes hide an element. {@code aria-hidden} hides from aids, not from the eye, so
   * it doesn't count, nor does {@code hidden=until-found}.
   */
  boolean isHidden(Element element) {
    if (!trustHiding || element.attributesSize() == 0) {
      return false;
    }
    return (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found"))
        || (element.nameIs("dialog") && !element.hasAttr("open"))
        || isHiddenByStyle(element.attr("style"))
        || isHiddenByClass(element);
  }

  private static boolean isHiddenByStyle(String style) {
    if (style.isEmpty()) {
      return false;
    }
    String compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return compact.contains("display:none") || compact.contains("visibility:hidden");
  }

  private static boolean isHiddenByClass(Element element) {
    String names = element.className();
    return !names.isEmpty()
        && (names.contains("visually-hidden")
            || names.contains("visuallyhidden")
            || names.contains("sr-only")
            || names.contains("screen-reader")
            || (names.contains("blind")
                && element.ownText().length() < 30
                && BLIND.matcher(names).matches()));
  }

  /** Whether an element is shown only while a pointer rests on a word (WAI-ARIA: tooltip). */
  private static boolean isTooltip(Element element) {
    return element.attributesSize() > 0
        && (element.attr("role").equals("tooltip") || TOOLTIP.matcher(element.className()).find());
  }

  /**
   * Whether an element is one of a row of tabs: a control, whatever it is made of. Where the panels
   * stand between them they are headings (the accordion of jQuery UI).
   */
  private static boolean isTab(Element element) {
    if (!element.attr("role").equals("tab") || isHeading(element)) {
      return false;
    }
    Element row = element.closest("[role=tablist]");
    return row != null && row.selectFirst("[role=tabpanel]") == null;
  }

  private static boolean isHeading(Element element) {
    return element.closest(HEADINGS) != null || element.selectFirst(HEADINGS) != null;
  }

  /** Whether an element is a raised mark that links to a place of the same page. */
  private static boolean isFootnoteMark(Element element) {
    if (!element.nameIs("sup")) {
      return false;
    }
    List<Element> parts = element.stream().limit(MOST_IN_MARK).toList();
    return parts.size() < MOST_IN_MARK
        && parts.stream().anyMatch(part -> part.nameIs("a") && part.attr("href").startsWith("#"))
        && element.text().length() <= LONGEST_MARK;
  }
}
