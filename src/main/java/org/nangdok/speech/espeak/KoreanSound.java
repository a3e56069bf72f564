package org.nangdok.speech.espeak;

import java.util.List;

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
}
