package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;

/**
 * Plans the melody and rhythm of a sentence of Seoul Korean (K-ToBI 3.1): accentual phrases T H L
 * H, T high after an aspirated or tense consonant, ㅅ and ㅎ, each phrase lower than the one before;
 * a boundary tone on the last syllable of an intonational phrase; the last vowel of an accentual
 * phrase lengthened by 1.3, of an intonational phrase by 1.8.
 */
public final class Prosody {

  /** Changes whenever the same words get another melody or rhythm. */
  public static final String VERSION = "2";

  private static final double LOW = -1.7;
  private static final double HIGH = 1.7;
  private static final double INITIAL_LOW = -1.3;
  private static final double INITIAL_HIGH = 1.4;

  /** Register of the first accentual phrase, and how much each later one is lower. */
  private static final double START = 1.4;

  private static final double DOWNSTEP = .7;
  private static final double LOWEST_REGISTER = -2.2;

  /** How much lower each later intonational phrase starts, twice at most. */
  private static final double LATER_START = .4;

  private static final double ACCENTUAL_FINAL = 1.3;
  private static final double INTONATIONAL_FINAL = 1.8;

  /** Silences by what ends a phrase: {@code clause}, or a {@code sign} that is written. */
  private static final Map<String, Integer> PAUSES = new HashMap<>();

  static {
    Table.readShipped(
        Prosody.class,
        "pauses.tsv",
        2,
        row -> PAUSES.put(row.cells().get(0), Integer.valueOf(row.cells().get(1))));
  }

  private static final String SIGNS = "|,;:—–…()\"“”、，·/\n";

  private Prosody() {}

  /**
   * One word to plan.
   *
   * @param syllables as they sound; when empty, only the boundary counts
   * @param boundary what follows it
   * @param hasSign whether a sign is written behind it, not only a clause ends
   */
  public record Word(List<Syllable> syllables, Boundary boundary, boolean hasSign) {

    /** A word behind which a pause, if there is one, has a sign. */
    public Word(List<Syllable> syllables, Boundary boundary) {
      this(syllables, boundary, true);
    }
  }

  /** Plans a sentence as a front-end read it; {@link Target#word} counts its words. */
  public static List<Phrase> plan(Reading reading) {
    var words = new ArrayList<Word>();
    List<SpokenWord> spoken = reading.words();
    for (int i = 0; i < spoken.size(); i++) {
      SpokenWord word = spoken.get(i);
      int next = i + 1 < spoken.size() ? spoken.get(i + 1).start() : reading.text().length();
      words.add(
          new Word(
              Syllable.of(word.pronounced()),
              word.boundary(),
              hasSign(reading.text(), word.end(), next)));
    }
    return plan(words, reading.kind());
  }

  /** Plans a sentence; {@link Target#word} counts the given words. */
  public static List<Phrase> plan(List<Word> words, Reading.Kind kind) {
    List<List<List<Target>>> sentence = group(words);
    var plan = new ArrayList<Phrase>();
    for (int i = 0; i < sentence.size(); i++) {
      boolean last = i + 1 == sentence.size();
      BoundaryTone end = last ? BoundaryTone.of(kind) : BoundaryTone.CONTINUATION;
      double start = START - LATER_START * Math.min(i, 2);
      plan.add(
          new Phrase(
              intone(sentence.get(i), start, end),
              last ? 0 : pause(words.get(sentence.get(i).getLast().getLast().word()))));
    }
    return plan;
  }

  private static boolean hasSign(String text, int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(to, text.length()); at++) {
      if (SIGNS.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int pause(Word last) {
    return pauseMillis(last.hasSign);
  }

  /** Silence behind an intonational phrase inside a sentence, in milliseconds at speed 1. */
  public static int pauseMillis(boolean hasSign) {
    return PAUSES.getOrDefault(hasSign ? "sign" : "clause", 0);
  }

  /** Words as intonational phrases of accentual phrases of syllables, with their plain lengths. */
  private static List<List<List<Target>>> group(List<Word> words) {
    var sentence = new ArrayList<List<List<Target>>>();
    var intonational = new ArrayList<List<Target>>();
    var accentual = new ArrayList<Target>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      for (Syllable syllable : word.syllables()) {
        accentual.add(new Target(syllable, i, 0, 0, Durations.target(syllable)));
      }
      boolean last = i + 1 == words.size();
      if (!accentual.isEmpty() && (last || word.boundary() != Boundary.WORD)) {
        intonational.add(List.copyOf(accentual));
        accentual.clear();
      }
      if (!intonational.isEmpty()
          && (last || word.boundary().compareTo(Boundary.INTONATIONAL) >= 0)) {
        sentence.add(List.copyOf(intonational));
        intonational.clear();
      }
    }
    return sentence;
  }

  private static List<List<Target>> intone(
      List<List<Target>> phrases, double start, BoundaryTone end) {
    var intoned = new ArrayList<List<Target>>();
    for (int i = 0; i < phrases.size(); i++) {
      double register = Math.max(start - DOWNSTEP * i, LOWEST_REGISTER);
      boolean last = i + 1 == phrases.size();
      List<Target> plain = phrases.get(i);
      double[] melody = melody(plain.size(), plain.getFirst().syllable().startsHigh());
      var phrase = new ArrayList<Target>(plain.size());
      for (int s = 0; s < melody.length; s++) {
        Target target = plain.get(s);
        boolean isFinal = s + 1 == melody.length;
        double pitch = register + melody[s];
        double movement = 0;
        double factor = 1;
        if (isFinal) {
          factor = last ? INTONATIONAL_FINAL : ACCENTUAL_FINAL;
        }
        if (isFinal && last) {
          pitch = end.middle();
          movement = end.movement();
        }
        double millis = target.millis() + (factor - 1) * Durations.vowelTarget(target.syllable());
        phrase.add(new Target(target.syllable(), target.word(), pitch, movement, millis));
      }
      intoned.add(List.copyOf(phrase));
    }
    return intoned;
  }

  /**
   * T on the first syllable, H on the second, L on the last but one, H on the last, straight lines
   * between; fewer than four syllables leave out the tones in the middle.
   */
  private static double[] melody(int syllables, boolean startsHigh) {
    double first = startsHigh ? INITIAL_HIGH : INITIAL_LOW;
    switch (syllables) {
      case 1:
        return new double[] {(first + HIGH) / 2};
      case 2:
        return new double[] {first, HIGH};
      case 3:
        return new double[] {first, startsHigh ? LOW / 2 : HIGH / 2, HIGH};
      default:
        var melody = new double[syllables];
        melody[0] = first;
        int penult = syllables - 2;
        for (int i = 1; i <= penult; i++) {
          melody[i] = penult == 1 ? LOW : HIGH + (LOW - HIGH) * (i - 1) / (penult - 1);
        }
        melody[syllables - 1] = HIGH;
        return melody;
    }
  }
}
