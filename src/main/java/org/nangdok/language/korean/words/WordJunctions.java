package org.nangdok.language.korean.words;

import java.util.Set;
import org.apache.lucene.analysis.ko.POS;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.sound.Junction;
import org.nangdok.language.korean.sound.Syllable;

/** Marks where two words meet inside an accentual phrase. */
final class WordJunctions {

  private final Set<String> insertingNouns;
  private final Set<String> insertingVerbs;
  private final Set<String> insertingCounters;
  private final Set<String> neverClauses;
  private final Set<String> particles;

  WordJunctions(KoreanLexicon lexicon) {
    insertingNouns = lexicon.group("insert-after-clause");
    insertingVerbs = lexicon.group("insert-verb");
    insertingCounters = lexicon.group("insert-counter");
    particles = lexicon.group("particles");
    neverClauses = lexicon.group("noun-like-clause");
  }

  void mark(AnalysedWord left, AnalysedWord right, Syllable first) {
    boolean particle = right.leansOn(left, particles);
    first.before(particle ? Junction.PARTICLE : Junction.WORD);
    char last = left.text().charAt(left.text().length() - 1);
    char coda = Hangul.coda(last);
    boolean number = left.draft().role() == Role.NUMBER || left.lastTag() == POS.Tag.NR;
    if (left.isProspective() && !neverClauses.contains(left.text())) {
      first.tense("sp27");
    } else if (number && coda == 'ㄹ' && "ㄷㅅㅈ".indexOf(Hangul.onset(first.written())) >= 0) {
      first.tense("sp26");
    } else if (number && (last == '열' || last == '덟')) {
      first.tense("sp28");
    } else if (number && right.text().startsWith("점") && right.draft().role() == Role.PLAIN) {
      first.tense("news.hanja_tense");
    } else if (isClass(left, right)) {
      first.tense("news.hanja_tense");
    }
    if (coda != Hangul.NONE && !particle && inserts(left, right, number)) {
      first.insertion("sp29b2");
    }
  }

  /** Whether 급 makes a class of a unit or an abbreviation: 63kg급, A급 (-급 [끕]; 9급 stays). */
  private static boolean isClass(AnalysedWord left, AnalysedWord right) {
    return left.draft().role() == Role.READING
        && left.draft().gap() == Gap.NONE
        && right.draft().role() == Role.PLAIN
        && right.text().startsWith("급");
  }

  /** 항 29 붙임 2. */
  private boolean inserts(AnalysedWord left, AnalysedWord right, boolean number) {
    if (number) {
      return insertingCounters.stream().anyMatch(right.text()::startsWith);
    }
    String stem = right.morphemes().isEmpty() ? right.text() : right.morphemes().getFirst().form();
    if (left.isAdnominal() || left.text().equals("한")) {
      return right.startsWithNoun() && insertingNouns.contains(stem);
    }
    return (left.isAdverb() || left.isBareNoun())
        && right.startsWithVerb()
        && insertingVerbs.contains(stem.substring(0, 1));
  }
}
