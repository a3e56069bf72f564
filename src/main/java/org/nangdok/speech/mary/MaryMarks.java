package org.nangdok.speech.mary;

import java.util.ArrayList;
import java.util.List;
import marytts.datatypes.MaryXML;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Mark;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Word marks from a document with realised durations.
 *
 * @param exact false when MaryTTS made other tokens of the words and times were shared out
 */
record MaryMarks(List<Mark> marks, boolean exact) {

  /** When one token is heard, in milliseconds. */
  private record Heard(String text, double start, double end) {}

  /**
   * Adds up {@code d} of phones and {@code duration} of boundaries in document order; the {@code
   * end} attributes and REALISED_DURATIONS are wrong from the second sentence on.
   *
   * @param offset milliseconds of sound before this document's
   */
  static MaryMarks of(Document document, List<SpokenWord> words, int offset) {
    var heard = new ArrayList<Heard>();
    double end = walk(document.getDocumentElement(), 0, heard);
    List<Heard> spoken = heard.stream().filter(token -> !punctuation(token.text())).toList();
    var marks = new ArrayList<Mark>();
    if (spoken.size() == words.size()) {
      for (int i = 0; i < words.size(); i++) {
        marks.add(mark(words.get(i), offset + spoken.get(i).start(), offset + spoken.get(i).end()));
      }
      return new MaryMarks(marks, true);
    }
    double letters = words.stream().mapToInt(word -> word.spoken().length()).sum();
    double at = 0;
    for (SpokenWord word : words) {
      double next = at + word.spoken().length() / letters * end;
      marks.add(mark(word, offset + at, offset + next));
      at = next;
    }
    return new MaryMarks(marks, false);
  }

  private static Mark mark(SpokenWord word, double start, double end) {
    return new Mark((int) start, (int) end, word.start(), word.end());
  }

  private static boolean punctuation(String text) {
    return text.chars().noneMatch(Character::isLetter);
  }

  private static double walk(Node node, double from, List<Heard> heard) {
    double at = from;
    String name = node.getLocalName();
    if (node instanceof Element element) {
      if (MaryXML.PHONE.equals(name)) {
        return at + number(element.getAttribute("d"));
      }
      if (MaryXML.BOUNDARY.equals(name)) {
        return at + number(element.getAttribute("duration"));
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      at = walk(child, at, heard);
    }
    if (MaryXML.TOKEN.equals(name)) {
      heard.add(new Heard(ownText(node), from, at));
    }
    return at;
  }

  private static String ownText(Node token) {
    var text = new StringBuilder();
    for (Node child = token.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  private static double number(String attribute) {
    return attribute.isEmpty() ? 0 : Double.parseDouble(attribute);
  }
}
