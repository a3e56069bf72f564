package org.nangdok.speech.mary;

import java.util.ArrayList;
import java.util.List;
import marytts.datatypes.MaryXML;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Mark;
import org.nangdok.speech.TimedPhone;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Word marks and phones from a document with realised durations.
 *
 * @param phones none where the marks aren't exact
 * @param exact false when MaryTTS made other tokens of the words and times were shared out
 */
record MaryMarks(List<Mark> marks, List<TimedPhone> phones, boolean exact) {

  /** When one token is heard, in milliseconds. */
  private record Heard(String text, double start, double end, List<Sound> sounds) {}

  /** One phone; a new syllable begins where {@code first} is true. */
  private record Sound(String name, boolean first, double start, double end) {}

  /**
   * Adds up {@code d} of phones and {@code duration} of boundaries in document order; the {@code
   * end} attributes and REALISED_DURATIONS are wrong from the second sentence on.
   *
   * @param offset milliseconds of sound before this document's
   */
  static MaryMarks of(Document document, List<SpokenWord> words, int offset) {
    var heard = new ArrayList<Heard>();
    double end = walk(document.getDocumentElement(), 0, heard, new ArrayList<>());
    List<Heard> spoken = heard.stream().filter(token -> !punctuation(token.text())).toList();
    var marks = new ArrayList<Mark>();
    if (spoken.size() == words.size()) {
      for (int i = 0; i < words.size(); i++) {
        marks.add(mark(words.get(i), offset + spoken.get(i).start(), offset + spoken.get(i).end()));
      }
      return new MaryMarks(marks, phones(spoken, words, offset), true);
    }
    double letters = words.stream().mapToInt(word -> word.spoken().length()).sum();
    double at = 0;
    for (SpokenWord word : words) {
      double next = at + word.spoken().length() / letters * end;
      marks.add(mark(word, offset + at, offset + next));
      at = next;
    }
    return new MaryMarks(marks, List.of(), false);
  }

  private static List<TimedPhone> phones(List<Heard> spoken, List<SpokenWord> words, int offset) {
    var phones = new ArrayList<TimedPhone>();
    int syllable = -1;
    for (int i = 0; i < words.size(); i++) {
      SpokenWord word = words.get(i);
      for (Sound sound : spoken.get(i).sounds()) {
        syllable += sound.first() ? 1 : 0;
        phones.add(
            new TimedPhone(
                sound.name(),
                (int) (offset + sound.start()),
                (int) (offset + sound.end()),
                word.start(),
                word.end(),
                syllable));
      }
    }
    return phones;
  }

  private static Mark mark(SpokenWord word, double start, double end) {
    return new Mark((int) start, (int) end, word.start(), word.end());
  }

  private static boolean punctuation(String text) {
    return text.chars().noneMatch(Character::isLetter);
  }

  private static double walk(Node node, double from, List<Heard> heard, List<Sound> sounds) {
    double at = from;
    String name = node.getLocalName();
    if (node instanceof Element element) {
      if (MaryXML.PHONE.equals(name)) {
        double end = at + number(element.getAttribute("d"));
        boolean first = element.getPreviousSibling() == null;
        sounds.add(new Sound(element.getAttribute("p"), first, at, end));
        return end;
      }
      if (MaryXML.BOUNDARY.equals(name)) {
        return at + number(element.getAttribute("duration"));
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      at = walk(child, at, heard, sounds);
    }
    if (MaryXML.TOKEN.equals(name)) {
      heard.add(new Heard(ownText(node), from, at, List.copyOf(sounds)));
      sounds.clear();
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
