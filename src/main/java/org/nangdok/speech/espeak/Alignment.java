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

  /** Samples this small are the silence of a closure. */
  private static final int SILENT = 8;

  /**
   * Matches the events with the phonemes that were asked for, in order.
   *
   * @throws SpeechException if a syllable is missing or too many are heard
   */
  static Alignment of(List<Spelled> syllables, Rendering rendering) {
    List<String> written = syllables.stream().flatMap(s -> s.phonemes().stream()).toList();
    List<PhonemeEvent> heard = rendering.phonemes().stream().filter(event -> !event.own()).toList();
    if (heard.size() < written.size()) {
      throw new SpeechException("The Korean speech library left out a syllable.");
    }
    if (heard.size() > written.size()) {
      throw new SpeechException("The Korean speech library said more than it was given.");
    }
    int unexpected = 0;
    for (int i = 0; i < written.size(); i++) {
      if (!heard.get(i).is(written.get(i))) {
        unexpected++;
      }
    }
    if (unexpected * 20 > written.size()) {
      throw new SpeechException("The Korean speech library said something else.");
    }
    int[] begins = begins(heard, rendering);
    var times = new ArrayList<KoreanSound.Times>(syllables.size());
    int first = 0;
    for (Spelled syllable : syllables) {
      int vowel = first + syllable.before().size();
      int next = vowel + 1 + syllable.after().size();
      times.add(
          new KoreanSound.Times(begins[first], begins[vowel], begins[vowel + 1], begins[next]));
      first = next;
    }
    return new Alignment(times, unexpected);
  }

  /**
   * Where each phoneme begins, and the end of the last. The library reports a stop at its release:
   * the silence of its closure is found in the sound.
   */
  private static int[] begins(List<PhonemeEvent> heard, Rendering rendering) {
    var begins = new int[heard.size() + 1];
    for (int i = 0; i < heard.size(); i++) {
      int begin = heard.get(i).sample();
      int before = i == 0 ? 0 : heard.get(i - 1).sample();
      while (begin > before && Math.abs(rendering.samples()[begin - 1]) <= SILENT) {
        begin--;
      }
      begins[i] = begin;
    }
    PhonemeEvent last = heard.getLast();
    begins[heard.size()] =
        rendering.phonemes().stream()
            .mapToInt(PhonemeEvent::sample)
            .filter(sample -> sample > last.sample())
            .findFirst()
            .orElse(rendering.samples().length);
    return begins;
  }
}
