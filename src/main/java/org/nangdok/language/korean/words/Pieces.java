package org.nangdok.language.korean.words;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Junction;

/** The places in a word at which one of its morphemes begins. */
final class Pieces {

  private final TreeMap<Integer, Junction> starts = new TreeMap<>();
  private final int nounLength;

  Pieces(AnalysedWord word) {
    nounLength = word.nounLength();
    starts.put(0, Junction.WORD);
    Morpheme before = null;
    for (Morpheme morpheme : word.morphemes()) {
      if (morpheme.start() > 0) {
        starts.put(morpheme.start(), junction(before, morpheme));
      }
      if (!morpheme.contracted()) {
        int at = morpheme.start();
        List<Morpheme.Part> parts = morpheme.parts();
        for (int i = 0; i + 1 < parts.size(); i++) {
          at += parts.get(i).form().length();
          if (at < morpheme.end()) {
            starts.put(at, Junction.COMPOUND);
          }
        }
      }
      before = morpheme;
    }
  }

  private static Junction junction(@Nullable Morpheme before, Morpheme morpheme) {
    if (morpheme.startsEnding()) {
      return before != null && before.isVerbStem() ? Junction.ENDING : Junction.PARTICLE;
    }
    if (morpheme.isDependent()) {
      return Junction.PARTICLE;
    }
    return Junction.COMPOUND;
  }

  Iterable<Integer> starts() {
    return starts.keySet();
  }

  boolean isStart(int at) {
    return starts.containsKey(at);
  }

  /** What stands before the syllable at a place. */
  Junction junction(int at) {
    return starts.getOrDefault(at, Junction.INSIDE);
  }

  /** Where the piece begins that ends at a place. */
  int startBefore(int at) {
    Integer start = starts.lowerKey(at);
    return start == null ? 0 : start;
  }

  /** Where the piece ends that begins at a place. */
  int endAfter(int at, int length) {
    Integer end = starts.higherKey(at);
    return end == null ? length : end;
  }

  /** Whether a particle or ending begins from one place up to another. */
  boolean isParticleIn(int from, int to) {
    return starts.subMap(from, to).values().stream()
        .anyMatch(junction -> junction == Junction.ENDING || junction == Junction.PARTICLE);
  }

  boolean isInsideNoun(int at) {
    return at < nounLength;
  }
}
