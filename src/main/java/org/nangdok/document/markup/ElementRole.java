package org.nangdok.document.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentPart;

/**
 * What an element is for: by its name, its roles (EPUB's {@code epub:type}, DPUB-ARIA), its class.
 */
final class ElementRole {

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
          "dir",
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
          "legend",
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
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "caption");
  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "iframe",
          "object",
          "audio",
          "video",
          "embed",
          "applet",
          "noembed",
          "noframes",
          "canvas",
          "datalist",
          "colgroup",
          "map",
          "link",
          "meta",
          "title",
          "base",
          "param",
          "source",
          "track");
  private static final Set<String> CONTROLS =
      Set.of("button", "select", "input", "textarea", "option", "progress", "meter", "output");

  private static final Set<String> NOTES =
      Set.of(
          "footnote",
          "footnotes",
          "endnote",
          "endnotes",
          "rearnote",
          "rearnotes",
          "annotation",
          "doc-footnote",
          "doc-endnote",
          "doc-endnotes");
  private static final Pattern NOTE_CLASS =
      Pattern.compile("(?:foot|end|rear)-?notes?(?:-?(?:text|body|item|list|block|section|area))?");
  private static final Set<String> CONTENTS =
      Set.of(
          "toc",
          "landmarks",
          "page-list",
          "loa",
          "loi",
          "lot",
          "lov",
          "doc-toc",
          "doc-pagelist",
          "toc-brief");
  private static final Set<String> IMPRINT =
      Set.of(
          "cover",
          "copyright-page",
          "colophon",
          "imprint",
          "imprimatur",
          "doc-cover",
          "doc-colophon");
  private static final Set<String> BACK_LINKS = Set.of("backlink", "referrer", "doc-backlink");

  /** DocBook's names, and those that most programs that write books use. */
  private static final Pattern IMPRINT_CLASS =
      Pattern.compile("copyright-?page|colophon-?(?:page)?|imprint-?(?:page)?|legalnotice");

  /** Whoever calls a whole book an imprint is mistaken. */
  private static final int LONGEST_IMPRINT = 8_000;

  private static final Pattern PAGE_CLASS =
      Pattern.compile("page-?(?:num(?:ber)?|break|no)|pagenum|pageno");
  private static final Pattern MARGIN_CLASS =
      Pattern.compile("line-?n(?:um(?:ber)?s?|o)|lnum|linenr");
  private static final Pattern UNSEEN_STYLE =
      Pattern.compile("(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)");

  private ElementRole() {}

  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  /** Whether nothing of it is text, not even text that is left out. */
  static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName());
  }

  /** Which left-out part it is as a whole; null if it is read. */
  static @Nullable DocumentPart leftOut(Element element) {
    String name = element.normalName();
    if (CONTROLS.contains(name)) {
      return DocumentPart.FORM_FIELD;
    }
    if (element.hasAttr("data-left-out")) {
      return DocumentPart.of(element.attr("data-left-out"));
    }
    Set<String> types = types(element);
    if (types.stream().anyMatch(NOTES::contains)) {
      return DocumentPart.NOTE;
    }
    if (isHidden(element)) {
      return DocumentPart.HIDDEN;
    }
    if (types.stream().anyMatch(CONTENTS::contains)) {
      return DocumentPart.TABLE_OF_CONTENTS;
    }
    if (types.stream().anyMatch(IMPRINT::contains) && isImprintLong(element)) {
      return DocumentPart.IMPRINT;
    }
    if (types.stream().anyMatch(BACK_LINKS::contains)) {
      return DocumentPart.NOTE_REFERENCE;
    }
    if (types.contains("index") || types.contains("doc-index")) {
      return DocumentPart.INDEX;
    }
    if (types.contains("pagebreak") || types.contains("doc-pagebreak")) {
      return DocumentPart.PAGE_NUMBER;
    }
    if (name.equals("del") || name.equals("s") || name.equals("strike")) {
      return DocumentPart.DELETED;
    }
    return PrintedContents.isOne(element) ? DocumentPart.TABLE_OF_CONTENTS : byClass(element);
  }

  private static @Nullable DocumentPart byClass(Element element) {
    String classes = element.className().toLowerCase(Locale.ROOT);
    if (classes.isEmpty() || classes.length() > 200) {
      return null;
    }
    for (String one : classes.split("\\s+")) {
      if (NOTE_CLASS.matcher(one).matches() && isBlock(element)) {
        return DocumentPart.NOTE;
      }
      if (IMPRINT_CLASS.matcher(one).matches() && isBlock(element) && isImprintLong(element)) {
        return DocumentPart.IMPRINT;
      }
      if (MARGIN_CLASS.matcher(one).matches() && element.text().matches("[\\d\\s]{1,8}")) {
        return DocumentPart.RUNNING_HEAD;
      }
      if (PAGE_CLASS.matcher(one).matches() && element.text().length() <= 12) {
        return DocumentPart.PAGE_NUMBER;
      }
    }
    return null;
  }

  private static boolean isImprintLong(Element element) {
    return element.text().length() <= LONGEST_IMPRINT;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") && !element.attr("hidden").equals("false")) {
      return true;
    }
    // A picture's caption is hidden from aids where it repeats the words for the picture, not from
    // the eye.
    if (element.attr("aria-hidden").equals("true") && !element.normalName().equals("figcaption")) {
      return true;
    }
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    return !style.isEmpty() && UNSEEN_STYLE.matcher(style.replaceAll("\\s+", "")).find();
  }

  /** Whether it says that it points to a note. */
  static boolean isNoteReference(Element element) {
    Set<String> types = types(element);
    return types.contains("noteref") || types.contains("doc-noteref");
  }

  /** The words of {@code epub:type} and {@code role}. */
  static Set<String> types(Element element) {
    String both = (element.attr("epub:type") + " " + element.attr("role")).strip();
    return both.isEmpty() || both.length() > 200
        ? Set.of()
        : Set.of(
            java.util.Arrays.stream(both.toLowerCase(Locale.ROOT).split("\\s+"))
                .distinct()
                .toArray(String[]::new));
  }

  /** The language that it says it is in. */
  static String language(Element element) {
    String xml = element.attr("xml:lang");
    return xml.isEmpty() ? element.attr("lang") : xml;
  }
}
