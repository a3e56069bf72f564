package org.nangdok.language.korean.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ko.POS;
import org.nangdok.language.korean.sound.Hangul;

/**
 * A word and its morphemes.
 *
 * @param draft the word
 * @param morphemes its morphemes with places inside the word; they cover it without gaps, or are
 *     empty where the tagger wasn't asked
 */
record AnalysedWord(Draft draft, List<Morpheme> morphemes) {

  String text() {
    return draft.spoken();
  }

  /** How many syllables belong to the noun that the word begins with; 0 if it doesn't. */
  int nounLength() {
    int end = 0;
    for (Morpheme morpheme : morphemes) {
      if (!morpheme.isNoun()) {
        break;
      }
      end = morpheme.end();
    }
    return end;
  }

  /** Whether it is a noun without particle. */
  boolean isBareNoun() {
    return !morphemes.isEmpty() && nounLength() == text().length();
  }

  /** Whether a clause in front of a noun ends in it (관형사형). */
  boolean isAdnominal() {
    return lastTag() == POS.Tag.ETM;
  }

  /** Whether it ends in the adnominal ending -(으)ㄹ. */
  boolean isProspective() {
    return isAdnominal() && Hangul.coda(text().charAt(text().length() - 1)) == 'ㄹ';
  }

  /** Whether it begins with a verb or adjective. */
  boolean startsWithVerb() {
    return switch (firstTag()) {
      case VV, VA, VX, VCN -> true;
      default -> false;
    };
  }

  /** Whether it begins with an auxiliary verb, or one of the words that are used as such. */
  boolean startsWithAuxiliary() {
    return firstTag() == POS.Tag.VX
        || text().startsWith("있")
        || text().startsWith("않")
        || text().startsWith("없");
  }

  /** Whether it begins with a noun that needs a word in front of it (것, 수, 바). */
  boolean startsWithBoundNoun() {
    return firstTag() == POS.Tag.NNB || firstTag() == POS.Tag.NNBC;
  }

  boolean startsWithNoun() {
    return !morphemes.isEmpty() && morphemes.getFirst().isNoun();
  }

  boolean isDeterminer() {
    return morphemes.size() == 1 && firstTag() == POS.Tag.MM;
  }

  boolean isAdverb() {
    return morphemes.size() == 1 && firstTag() == POS.Tag.MAG;
  }

  boolean endsInParticle() {
    return !morphemes.isEmpty() && morphemes.getLast().isParticle();
  }

  /** Whether it ends a clause that another follows (-고, -는데, -며). */
  boolean endsClause() {
    return lastTag() == POS.Tag.EC || lastTag() == POS.Tag.EF;
  }

  /** Whether it is a particle that belongs to the word before, which isn't plain Hangul. */
  boolean leansOn(AnalysedWord before, Set<String> particles) {
    Gap gap = before.draft().gap();
    return draft.role() == Role.PLAIN
        && (gap == Gap.NONE && before.draft().role() != Role.PLAIN
            || gap == Gap.QUOTED
            || gap == Gap.CLOSED)
        && particles.contains(text());
  }

  /** Sejong tags of its parts, joined by {@code +}; SN for numbers and SL for other readings. */
  String tags() {
    if (morphemes.isEmpty()) {
      return draft.role() == Role.NUMBER || draft.role() == Role.DIGITS ? "SN" : "SL";
    }
    return morphemes.stream()
        .flatMap(
            morpheme ->
                morpheme.parts().isEmpty()
                    ? Stream.of(morpheme.first())
                    : morpheme.parts().stream().map(Morpheme.Part::tag))
        .map(POS.Tag::name)
        .collect(Collectors.joining("+"));
  }

  POS.Tag firstTag() {
    return morphemes.isEmpty() ? POS.Tag.UNKNOWN : morphemes.getFirst().first();
  }

  POS.Tag lastTag() {
    return morphemes.isEmpty() ? POS.Tag.UNKNOWN : morphemes.getLast().last();
  }
}
