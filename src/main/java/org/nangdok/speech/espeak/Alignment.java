package org.nangdok.speech.espeak;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.PhonemeSpelling.Spelled;
import org.nangdok.speech.espeak.Rendering.PhonemeEvent;

/**
 * Finds the syllables of a clause among the library's phoneme events.
 *
 * @param times one for each syllable
 * @param unexpected phonemes that sounded otherwise than they were written
 */
record Alignment(List<KoreanSound.Times> times, int unexpected) {

  /**
   * Matches the events with the phonemes that were asked for, in order.
   *
   * @throws SpeechException if a syllable is missing or too many are heard
   */
  static Alignment of(List<Spelled> syllables, Rendering rendering) {
    List<PhonemeEvent> events = rendering.phonemes();
    var times = new ArrayList<KoreanSound.Times>(syllables.size());
    int unexpected = 0;
    int at = 0;
    for (Spelled syllable : syllables) {
      int start = -1;
      int vowel = -1;
      int vowelEnd = -1;
      List<String> phonemes = syllable.phonemes();
      for (int p = 0; p < phonemes.size(); p++) {
        at = skipSilence(events, at);
        if (at == events.size()) {
          throw new SpeechException("The Korean speech library left out a syllable.");
        }
        if (!events.get(at).is(phonemes.get(p))) {
          unexpected++;
        }
        int sample = events.get(at).sample();
        if (p == 0) {
          start = sample;
        }
        if (p == syllable.before().size()) {
          vowel = sample;
        } else if (vowel >= 0 && vowelEnd < 0) {
          vowelEnd = sample;
        }
        at++;
      }
      int end = at < events.size() ? events.get(at).sample() : rendering.samples().length;
      times.add(new KoreanSound.Times(start, vowel, vowelEnd < 0 ? end : vowelEnd, end));
    }
    if (skipSilence(events, at) != events.size()) {
      throw new SpeechException("The Korean speech library said more than it was given.");
    }
    if (unexpected * 20 > events.size()) {
      throw new SpeechException("The Korean speech library said something else.");
    }
    return new Alignment(times, unexpected);
  }

  private static int skipSilence(List<PhonemeEvent> events, int from) {
    int at = from;
    while (at < events.size() && events.get(at).silent()) {
      at++;
    }
    return at;
  }
}
