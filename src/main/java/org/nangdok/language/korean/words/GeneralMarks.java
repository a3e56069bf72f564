package org.nangdok.language.korean.words;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ko.POS;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.sound.Junction;
import org.nangdok.language.korean.sound.Syllable;

/** Marks that follow from parts of speech and from the shape of Sino-Korean words (항 20-27). */
final class GeneralMarks {

  /** Longer names that the tagger doesn't divide are compounds all the same. */
  private static final int LONG_PIECE = 4;

  private final KoreanLexicon lexicon;
  private final Set<String> sinoLeft;
  private final Set<String> sinoRight;
  private final Set<String> nasalSuffixes;
  private final Set<String> lateralWords;

  private final Set<String> tensingStems;
  private final Set<String> tensingEndings;

  GeneralMarks(KoreanLexicon lexicon) {
    this.lexicon = lexicon;
    tensingStems = lexicon.group("stem-tensing");
    tensingEndings = lexicon.group("ending-tensed");
    sinoLeft = lexicon.group("sino-l");
    sinoRight = lexicon.group("sino-dsj");
    nasalSuffixes = lexicon.group("suffix-r");
    lateralWords = lexicon.group("lateral");
  }

  void mark(AnalysedWord word, Pieces pieces, List<Syllable> syllables) {
    for (Morpheme morpheme : word.morphemes()) {
      stem(morpheme, word, syllables);
      prospective(morpheme, word, syllables);
    }
    dictionaryForm(word.text(), syllables);
    int noun = word.nounLength();
    boolean adverb = word.firstTag() == POS.Tag.MAG || word.firstTag() == POS.Tag.MAJ;
    for (int i = 1; i < syllables.size(); i++) {
      if (i < noun || adverb) {
        sinoTensing(pieces, syllables, i);
      }
      nasalRieul(word, pieces, syllables, i);
    }
  }

  /** 항 24 and 25: stems in ㄴ(ㄵ), ㅁ(ㄻ), ㄼ, ㄾ make the ending's onset tense. */
  private static void stem(Morpheme morpheme, AnalysedWord word, List<Syllable> syllables) {
    int end = morpheme.end();
    if (!morpheme.isVerbStem()
        || morpheme.contracted() && morpheme.parts().size() != 1
        || end >= syllables.size()
        || syllables.get(end).before() != Junction.ENDING) {
      return;
    }
    switch (Hangul.coda(word.text().charAt(end - 1))) {
      case 'ㄴ', 'ㄵ', 'ㅁ', 'ㄻ' -> syllables.get(end).tense("sp24");
      case 'ㄼ', 'ㄾ' -> syllables.get(end).tense("sp25");
      default -> {}
    }
  }

  /** A stem with -다, -지만 and the like, which the tagger takes for something else. */
  private void dictionaryForm(String text, List<Syllable> syllables) {
    for (int end = 1; end < text.length(); end++) {
      if (tensingStems.contains(text.substring(0, end))
          && tensingEndings.contains(text.substring(end))) {
        syllables.get(end).before(Junction.ENDING);
        syllables.get(end).tense("sp24");
      }
    }
  }

  /** 항 27 붙임: endings that begin with -(으)ㄹ, and what follows the adnominal -(으)ㄹ. */
  private static void prospective(Morpheme morpheme, AnalysedWord word, List<Syllable> syllables) {
    if (morpheme.last() == POS.Tag.ETM
        && morpheme.end() < syllables.size()
        && Hangul.coda(word.text().charAt(morpheme.end() - 1)) == 'ㄹ') {
      syllables.get(morpheme.end()).tense("sp27b");
      return;
    }
    String ending =
        morpheme.parts().isEmpty() ? morpheme.form() : morpheme.parts().getLast().form();
    boolean begins =
        ending.length() > 1 && (ending.charAt(0) == 'ㄹ' || ending.charAt(0) == '\u11AF');
    boolean full = ending.length() > 1 && ending.charAt(0) == '을' && morpheme.startsEnding();
    int at = morpheme.end() - ending.length() + 1;
    if ((begins || full)
        && at > 0
        && at < syllables.size()
        && Hangul.coda(word.text().charAt(at - 1)) == 'ㄹ') {
      syllables.get(at).tense("sp27b");
    }
  }

  /** 항 26: ㄹ before ㄷ, ㅅ, ㅈ inside a Sino-Korean word, not where two such words meet. */
  private void sinoTensing(Pieces pieces, List<Syllable> syllables, int i) {
    String left = String.valueOf(syllables.get(i - 1).written());
    String right = String.valueOf(syllables.get(i).written());
    if (!sinoLeft.contains(left) || !sinoRight.contains(right) || left.equals(right)) {
      return;
    }
    if (pieces.isStart(i)) {
      boolean affix =
          i - pieces.startBefore(i) == 1 || pieces.endAfter(i, syllables.size()) - i == 1;
      if (!affix || pieces.junction(i) == Junction.ENDING) {
        return;
      }
    } else if (pieces.endAfter(i, syllables.size()) - pieces.startBefore(i) > LONG_PIECE
        && !lexicon.isTense(left + right)) {
      return;
    } else if (i - pieces.startBefore(i) == 2 && pieces.endAfter(i, syllables.size()) - i == 2) {
      return;
    }
    syllables.get(i).tense("sp26");
  }

  /** 항 20 다만: a suffix in ㄹ after a word of two or more syllables in ㄴ. */
  private void nasalRieul(AnalysedWord word, Pieces pieces, List<Syllable> syllables, int i) {
    String text = word.text();
    if (Hangul.coda(text.charAt(i - 1)) != 'ㄴ'
        || i < 2
        || !nasalSuffixes.contains(text.substring(i, i + 1))) {
      return;
    }
    boolean suffix = pieces.isStart(i) && pieces.endAfter(i, text.length()) - i == 1;
    boolean twoBefore = i - pieces.startBefore(i) >= 2;
    if (suffix && twoBefore && !lateralWords.contains(text.substring(i - 1, i + 1))
        || suffix && twoBefore && pieces.junction(i) == Junction.COMPOUND) {
      syllables.get(i).nasal("sp20x");
    }
  }
}
