package org.nangdok.document.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.Folded;
import org.nangdok.document.archive.XmlPart;

/** The body of a DOCX file: its paragraphs and tables in their order. */
final class WordBody {

  private final XmlPart xml;
  private final WordStyles styles;
  private final Map<String, List<String>> notes;
  private final DocumentAccount account;
  private final WordFields fields = new WordFields();

  /**
   * @param notes the words of notes and remarks by kind and number
   */
  WordBody(
      XmlPart xml, WordStyles styles, Map<String, List<String>> notes, DocumentAccount account) {
    this.xml = xml;
    this.styles = styles;
    this.notes = notes;
    this.account = account;
  }

  void read() throws IOException {
    xml.each(root -> blocks(false));
  }

  /**
   * @param contents whether it stands in a table of contents
   */
  private void blocks(boolean contents) throws IOException {
    boolean[] listed = {contents};
    xml.each(
        name -> {
          switch (name) {
            case "p" -> paragraph(listed[0]).write(account);
            case "tbl" -> table(listed[0]);
            case "docPartGallery" ->
                listed[0] |=
                    xml.attribute("val", "").matches("(?i)table of contents|table of figures");
            case "sdtPr", "docPartObj" -> listed[0] |= gallery();
            case "Fallback", "sectPr", "tblPr", "trPr", "tcPr" -> {}
            case "del", "moveFrom" ->
                PlainDeleted.of(xml).forEach(words -> account.leave(DocumentPart.DELETED, words));
            default -> blocks(listed[0]);
          }
        });
  }

  private boolean gallery() throws IOException {
    boolean[] listed = {false};
    xml.each(
        name -> {
          if (name.equals("docPartGallery")) {
            listed[0] |= xml.attribute("val", "").matches("(?i)table of contents|table of figures");
          } else if (name.equals("docPartObj")) {
            listed[0] |= gallery();
          }
        });
    return listed[0];
  }

  private WordParagraph paragraph(boolean contents) throws IOException {
    var paragraph = new WordParagraph(xml, styles, notes, fields, account);
    paragraph.read(contents);
    return paragraph;
  }

  private void table(boolean contents) throws IOException {
    xml.each(
        name -> {
          if (name.equals("tr")) {
            row(contents);
          } else if (!name.equals("tblPr") && !name.equals("tblGrid")) {
            blocks(contents);
          }
        });
  }

  private void row(boolean contents) throws IOException {
    List<List<WordParagraph>> cells = new ArrayList<>();
    cells(contents, cells);
    List<String> words =
        cells.stream()
            .map(
                cell ->
                    Folded.of(String.join(" ", cell.stream().map(WordParagraph::words).toList())))
            .filter(cell -> !cell.isEmpty())
            .toList();
    boolean texts = cells.size() <= 1 || words.stream().anyMatch(TableRows::isText);
    if (texts || contents) {
      cells.forEach(cell -> cell.forEach(paragraph -> paragraph.write(account)));
      return;
    }
    if (!words.isEmpty()) {
      account.block(Block.Kind.TABLE_ROW, TableRows.of(words), null);
    }
    cells.forEach(cell -> cell.forEach(paragraph -> paragraph.writeAside(account)));
  }

  private void cells(boolean contents, List<List<WordParagraph>> cells) throws IOException {
    xml.each(
        name -> {
          if (name.equals("tc")) {
            List<WordParagraph> cell = new ArrayList<>();
            cell(contents, cell);
            cells.add(cell);
          } else if (!name.endsWith("Pr")) {
            cells(contents, cells);
          }
        });
  }

  /** Tables within a cell are taken for paragraphs of it. */
  private void cell(boolean contents, List<WordParagraph> cell) throws IOException {
    xml.each(
        name -> {
          if (name.equals("p")) {
            cell.add(paragraph(contents));
          } else if (!name.endsWith("Pr") && !name.equals("Fallback")) {
            cell(contents, cell);
          }
        });
  }
}
