package org.nangdok.document.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.document.Folded;
import org.nangdok.document.archive.XmlPart;

/** The words of paragraphs (WordprocessingML, DrawingML) without their form. */
final class PlainWords {

  private PlainWords() {}

  /** The paragraphs within the present element that aren't blank. */
  static List<String> of(XmlPart xml) throws IOException {
    List<String> paragraphs = new ArrayList<>();
    var open = new StringBuilder();
    walk(xml, open, paragraphs);
    close(open, paragraphs);
    return paragraphs;
  }

  private static void walk(XmlPart xml, StringBuilder open, List<String> paragraphs)
      throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "t" -> open.append(xml.text());
            case "tab", "br", "cr" -> open.append(' ');
            case "instrText", "delText", "delInstrText", "Fallback" -> {}
            case "p" -> {
              walk(xml, open, paragraphs);
              close(open, paragraphs);
            }
            default -> walk(xml, open, paragraphs);
          }
        });
  }

  private static void close(StringBuilder open, List<String> paragraphs) {
    String words = Folded.of(open.toString());
    open.setLength(0);
    if (!words.isEmpty()) {
      paragraphs.add(words);
    }
  }
}
