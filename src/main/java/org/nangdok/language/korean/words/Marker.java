package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ko.POS;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.sound.Junction;
import org.nangdok.language.korean.sound.Syllable;

/**
 * Turns a word into syllables and marks where grammar and lexicon decide its pronunciation: what
 * the lexicon lists outranks suffixes, they outrank the general rules.
 */
final class Marker {

  private final KoreanLexicon lexicon;
  private final GeneralMarks general;

  Marker(KoreanLexicon lexicon) {
    this.lexicon = lexicon;
    this.general = new GeneralMarks(lexicon);
  }

  /** The syllables of a word with their marks; its neighbours are empty at the ends. */
  List<Syllable> syllables(AnalysedWord word, String before, String after) {
    String text = word.text();
    var syllables = new ArrayList<Syllable>(text.length());
    for (int i = 0; i < text.length(); i++) {
      syllables.add(new Syllable(text.charAt(i)));
    }
    if (word.draft().role() == Role.NUMBER || isNumeral(word)) {
      NumberMarks.mark(syllables);
      return syllables;
    }
    if (word.draft().role() != Role.PLAIN) {
      return syllables;
    }
    var pieces = new Pieces(word);
    junctions(word, pieces, syllables);
    general.mark(word, pieces, syllables);
    suffixes(word, pieces, syllables);
    entries(text, pieces, counterLength(word), syllables);
    Entry homograph = lexicon.homographs().at(before, text, after);
    if (homograph != null) {
      apply(homograph, 0, syllables);
    }
    return syllables;
  }

  private static boolean isNumeral(AnalysedWord word) {
    return word.morphemes().size() > 1
        && word.morphemes().stream().allMatch(morpheme -> morpheme.last() == POS.Tag.NR);
  }

  private void junctions(AnalysedWord word, Pieces pieces, List<Syllable> syllables) {
    Set<String> linking = lexicon.group("not-linking-s");
    for (int at : pieces.starts()) {
      if (at > 0) {
        syllables.get(at).before(pieces.junction(at));
        String left = word.text().substring(pieces.startBefore(at), at);
        if (pieces.junction(at) == Junction.COMPOUND
            && Hangul.coda(word.text().charAt(at - 1)) == 'ㅅ'
            && !linking.contains(left)) {
          syllables.get(at - 1).linking(true);
        }
      }
    }
    Morpheme last = word.morphemes().isEmpty() ? null : word.morphemes().getLast();
    if (last != null
        && last.form().equals("의")
        && (last.start() > 0 || word.text().length() == 1)
        && !isNounInUi(word, last)
        && (last.last() == POS.Tag.JKG || last.last() == POS.Tag.NNG)) {
      syllables.get(last.start()).respell('에');
      syllables.get(last.start()).before(Junction.PARTICLE);
    }
  }

  /** Whether 의 ends a noun; behind a noun that the tagger knows as a whole it is the particle. */
  private boolean isNounInUi(AnalysedWord word, Morpheme last) {
    int before = word.morphemes().size() - 2;
    if (lexicon.group("person-ui").stream().anyMatch(word.text()::endsWith)) {
      return true;
    }
    if (last.last() == POS.Tag.JKG
        && before >= 0
        && word.morphemes().get(before).length() > 1
        && word.morphemes().get(before).isNoun()) {
      return false;
    }
    String text = word.text();
    Set<String> nouns = lexicon.group("noun-ui");
    return text.length() > 1 && nouns.contains(text.substring(text.length() - 2))
        || text.length() > 2 && nouns.contains(text.substring(text.length() - 3));
  }

  private void suffixes(AnalysedWord word, Pieces pieces, List<Syllable> syllables) {
    String text = word.text();
    int noun = word.nounLength();
    for (int end = 2; end <= noun; end++) {
      if (end < noun && !pieces.isStart(end)) {
        continue;
      }
      if (isName(word)) {
        return;
      }
      for (Suffix suffix : lexicon.suffixes(text.charAt(end - 1))) {
        if (suffix.ends(text, pieces, end)) {
          apply(suffix.entry(), end - suffix.entry().word().length(), syllables);
        }
      }
    }
  }

  /** Three syllables that the tagger knows as a proper noun only are most often a person. */
  private boolean isName(AnalysedWord word) {
    return word.nounLength() == 3
        && word.firstTag() == POS.Tag.NNP
        && word.morphemes().getFirst().length() == 3
        && word.morphemes().getFirst().parts().isEmpty()
        && lexicon.group("surname").contains(word.text().substring(0, 1));
  }

  /** How many syllables of a word behind a number are its counter, where the tagger knows it. */
  private static int counterLength(AnalysedWord word) {
    return word.firstTag() == POS.Tag.NNBC ? word.morphemes().getFirst().end() : 0;
  }

  private void entries(String text, Pieces pieces, int counter, List<Syllable> syllables) {
    int at = 0;
    while (at < text.length()) {
      Entry entry = lexicon.at(text, at);
      if (entry == null
          || at < counter && at + entry.word().length() > counter && entry.word().length() < 3
          || isDoubtful(entry, at, text, pieces)
          || endsInPlain(entry, at, text)) {
        at++;
        continue;
      }
      int end = at + entry.word().length();
      boolean starts = pieces.isStart(at);
      boolean ends = end == text.length() || pieces.isStart(end);
      boolean long_ = entry.word().length() > 2;
      if (starts && ends || long_ && (starts || ends) || at == 0 && pieces.isInsideNoun(end)) {
        apply(entry, at, syllables);
        at = end;
      } else {
        at++;
      }
    }
  }

  /** A short entry in the middle of which the tagger found a particle may be no entry at all. */
  private static boolean isDoubtful(Entry entry, int at, String text, Pieces pieces) {
    int length = entry.word().length();
    return length <= 3
        && length < text.length()
        && !entry.isPlain()
        && pieces.isParticleIn(at + 1, at + length);
  }

  /** Whether the last syllable of an entry begins a longer plain word: 가격 in 매매가격. */
  private boolean endsInPlain(Entry entry, int at, String text) {
    int last = at + entry.word().length() - 1;
    Entry plain = last > at && !entry.isPlain() ? lexicon.at(text, last) : null;
    return plain != null && plain.isPlain() && plain.word().length() > 1;
  }

  private static void apply(Entry entry, int at, List<Syllable> syllables) {
    for (int i = 0; i < entry.word().length(); i++) {
      Syllable syllable = syllables.get(at + i);
      if (entry.sounds().charAt(i) != entry.word().charAt(i)) {
        syllable.respell(entry.sounds().charAt(i));
      }
      entry
          .marks()
          .get(i)
          .ifPresent(
              mark -> {
                switch (mark) {
                  case TENSE -> syllable.tense(entry.rule());
                  case INSERT -> {
                    syllable.insertion(entry.rule());
                    syllable.before(Junction.COMPOUND);
                  }
                  case COMPOUND -> syllable.before(Junction.COMPOUND);
                  case NASAL -> syllable.nasal(entry.rule());
                  case PLAIN -> {
                    syllable.tense(null);
                    syllable.insertion(null);
                    syllable.nasal(null);
                  }
                }
              });
    }
  }
}
