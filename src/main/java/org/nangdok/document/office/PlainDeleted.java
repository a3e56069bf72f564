package org.nangdok.document.office;

import java.io.IOException;
import java.util.List;
import org.nangdok.document.Folded;
import org.nangdok.document.archive.XmlPart;

/** Words that a tracked change takes away. */
final class PlainDeleted {

  private PlainDeleted() {}

  static List<String> of(XmlPart xml) throws IOException {
    var words = new StringBuilder();
    walk(xml, words);
    String folded = Folded.of(words.toString());
    return folded.isEmpty() ? List.of() : List.of(folded);
  }

  private static void walk(XmlPart xml, StringBuilder words) throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "t", "delText" -> words.append(xml.text());
            case "tab", "br", "p" -> {
              words.append(' ');
              walk(xml, words);
            }
            default -> walk(xml, words);
          }
        });
  }
}
