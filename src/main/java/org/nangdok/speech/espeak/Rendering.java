package org.nangdok.speech.espeak;

import java.util.List;

/**
 * What one call of libespeak-ng gave.
 *
 * @param samples 16 bits, mono
 * @param sampleRate samples per second
 * @param phonemes the phonemes in the order in which they sound, pauses included
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record Rendering(short[] samples, int sampleRate, List<PhonemeEvent> phonemes) {

  /**
   * A phoneme begins.
   *
   * @param name as the library gives it: 8 bytes, garbage may follow a name of 4
   * @param sample where, from the start
   */
  record PhonemeEvent(String name, int sample) {

    /**
     * Whether it is no phoneme that was asked for: silence, a change of language, or the glide with
     * which the library links ㅣ to a vowel.
     */
    boolean own() {
      return name.isEmpty() || name.startsWith("_") || name.startsWith("(") || name.startsWith(";");
    }

    /** Whether it is the phoneme with this mnemonic. */
    boolean is(String mnemonic) {
      return mnemonic.length() < 4 ? name.equals(mnemonic) : name.startsWith(mnemonic);
    }
  }
}
