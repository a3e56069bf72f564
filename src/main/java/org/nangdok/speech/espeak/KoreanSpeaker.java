package org.nangdok.speech.espeak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.PhonemeSpelling.Spelled;

/**
 * Speaks planned Korean: clause by clause, each syllable with the pitch and the length that were
 * planned. The library's own lengths depend on the neighbours, so a clause is rendered, measured
 * and rendered again with corrected lengths, always as often: the same sentence must last as long
 * every time.
 */
final class KoreanSpeaker {

  /** The library's rate at which its consonants are as long as those of {@code durations.tsv}. */
  private static final int RATE = 165;

  private static final int CORRECTIONS = 1;

  /** How much of a syllable a tone's length stretches. */
  private static final double STRETCHED = .55;

  private static final double CLAUSE_FINAL = 1.5;
  private static final double SHORTEST = 35;
  private static final double LONGEST = 255;
  private static final double STEEPEST = 2.5;

  /** Samples after the last phoneme, 30 ms. */
  private static final int FADE = 660;

  private final Espeak espeak;

  KoreanSpeaker(Espeak espeak) {
    this.espeak = espeak;
  }

  /**
   * Speaks a sentence.
   *
   * @param speed factor on the planned lengths
   */
  KoreanSound speak(List<Phrase> sentence, Speaker speaker, double speed) {
    var parts = new ArrayList<short[]>();
    var times = new ArrayList<KoreanSound.Times>();
    int length = 0;
    int sampleRate = 0;
    for (Phrase phrase : sentence) {
      for (List<List<Target>> clause : Clauses.split(phrase.accentual())) {
        Clause spoken = espeak.alone(() -> speakClause(clause, speaker, speed));
        int shift = length;
        spoken.alignment().times().forEach(time -> times.add(time.shifted(shift)));
        parts.add(spoken.samples());
        length += spoken.samples().length;
        sampleRate = spoken.sampleRate();
      }
      int rest = (int) (phrase.pauseMillis() * sampleRate / 1000 / speed) - FADE;
      short[] pause = new short[Math.max(rest, 0)];
      parts.add(pause);
      length += pause.length;
    }
    var samples = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, samples, at, part.length);
      at += part.length;
    }
    return new KoreanSound(samples, sampleRate, times);
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for one call
  record Clause(short[] samples, int sampleRate, Alignment alignment) {}

  /** Speaks accentual phrases without a pause between them. */
  Clause speakClause(List<List<Target>> phrases, Speaker speaker, double speed) {
    List<Target> targets = phrases.stream().flatMap(List::stream).toList();
    List<List<Spelled>> spelled =
        phrases.stream()
            .map(
                phrase ->
                    PhonemeSpelling.ESPEAK.spell(phrase.stream().map(Target::syllable).toList()))
            .toList();
    double[] wanted = targets.stream().mapToDouble(target -> target.millis() / speed).toArray();
    double[] lengths = guess(targets, wanted, speed);
    Clause clause = render(targets, spelled, lengths, speaker, speed);
    for (int i = 0; i < CORRECTIONS; i++) {
      double[] heard = millis(clause);
      for (int s = 0; s < lengths.length; s++) {
        lengths[s] = corrected(lengths[s], heard[s], wanted[s]);
      }
      clause = render(targets, spelled, lengths, speaker, speed);
    }
    return clause;
  }

  private static double[] guess(List<Target> targets, double[] wanted, double speed) {
    var lengths = new double[wanted.length];
    for (int i = 0; i < lengths.length; i++) {
      double espeak = Durations.espeak(targets.get(i).syllable()) / speed;
      lengths[i] = corrected(100, espeak, wanted[i]);
    }
    // The library lengthens the end of a clause by itself.
    lengths[lengths.length - 1] /= CLAUSE_FINAL;
    return lengths;
  }

  private static double corrected(double length, double heard, double wanted) {
    double change = (wanted - heard) / (STRETCHED * heard);
    return Math.clamp(length * (1 + change), SHORTEST, LONGEST);
  }

  private static double[] millis(Clause clause) {
    return clause.alignment().times().stream()
        .mapToDouble(time -> (time.end() - time.start()) * 1000.0 / clause.sampleRate())
        .toArray();
  }

  private Clause render(
      List<Target> targets,
      List<List<Spelled>> spelled,
      double[] lengths,
      Speaker speaker,
      double speed) {
    List<Tone> tones = tones(targets, lengths);
    var text = new StringBuilder();
    int tone = 0;
    for (List<Spelled> phrase : spelled) {
      text.append("[[");
      for (Spelled syllable : phrase) {
        text.append(syllable.withTone(Tone.name(tone++)));
      }
      text.append("]] ");
    }
    double expected = 1 + targets.stream().mapToDouble(Target::millis).sum() / 1000 / speed;
    Rendering rendering =
        espeak.render(
            speaker.variant(),
            (int) Math.round(RATE * speed),
            speaker.volume(),
            tones,
            text.toString().strip(),
            10 * expected);
    Alignment alignment = Alignment.of(spelled.stream().flatMap(List::stream).toList(), rendering);
    int end = alignment.times().getLast().end();
    if (silent(rendering.samples())) {
      throw new SpeechException("The Korean speech library was silent.");
    }
    return new Clause(faded(rendering.samples(), end), rendering.sampleRate(), alignment);
  }

  /** Tones whose slopes lead from the syllable before to the one after, without a jump. */
  private static List<Tone> tones(List<Target> targets, double[] lengths) {
    var tones = new ArrayList<Tone>();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      double movement = target.movement();
      if (movement == 0 && i > 0 && i + 1 < targets.size()) {
        double slope = (targets.get(i + 1).pitch() - targets.get(i - 1).pitch()) / 4;
        movement = Math.clamp(slope, -STEEPEST, STEEPEST);
      }
      tones.add(
          Tone.ofSemitones(
              target.pitch() - movement / 2, target.pitch() + movement / 2, lengths[i]));
    }
    return tones;
  }

  /** The last phoneme's event comes before it has died away: cut there, it would click. */
  private static short[] faded(short[] samples, int end) {
    short[] faded = Arrays.copyOf(samples, end + FADE);
    for (int i = 0; i < FADE; i++) {
      faded[end + i] = (short) (faded[end + i] * (FADE - i) / FADE);
    }
    return faded;
  }

  private static boolean silent(short[] samples) {
    for (short sample : samples) {
      if (Math.abs(sample) > 300) {
        return false;
      }
    }
    return true;
  }
}
