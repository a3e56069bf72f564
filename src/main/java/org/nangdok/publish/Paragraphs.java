package org.nangdok.publish;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/** Puts the sentences of one input line together again. */
final class Paragraphs {

  private Paragraphs() {}

  static List<String> of(Turn turn) {
    List<String> paragraphs = new ArrayList<>();
    int line = -1;
    for (Sentence sentence : turn.sentences()) {
      String text = sentence.text().replaceAll("\\s+", " ");
      if (sentence.line() == line) {
        paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + text);
      } else {
        paragraphs.add(text);
      }
      line = sentence.line();
    }
    return paragraphs;
  }
}
