package org.nangdok.speech.espeak;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Mark;

/**
 * Spoken Korean and when each syllable is heard.
 *
 * @param samples 16 bits, mono
 * @param sampleRate samples per second
 * @param syllables in the order of the plan
 */
@SuppressWarnings("ArrayRecordComponent") // large and handed on at once, never compared
public record KoreanSound(short[] samples, int sampleRate, List<Times> syllables) {

  public KoreanSound {
    syllables = List.copyOf(syllables);
  }

  /**
   * Where a syllable is, in samples.
   *
   * @param start its onset
   * @param vowelStart its vowel, transitions included
   * @param vowelEnd its coda, or its end
   * @param end one past its last sample
   */
  public record Times(int start, int vowelStart, int vowelEnd, int end) {

    Times shifted(int samples) {
      return new Times(start + samples, vowelStart + samples, vowelEnd + samples, end + samples);
    }
  }

  /** When each word is heard. */
  public List<Mark> marks(Reading reading, List<Phrase> plan) {
    var marks = new ArrayList<Mark>();
    List<Target> targets = Phrase.targets(plan);
    int first = 0;
    for (int i = 1; i <= targets.size(); i++) {
      if (i == targets.size() || targets.get(i).word() != targets.get(first).word()) {
        SpokenWord word = reading.words().get(targets.get(first).word());
        marks.add(
            new Mark(
                millis(syllables.get(first).start()),
                millis(syllables.get(i - 1).end()),
                word.start(),
                word.end()));
        first = i;
      }
    }
    return marks;
  }

  private int millis(int sample) {
    return (int) (sample * 1000L / sampleRate);
  }
}
