package org.nangdok.document.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;
import org.nangdok.document.BlockBuffer;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.Folded;
import org.nangdok.document.archive.XmlPart;

/** The body of an ODT file. */
final class OpenDocumentBody {

  private record Aside(DocumentPart part, String words) {}

  private final XmlPart xml;
  private final OpenDocumentStyles styles;
  private final DocumentAccount account;
  private final BlockBuffer buffer = new BlockBuffer();
  private List<Aside> asides = new ArrayList<>();
  private final List<String> boxes = new ArrayList<>();
  private boolean broken;
  private int lists;

  OpenDocumentBody(XmlPart xml, OpenDocumentStyles styles, DocumentAccount account) {
    this.xml = xml;
    this.styles = styles;
    this.account = account;
  }

  /** The blocks within the present element. */
  void blocks() throws IOException {
    xml.each(this::block);
  }

  private void block(String name) throws IOException {
    switch (name) {
      case "h" -> heading();
      case "p" -> paragraph(lists > 0 ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH);
      case "list" -> {
        lists++;
        blocks();
        lists--;
      }
      case "table-row" -> row();
      case "table-of-content", "illustration-index", "table-index", "object-index" ->
          left(DocumentPart.TABLE_OF_CONTENTS);
      case "alphabetical-index", "user-index" -> left(DocumentPart.INDEX);
      case "tracked-changes" -> left(DocumentPart.DELETED);
      case "annotation" -> left(DocumentPart.COMMENT);
      case "forms",
          "sequence-decls",
          "variable-decls",
          "user-field-decls",
          "dde-connection-decls" -> {}
      default -> blocks();
    }
  }

  /** Each paragraph of a part that isn't read. */
  private void left(DocumentPart part) throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "p", "h" -> account.leave(part, words());
            case "creator",
                "date",
                "date-string",
                "table-of-content-source",
                "alphabetical-index-source",
                "change-info" -> {}
            default -> left(part);
          }
        });
  }

  /** All words within the present element, with blanks where they are elements. */
  private String words() throws IOException {
    var words = new StringBuilder();
    words(words);
    return Folded.of(words.toString());
  }

  private void words(StringBuilder words) throws IOException {
    xml.each(
        name -> {
          if (name.equals("s")
              || name.equals("tab")
              || name.equals("line-break")
              || name.equals("p")) {
            words.append(' ');
          }
          words(words);
        },
        words::append);
  }

  private void heading() throws IOException {
    String level = xml.attribute("outline-level", "1");
    inline(styles.language(xml.attribute("style-name", "")));
    String language = buffer.language();
    account.heading(level.matches("[1-9]") ? level.charAt(0) - '0' : 1, buffer.take(), language);
    writeAsides();
  }

  private void paragraph(Block.Kind kind) throws IOException {
    if (styles.isCode(xml.attribute("style-name", ""))) {
      account.leave(DocumentPart.CODE, words());
      return;
    }
    broken = false;
    inline(styles.language(xml.attribute("style-name", "")));
    close(broken && kind == Block.Kind.PARAGRAPH ? Block.Kind.LINE : kind);
    writeAsides();
  }

  private void close(Block.Kind kind) {
    String language = buffer.language();
    boolean emphasis = buffer.isEmphasis() && kind == Block.Kind.PARAGRAPH;
    account.block(emphasis ? Block.Kind.EMPHASIS : kind, buffer.take(), language);
  }

  private void writeAsides() {
    List<Aside> hanging = asides;
    asides = new ArrayList<>();
    hanging.forEach(aside -> account.leave(aside.part(), aside.words()));
    boxes.forEach(words -> account.block(Block.Kind.PARAGRAPH, words, null));
    boxes.clear();
  }

  private void inline(@Nullable String language) throws IOException {
    xml.each(name -> element(name, language), words -> buffer.add(words, language, false));
  }

  private void element(String name, @Nullable String language) throws IOException {
    switch (name) {
      case "s", "tab" -> buffer.add(" ", null, false);
      case "line-break" -> {
        close(Block.Kind.LINE);
        broken = true;
      }
      case "note" -> note();
      case "annotation" -> asides.add(new Aside(DocumentPart.COMMENT, remark()));
      case "page-number", "page-count" ->
          asides.add(new Aside(DocumentPart.PAGE_NUMBER, xml.text()));
      case "hidden-text" -> asides.add(new Aside(DocumentPart.HIDDEN, xml.text()));
      case "ruby" -> ruby();
      case "title", "desc" -> asides.add(new Aside(DocumentPart.IMAGE, xml.text()));
      case "text-box" -> box();
      case "tracked-changes", "bookmark", "reference-mark-start" -> {}
      case "span", "a" -> {
        String own = styles.language(xml.attribute("style-name", ""));
        inline(own == null ? language : own);
      }
      default -> inline(language);
    }
  }

  private void note() throws IOException {
    xml.each(
        name -> {
          if (name.equals("note-citation")) {
            asides.add(new Aside(DocumentPart.NOTE_REFERENCE, xml.text()));
          } else if (name.equals("note-body")) {
            asides.add(new Aside(DocumentPart.NOTE, words()));
          }
        });
  }

  private String remark() throws IOException {
    List<String> words = new ArrayList<>();
    xml.each(
        name -> {
          if (name.equals("p")) {
            words.add(words());
          }
        });
    return String.join(" ", words);
  }

  private void ruby() throws IOException {
    xml.each(
        name -> {
          if (name.equals("ruby-text")) {
            asides.add(new Aside(DocumentPart.RUBY, xml.text()));
          } else {
            inline(null);
          }
        });
  }

  /** Its paragraphs are read after the one that it hangs on. */
  private void box() throws IOException {
    xml.each(
        name -> {
          if (name.equals("p") || name.equals("h")) {
            boxes.add(words());
          } else {
            box();
          }
        });
  }

  private void row() throws IOException {
    List<String> cells = new ArrayList<>();
    xml.each(
        name -> {
          if (name.equals("table-cell")) {
            cells.add(words());
          }
        });
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    if (filled.stream().anyMatch(TableRows::isText)) {
      filled.forEach(cell -> account.block(Block.Kind.PARAGRAPH, cell, null));
    } else if (!filled.isEmpty()) {
      Block.Kind kind = cells.size() > 1 ? Block.Kind.TABLE_ROW : Block.Kind.PARAGRAPH;
      account.block(kind, TableRows.of(filled), null);
    }
  }
}
