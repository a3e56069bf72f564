package org.nangdok.document.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;
import org.nangdok.document.BlockBuffer;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.Folded;

/**
 * Walks a page's markup and hands its words to the account, block by block, with the language that
 * the markup gives them. Notes, page numbers, pictures' words, code and what nobody sees are left
 * out. Nesting is bounded by {@link Markup}. One walker walks one page.
 */
public final class MarkupWalker {

  /** Told where an element with a name begins, before its words: chapters begin at some. */
  public interface Places {
    /** No place matters. */
    Places NONE = id -> {};

    /** Words of the element with this id follow. */
    void at(String id);
  }

  private final DocumentAccount account;
  private final NoteMarks marks;
  private final String path;
  private final Places places;
  private final BlockBuffer buffer = new BlockBuffer();
  private final Deque<Block.Kind> kinds = new ArrayDeque<>();
  private final Deque<String> languages = new ArrayDeque<>();
  private final List<String> passed = new ArrayList<>();
  private final boolean readImages;
  private final @Nullable DocumentPart whole;
  private int stress;
  private int level = 1;
  private boolean broken;
  private boolean note;
  private boolean row;
  private boolean preformatted;

  /**
   * @param path the page's file name, for links between pages of a book
   * @param readImages whether what is said instead of pictures is read, as in a book of pictures
   */
  public MarkupWalker(
      DocumentAccount account, NoteMarks marks, String path, Places places, boolean readImages) {
    this(account, marks, path, places, readImages, null);
  }

  private MarkupWalker(
      DocumentAccount account,
      NoteMarks marks,
      String path,
      Places places,
      boolean readImages,
      @Nullable DocumentPart whole) {
    this.whole = whole;
    this.account = account;
    this.marks = marks;
    this.path = path;
    this.places = places;
    this.readImages = readImages;
  }

  /** Walks a page of its own. */
  public static void walk(Element page, DocumentAccount account) {
    var marks = new NoteMarks();
    marks.collect(page, "");
    new MarkupWalker(account, marks, "", Places.NONE, false).walk(page);
  }

  /** Leaves a page out, block by block; it is read if somebody wants the part. */
  public static void leave(DocumentPart part, Element page, DocumentAccount account) {
    new MarkupWalker(account, new NoteMarks(), "", Places.NONE, false, part).walk(page);
  }

  /** Walks an element with all that is in it. */
  public void walk(Element root) {
    kinds.push(Block.Kind.PARAGRAPH);
    element(root);
    flush();
  }

  private void children(Element element) {
    for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode words) {
        text(words.getWholeText());
      } else if (child instanceof Element inner) {
        element(inner);
      }
    }
  }

  private void text(String words) {
    if (preformatted && words.indexOf('\n') >= 0) {
      String[] lines = words.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          breakLine();
        }
        buffer.add(lines[i], languages.peek(), stress > 0);
      }
      return;
    }
    buffer.add(words, languages.peek(), stress > 0);
  }

  private void element(Element element) {
    if (ElementRole.isUnseen(element)) {
      return;
    }
    boolean block = ElementRole.isBlock(element);
    if (block && !row) {
      flush();
    }
    if (!element.id().isEmpty()) {
      place(element.id());
    }
    DocumentPart part = ElementRole.leftOut(element);
    if (part != null && !account.wants(part)) {
      leave(part, element);
      return;
    }
    String language = ElementRole.language(element);
    if (!language.isEmpty()) {
      languages.push(language);
    }
    if (part != null) {
      wanted(part, element);
    } else if (marks.isNote(element, path) && buffer.isBlank()) {
      note = true;
      known(element, block);
    } else {
      known(element, block);
    }
    if (!language.isEmpty()) {
      languages.pop();
    }
    if (block && !row) {
      flush();
    }
  }

  /** A place within a paragraph counts from the next one on. */
  private void place(String id) {
    if (buffer.isBlank() && !row) {
      places.at(id);
    } else {
      passed.add(id);
    }
  }

  private void wanted(DocumentPart part, Element element) {
    if (part == DocumentPart.PAGE_NUMBER && Folded.of(element.text()).isEmpty()) {
      buffer.add(" " + pageNumber(element) + " ", languages.peek(), false);
      return;
    }
    kinds.push(part == DocumentPart.NOTE ? Block.Kind.NOTE : kind());
    children(element);
    kinds.pop();
  }

  private void leave(DocumentPart part, Element element) {
    if (part == DocumentPart.NOTE
        || part == DocumentPart.TABLE_OF_CONTENTS
        || part == DocumentPart.IMPRINT
        || part == DocumentPart.LICENCE
        || part == DocumentPart.INDEX) {
      new LeftOutBlocks(account, part, languages.peek()).of(element);
    } else if (part == DocumentPart.PAGE_NUMBER) {
      account.leave(part, pageNumber(element));
    } else {
      account.leave(part, element.text());
    }
  }

  private static String pageNumber(Element element) {
    if (!element.text().isBlank()) {
      return element.text();
    }
    return element.attr("title").isBlank() ? element.attr("aria-label") : element.attr("title");
  }

  private void known(Element element, boolean block) {
    switch (element.normalName()) {
      case "br" -> breakLine();
      case "hr" -> flush();
      case "img", "image" -> image(element);
      case "svg" -> account.leave(DocumentPart.IMAGE, element.text());
      case "math", "m:math" -> formula(element);
      case "ruby" -> new RubyText(account).of(element).forEach(words -> text(words));
      case "sup" -> raised(element);
      case "a" -> link(element);
      case "q" -> quoted(element);
      case "b", "strong", "i", "em" -> stressed(element);
      case "pre" -> pre(element);
      case "tr" -> tableRow(element);
      case "epub:switch" -> choice(element);
      default -> inside(element, block);
    }
  }

  private void inside(Element element, boolean block) {
    Block.Kind kind = block ? Kinds.of(element) : null;
    if (kind != null) {
      kinds.push(kind);
      level = kind == Block.Kind.HEADING ? element.normalName().charAt(1) - '0' : level;
    }
    children(element);
    if (kind != null) {
      if (!row) {
        flush();
      }
      kinds.pop();
    }
  }

  /** Of several forms of the same words the one that every program shows. */
  private void choice(Element element) {
    for (Element form : element.children()) {
      if (form.nameIs("epub:default")) {
        inside(form, true);
      } else {
        account.leave(DocumentPart.HIDDEN, form.text());
      }
    }
  }

  private void breakLine() {
    if (row || kind() == Block.Kind.HEADING) {
      buffer.add(" ", null, false);
    } else if (!buffer.isBlank()) {
      broken = true;
      flushAs(kind());
      broken = true;
    }
  }

  private void image(Element element) {
    String alt = Folded.of(element.attr("alt"));
    boolean letter =
        !alt.isEmpty() && alt.length() <= 2 && Character.isLetterOrDigit(alt.charAt(0));
    if (letter) {
      text(alt); // an initial that is drawn
    } else if (account.wants(DocumentPart.IMAGE) || readImages && alt.split(" ").length > 2) {
      flush();
      account.block(Block.Kind.CAPTION, alt, languages.peek());
    } else {
      account.leave(DocumentPart.IMAGE, alt, languages.peek());
    }
  }

  /** A short one is read as it stands; others by what is said instead of them. */
  private void formula(Element element) {
    String words = Folded.of(element.text());
    boolean plain =
        words.length() <= 12
            && element.selectFirst("mfrac, msqrt, msup, msub, mtable, annotation") == null;
    if (plain || account.wants(DocumentPart.FORMULA)) {
      text(element.attr("alttext").isBlank() || plain ? words : element.attr("alttext"));
    } else {
      account.leave(
          DocumentPart.FORMULA, element.hasAttr("alttext") ? element.attr("alttext") : words);
    }
  }

  private void raised(Element element) {
    String words = element.text().strip();
    boolean number =
        words.matches("[\\[(]?(?:\\d{1,3}|[*†‡§]{1,3})[\\])]?(?:\\s?,\\s?\\d{1,3}){0,5}");
    boolean link = element.selectFirst("a[href*=#]") != null;
    if (number && (link || buffer.endsWord()) && !account.wants(DocumentPart.NOTE_REFERENCE)) {
      account.leave(DocumentPart.NOTE_REFERENCE, words);
    } else if (number && !link) {
      text(Kinds.raised(words));
    } else {
      children(element);
    }
  }

  private void link(Element element) {
    boolean begins = buffer.isBlank();
    if (Kinds.isSign(element)) {
      account.leave(DocumentPart.MARKUP, element.text()); // an arrow back, a mark to link to
    } else if (marks.isMark(element) && !begins && !account.wants(DocumentPart.NOTE_REFERENCE)) {
      account.leave(DocumentPart.NOTE_REFERENCE, element.text());
    } else {
      children(element);
    }
  }

  private void quoted(Element element) {
    text("“");
    children(element);
    text("”");
  }

  private void stressed(Element element) {
    stress++;
    children(element);
    stress--;
  }

  private void pre(Element element) {
    if (Kinds.isCode(element) && !account.wants(DocumentPart.CODE)) {
      account.leave(DocumentPart.CODE, element.wholeText());
      return;
    }
    boolean outer = preformatted;
    preformatted = true;
    children(element);
    preformatted = outer;
  }

  private void tableRow(Element element) {
    if (row || Kinds.isLayout(element)) {
      children(element);
      return;
    }
    row = true;
    boolean first = true;
    for (Element cell : element.children()) {
      if (!first) {
        text(" | ");
      }
      first = false;
      element(cell);
    }
    row = false;
    if (buffer.text().chars().allMatch(c -> c == '|' || Character.isWhitespace(c))) {
      buffer.take();
    }
    flushAs(Block.Kind.TABLE_ROW);
  }

  private Block.Kind kind() {
    Block.Kind kind = kinds.peek();
    return kind == null ? Block.Kind.PARAGRAPH : kind;
  }

  private void flush() {
    flushAs(kind());
    broken = false;
    note = false;
    passed.forEach(places::at);
    passed.clear();
  }

  private void flushAs(Block.Kind kind) {
    if (buffer.isBlank()) {
      buffer.take();
      return;
    }
    @Nullable String language = buffer.language();
    boolean emphasis = buffer.isEmphasis();
    String words = buffer.take();
    if (whole != null) {
      account.leave(whole, words, language);
    } else if (note && !account.wants(DocumentPart.NOTE)) {
      account.leave(DocumentPart.NOTE, words, language);
    } else if (kind == Block.Kind.HEADING) {
      account.heading(level, words, language);
    } else if (kind != Block.Kind.PARAGRAPH) {
      account.block(kind, words, language);
    } else if (broken) {
      account.block(Block.Kind.LINE, words, language);
    } else {
      account.block(emphasis ? Block.Kind.EMPHASIS : kind, words, language);
    }
  }
}
