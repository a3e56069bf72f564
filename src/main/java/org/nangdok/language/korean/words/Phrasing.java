package org.nangdok.language.korean.words;

import java.util.List;
import java.util.Set;
import org.nangdok.language.Boundary;

/**
 * Where accentual and intonational phrases end (Seoul Korean; Jun, K-ToBI 3.1). A word is an
 * accentual phrase of its own unless it is joined to the next for one of the reasons in {@link
 * #joins}.
 */
final class Phrasing {

  /** Longest accentual phrase that is made of several words, in syllables. */
  private static final int LONGEST_ACCENTUAL = 11;

  /** Longest intonational phrase, in syllables; engines fail beyond 80. */
  private static final int LONGEST_INTONATIONAL = 60;

  /** From here on the end of a clause is a pause. */
  private static final int CLAUSE_PAUSE = 14;

  /** From here on a particle is followed by a pause. */
  private static final int PARTICLE_PAUSE = 28;

  /** Nouns of place that lean on the noun before them. */
  private static final Set<String> PLACES = Set.of("안", "위", "옆", "밖", "뒤", "앞", "속", "밑");

  /** Adverbs of negation, which lean on their verb. */
  private static final Set<String> NEGATIONS = Set.of("안", "못");

  private final Set<String> particles;

  Phrasing(KoreanLexicon lexicon) {
    particles = lexicon.group("particles");
  }

  /** What follows each word of a sentence. */
  Boundary[] boundaries(List<AnalysedWord> words) {
    var boundaries = new Boundary[words.size()];
    int accentual = 0;
    int intonational = 0;
    for (int i = 0; i < boundaries.length; i++) {
      AnalysedWord word = words.get(i);
      int length = word.text().length();
      accentual += length;
      intonational += length;
      if (i + 1 == boundaries.length) {
        boundaries[i] = Boundary.UTTERANCE;
        continue;
      }
      AnalysedWord next = words.get(i + 1);
      int joined = accentual + next.text().length();
      if (intonational + next.text().length() > LONGEST_INTONATIONAL) {
        boundaries[i] = Boundary.INTONATIONAL;
      } else {
        boolean counter = i > 0 && isNumber(words.get(i - 1)) && boundaries[i - 1] == Boundary.WORD;
        boundaries[i] = between(word, next, joined, intonational, counter);
      }
      if (boundaries[i] != Boundary.WORD) {
        accentual = 0;
      }
      if (boundaries[i] == Boundary.INTONATIONAL) {
        intonational = 0;
      }
    }
    return boundaries;
  }

  private Boundary between(
      AnalysedWord word, AnalysedWord next, int joined, int intonational, boolean counter) {
    Gap gap = word.draft().gap();
    if (gap == Gap.PAUSE) {
      return Boundary.INTONATIONAL;
    }
    if (next.leansOn(word, particles)) {
      return Boundary.WORD;
    }
    if (gap == Gap.LIGHT || gap == Gap.CLOSED || gap == Gap.QUOTED) {
      return Boundary.ACCENTUAL;
    }
    if (joins(word, next, joined, counter)) {
      return Boundary.WORD;
    }
    boolean pause =
        intonational >= CLAUSE_PAUSE && word.endsClause() && !next.startsWithAuxiliary()
            || intonational >= PARTICLE_PAUSE && word.endsInParticle();
    return pause ? Boundary.INTONATIONAL : Boundary.ACCENTUAL;
  }

  private boolean joins(AnalysedWord word, AnalysedWord next, int joined, boolean counter) {
    boolean afterNumber = isNumber(word);
    if (isNumber(next)) {
      return afterNumber && joined <= 2 * LONGEST_ACCENTUAL;
    }
    if (afterNumber && word.draft().gap() == Gap.NONE) {
      return joined <= 2 * LONGEST_ACCENTUAL;
    }
    if (word.draft().gap() == Gap.NONE) {
      return joined <= LONGEST_ACCENTUAL;
    }
    if (word.isProspective() && next.startsWithNoun()) {
      return joined <= LONGEST_ACCENTUAL + 4;
    }
    if (joined > LONGEST_ACCENTUAL) {
      return false;
    }
    if (next.startsWithBoundNoun() || word.isDeterminer()) {
      return true;
    }
    boolean short_ = joined <= 5;
    return NEGATIONS.contains(word.text()) && next.startsWithVerb()
        || short_ && word.isAdverb() && next.startsWithVerb()
        || joined <= 4 && word.isAdnominal() && next.startsWithNoun()
        || short_ && word.isBareNoun() && PLACES.contains(next.text())
        || short_ && !counter && isShortNoun(word) && isShortNounPartner(next)
        || joined <= 9 && word.endsClause() && next.startsWithAuxiliary();
  }

  /** One syllable is too little for a phrase of its own. */
  private static boolean isShortNoun(AnalysedWord word) {
    return word.isBareNoun() && word.text().length() == 1 && !word.startsWithBoundNoun();
  }

  private static boolean isShortNounPartner(AnalysedWord next) {
    return next.startsWithNoun() || next.startsWithVerb() || next.isDeterminer();
  }

  private static boolean isNumber(AnalysedWord word) {
    Role role = word.draft().role();
    return role == Role.NUMBER || role == Role.DIGITS;
  }
}
