package org.nangdok.document.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.archive.XmlPart;

/**
 * A shape on a slide.
 *
 * @param type of its placeholder, such as {@code title} or {@code sldNum}; empty for none
 * @param paragraphs its words
 * @param description what is said instead of it, if it is a picture
 * @param row whether it is a row of a table
 */
record SlideShape(String type, List<String> paragraphs, String description, boolean row) {

  boolean isTitle() {
    return type.equals("title") || type.equals("ctrTitle");
  }

  @Nullable DocumentPart leftOut() {
    return switch (type) {
      case "sldNum" -> DocumentPart.PAGE_NUMBER;
      case "dt", "ftr", "hdr" -> DocumentPart.RUNNING_HEAD;
      default -> null;
    };
  }

  /** All shapes within the present element, in their order. */
  static void collect(XmlPart xml, List<SlideShape> shapes) throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "sp", "pic" -> shapes.add(shape(xml));
            case "tr" -> shapes.add(row(xml));
            case "Fallback" -> {}
            default -> collect(xml, shapes);
          }
        });
  }

  private static SlideShape shape(XmlPart xml) throws IOException {
    String[] found = {"", ""};
    List<String> words = new ArrayList<>();
    inside(xml, found, words);
    return new SlideShape(found[0], words, found[1], false);
  }

  private static void inside(XmlPart xml, String[] found, List<String> words) throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "ph" -> found[0] = xml.attribute("type", "body");
            case "cNvPr" -> found[1] = xml.attribute("descr", "");
            case "txBody" -> words.addAll(PlainWords.of(xml));
            default -> inside(xml, found, words);
          }
        });
  }

  private static SlideShape row(XmlPart xml) throws IOException {
    List<String> cells = new ArrayList<>();
    xml.each(
        name -> {
          if (name.equals("tc")) {
            cells.add(String.join(" ", PlainWords.of(xml)));
          }
        });
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    return new SlideShape(
        "", filled.isEmpty() ? List.of() : List.of(TableRows.of(filled)), "", true);
  }
}
