package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Mark;
import org.nangdok.speech.TimedPhone;

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

  /** When each sound is heard. */
  public List<TimedPhone> phones(Reading reading, List<Phrase> plan) {
    var phones = new ArrayList<TimedPhone>();
    List<Target> targets = Phrase.targets(plan);
    for (int i = 0; i < targets.size(); i++) {
      Times times = syllables.get(i);
      SpokenWord word = reading.words().get(targets.get(i).word());
      boolean vowelHeard = false;
      for (String name : Allophones.of(targets.get(i).syllable())) {
        boolean vowel = Allophones.isVowel(name);
        int from = vowel ? times.vowelStart() : vowelHeard ? times.vowelEnd() : times.start();
        int to = vowel ? times.vowelEnd() : vowelHeard ? times.end() : times.vowelStart();
        phones.add(new TimedPhone(name, millis(from), millis(to), word.start(), word.end(), i));
        vowelHeard |= vowel;
      }
    }
    return phones;
  }

  private int millis(int sample) {
    return (int) (sample * 1000L / sampleRate);
  }
}
