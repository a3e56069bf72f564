package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.List;

/**
 * Planned against heard: the pitch at the middle of every vowel and the length of every syllable.
 *
 * @param notes one for each syllable in which a pitch was found
 * @param syllables all syllables
 */
record Melody(List<Note> notes, List<Length> syllables) {

  /** Hertz at a place. */
  record Note(double seconds, double target, double heard) {

    double error() {
      return 12 * Math.log(heard / target) / Math.log(2);
    }
  }

  /**
   * Milliseconds of a syllable.
   *
   * @param finalPhrase whether it is the last of an intonational phrase
   */
  record Length(double target, double heard, boolean finalPhrase) {}

  static Melody of(List<Phrase> plan, KoreanSound sound, double referenceHertz) {
    var notes = new ArrayList<Note>();
    var lengths = new ArrayList<Length>();
    List<Target> targets = Phrase.targets(plan);
    var finals = new ArrayList<Integer>();
    int count = 0;
    for (Phrase phrase : plan) {
      count += phrase.accentual().stream().mapToInt(List::size).sum();
      finals.add(count - 1);
    }
    for (int i = 0; i < targets.size(); i++) {
      KoreanSound.Times times = sound.syllables().get(i);
      int middle = (times.vowelStart() + times.vowelEnd()) / 2;
      double target = referenceHertz * Math.pow(2, targets.get(i).pitch() / 12);
      double heard =
          PitchTracker.hertz(
              sound.samples(),
              sound.sampleRate(),
              middle,
              referenceHertz / 1.8,
              referenceHertz * 1.8);
      if (!Double.isNaN(heard)) {
        notes.add(new Note(middle / (double) sound.sampleRate(), target, heard));
      }
      double millis = (times.end() - times.start()) * 1000.0 / sound.sampleRate();
      lengths.add(new Length(targets.get(i).millis(), millis, finals.contains(i)));
    }
    return new Melody(notes, lengths);
  }

  /** Root of the mean squared error in semitones. */
  static double semitones(List<Melody> melodies) {
    return Math.sqrt(
        melodies.stream()
            .flatMap(melody -> melody.notes().stream())
            .mapToDouble(note -> note.error() * note.error())
            .average()
            .orElse(Double.NaN));
  }

  /** Mean error in semitones. */
  static double bias(List<Melody> melodies) {
    return melodies.stream()
        .flatMap(melody -> melody.notes().stream())
        .mapToDouble(Note::error)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * How much longer or shorter than planned, as a share: the mean over final or other syllables.
   */
  static double lengthening(List<Melody> melodies, boolean finalPhrase) {
    return melodies.stream()
            .flatMap(melody -> melody.syllables().stream())
            .filter(length -> length.finalPhrase() == finalPhrase)
            .mapToDouble(length -> length.heard() / length.target())
            .average()
            .orElse(Double.NaN)
        - 1;
  }
}
