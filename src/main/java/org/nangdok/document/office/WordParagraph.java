package org.nangdok.document.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;
import org.nangdok.document.BlockBuffer;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.Folded;
import org.nangdok.document.archive.XmlPart;

/** A paragraph of a DOCX file, with what hangs on it: notes, remarks, pictures and text boxes. */
final class WordParagraph {

  private record Aside(DocumentPart part, String words) {}

  private final XmlPart xml;
  private final WordStyles styles;
  private final Map<String, List<String>> notes;
  private final WordFields fields;
  private final DocumentAccount account;
  private final List<Line> lines = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private final List<WordParagraph> boxes = new ArrayList<>();
  private final BlockBuffer buffer = new BlockBuffer();
  private String style = "";
  private int level;
  private boolean list;
  private @Nullable DocumentPart whole;

  private record Line(String words, @Nullable String language, boolean emphasis) {}

  WordParagraph(
      XmlPart xml,
      WordStyles styles,
      Map<String, List<String>> notes,
      WordFields fields,
      DocumentAccount account) {
    this.xml = xml;
    this.styles = styles;
    this.notes = notes;
    this.fields = fields;
    this.account = account;
  }

  void read(boolean contents) throws IOException {
    DocumentPart open = fields.part();
    whole =
        contents ? DocumentPart.TABLE_OF_CONTENTS : open == DocumentPart.PAGE_NUMBER ? null : open;
    inside();
    DocumentPart begun = fields.part();
    if (whole == null && begun != DocumentPart.PAGE_NUMBER) {
      whole = begun;
    }
    if (whole == null) {
      whole = kind();
    }
    endLine();
  }

  private @Nullable DocumentPart kind() {
    if (styles.isContents(style)) {
      return DocumentPart.TABLE_OF_CONTENTS;
    }
    if (styles.isIndex(style)) {
      return DocumentPart.INDEX;
    }
    return styles.isCode(style) ? DocumentPart.CODE : null;
  }

  private void inside() throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "pPr" -> properties();
            case "r" -> new WordRun(xml, this).read();
            case "del", "moveFrom" ->
                PlainDeleted.of(xml).forEach(words -> aside(DocumentPart.DELETED, words));
            case "oMath" -> formula();
            case "fldSimple" -> simpleField();
            case "sdtPr", "rPr", "Fallback" -> {}
            default -> inside();
          }
        });
  }

  private void properties() throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "pStyle" -> style = xml.attribute("val", "");
            case "outlineLvl" -> {
              int number = WordStyles.number(xml.attribute("val", "9"));
              level = number < 9 ? number + 1 : 0;
            }
            case "numPr" -> list = true;
            default -> {}
          }
        });
  }

  private void formula() throws IOException {
    String words = Folded.of(xml.text());
    if (words.length() <= 12 || account.wants(DocumentPart.FORMULA)) {
      buffer.add(words, null, false);
    } else {
      aside(DocumentPart.FORMULA, words);
    }
  }

  private void simpleField() throws IOException {
    DocumentPart part = WordFields.part(xml.attribute("instr", ""));
    if (part != null && !account.wants(part)) {
      aside(part, String.join(" ", PlainWords.of(xml)));
    } else {
      inside();
    }
  }

  /** Words of a run. */
  void add(String words, @Nullable String language, boolean stress) {
    DocumentPart part = fields.part();
    if (part == DocumentPart.PAGE_NUMBER && !account.wants(part)) {
      aside(part, words);
    } else {
      buffer.add(words, language, stress);
    }
  }

  void endLine() {
    if (!buffer.isBlank()) {
      String language = buffer.language();
      boolean emphasis = buffer.isEmphasis();
      lines.add(new Line(buffer.take(), language, emphasis));
    }
  }

  void aside(DocumentPart part, String words) {
    asides.add(new Aside(part, words));
  }

  /** A note or remark that hangs here. */
  void note(DocumentPart part, String key) {
    List<String> words = notes.getOrDefault(key, List.of());
    if (!words.isEmpty()) {
      aside(part, String.join(" ", words));
    }
  }

  WordFields fields() {
    return fields;
  }

  boolean isHidden(String character) {
    return styles.isHidden(character);
  }

  /** The paragraphs of a text box, which are read after the one that it hangs on. */
  void box() throws IOException {
    xml.each(
        name -> {
          if (name.equals("p")) {
            var inner = new WordParagraph(xml, styles, notes, fields, account);
            inner.read(false);
            boxes.add(inner);
          } else {
            box();
          }
        });
  }

  /** All its words on one line. */
  String words() {
    return Folded.of(String.join(" ", lines.stream().map(Line::words).toList()));
  }

  void write(DocumentAccount account) {
    int heading = level > 0 ? level : styles.heading(style);
    if (whole != null) {
      account.leave(whole, words());
    } else if (heading > 0) {
      account.heading(heading, words(), lines.isEmpty() ? null : lines.getFirst().language());
    } else {
      for (Line line : lines) {
        account.block(kind(line), line.words(), line.language());
      }
    }
    writeAside(account);
  }

  private Block.Kind kind(Line line) {
    if (list || styles.isCaption(style)) {
      return list ? Block.Kind.LIST_ITEM : Block.Kind.CAPTION;
    }
    if (styles.isQuote(style)) {
      return Block.Kind.QUOTE;
    }
    if (lines.size() > 1) {
      return Block.Kind.LINE;
    }
    return line.emphasis() ? Block.Kind.EMPHASIS : Block.Kind.PARAGRAPH;
  }

  /** What hangs on it. */
  void writeAside(DocumentAccount account) {
    asides.forEach(aside -> account.leave(aside.part(), aside.words()));
    boxes.forEach(box -> box.write(account));
  }
}
