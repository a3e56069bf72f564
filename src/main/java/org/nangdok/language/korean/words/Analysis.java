package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.List;

/** Gives each word of a sentence its morphemes. */
final class Analysis {

  /** Stands in front of a counter, so that the tagger sees one: 3주가 is no 주가. */
  private static final String NUMBER = "3";

  private final Tagger tagger = new Tagger();

  /** Loads the dictionary. */
  void warmUp() {
    tagger.tag("사전을 읽는다");
  }

  List<AnalysedWord> of(List<Draft> words) {
    var text = new StringBuilder();
    var starts = new int[words.size()];
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).role() == Role.PLAIN) {
        text.append(isCounted(words, i) ? NUMBER : "");
        starts[i] = text.length();
        text.append(words.get(i).spoken()).append(' ');
      }
    }
    List<Morpheme> morphemes = text.isEmpty() ? List.of() : tagger.tag(text.toString());
    var analysed = new ArrayList<AnalysedWord>(words.size());
    int next = 0;
    for (int i = 0; i < words.size(); i++) {
      Draft word = words.get(i);
      var own = new ArrayList<Morpheme>();
      if (word.role() == Role.PLAIN) {
        int start = starts[i];
        int end = start + word.spoken().length();
        while (next < morphemes.size() && morphemes.get(next).end() <= start) {
          next++; // the number in front
        }
        while (next < morphemes.size() && morphemes.get(next).start() < end) {
          own.add(inside(morphemes.get(next++), start, word.spoken().length()));
        }
      }
      analysed.add(new AnalysedWord(word, List.copyOf(own)));
    }
    return analysed;
  }

  /** Whether a word is written on to a number, which tells a counter from other nouns. */
  private static boolean isCounted(List<Draft> words, int i) {
    return i > 0 && words.get(i - 1).role() == Role.NUMBER && words.get(i - 1).gap() == Gap.NONE;
  }

  private static Morpheme inside(Morpheme morpheme, int shift, int length) {
    return new Morpheme(
        morpheme.form(),
        morpheme.first(),
        morpheme.last(),
        Math.max(0, morpheme.start() - shift),
        Math.min(length, morpheme.end() - shift),
        morpheme.parts(),
        morpheme.contracted());
  }
}
