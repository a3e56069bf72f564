package org.nangdok.speech.neural;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Boundary;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Mark;

/**
 * Word times where an engine gives none: the words are spread over the sound between its first and
 * its last audible moment, by how many phones they have.
 */
public final class EstimatedMarks {

  /** Below this share of the loudest sample a sound counts as silence. */
  private static final double AUDIBLE = 0.02;

  /** What a phrase boundary takes, in phones. */
  private static final double PAUSE = 3;

  private EstimatedMarks() {}

  /**
   * @param words the words of the sound, in order
   * @param from first sample of the sound
   * @param to one past the last
   * @param rate samples per second
   */
  public static List<Mark> of(List<SpokenWord> words, float[] samples, int from, int to, int rate) {
    float loudest = 0;
    for (int i = from; i < to; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    int first = from;
    int last = to;
    while (first < last && Math.abs(samples[first]) <= AUDIBLE * loudest) {
      first++;
    }
    while (last > first && Math.abs(samples[last - 1]) <= AUDIBLE * loudest) {
      last--;
    }
    return spread(words, first * 1000.0 / rate, last * 1000.0 / rate);
  }

  private static List<Mark> spread(List<SpokenWord> words, double start, double end) {
    double all = 0;
    for (int i = 0; i < words.size(); i++) {
      all += phones(words.get(i)) + (i + 1 < words.size() ? pause(words.get(i)) : 0);
    }
    var marks = new ArrayList<Mark>();
    double at = 0;
    for (SpokenWord word : words) {
      double next = at + phones(word);
      marks.add(
          new Mark(
              (int) (start + (end - start) * at / all),
              (int) (start + (end - start) * next / all),
              word.start(),
              word.end()));
      at = next + pause(word);
    }
    return marks;
  }

  private static double pause(SpokenWord word) {
    return word.boundary() == Boundary.INTONATIONAL ? PAUSE : 0;
  }

  /** About how many phones a word has, at least one. */
  static int phones(SpokenWord word) {
    int phones = word.pronounced().codePoints().map(EstimatedMarks::phones).sum();
    return Math.max(1, phones);
  }

  private static int phones(int letter) {
    if (letter >= 0xAC00 && letter <= 0xD7A3) {
      int syllable = letter - 0xAC00;
      boolean onset = syllable / 588 != 11; // ㅇ
      boolean coda = syllable % 28 != 0;
      return 1 + (onset ? 1 : 0) + (coda ? 1 : 0);
    }
    if (Character.isIdeographic(letter)) {
      return 3;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
    if (script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA) {
      return 2;
    }
    return Character.isLetterOrDigit(letter) ? 1 : 0;
  }
}
