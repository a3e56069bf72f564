package org.nangdok.speech.neural.kokoro;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Mark;
import org.nangdok.speech.TimedPhone;

/**
 * When each symbol of a text is heard, in seconds, from its frames.
 *
 * @param symbols of the text
 * @param starts of each, and one past the end of the last
 */
record Times(List<Symbol> symbols, List<Double> starts) {

  /** The sound comes so much before its frames (measured on the signal). */
  static final double EARLY_SECONDS = .068;

  private static final double SECONDS_A_FRAME =
      (double) KokoroModel.SAMPLES_A_FRAME / KokoroModel.SAMPLE_RATE;

  /**
   * @param frames of each symbol, the two zeros included
   */
  static Times of(List<Symbol> symbols, float[] frames) {
    List<Double> starts = new ArrayList<>();
    double at = frames[0];
    for (int i = 0; i < symbols.size(); i++) {
      starts.add(at * SECONDS_A_FRAME - EARLY_SECONDS);
      at += frames[i + 1];
    }
    starts.add(at * SECONDS_A_FRAME - EARLY_SECONDS);
    return new Times(symbols, starts);
  }

  /** The same later, and faster by a factor. */
  Times moved(double seconds, double faster) {
    return new Times(symbols, starts.stream().map(start -> (start + seconds) / faster).toList());
  }

  /** When the first sound begins. */
  double first() {
    return starts.get(heard().getFirst());
  }

  /** When the last sound ends. */
  double last() {
    return starts.get(heard().getLast() + 1);
  }

  private List<Integer> heard() {
    List<Integer> heard = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      if (symbols.get(i).isHeard()) {
        heard.add(i);
      }
    }
    return heard;
  }

  /** When each word is heard. */
  List<Mark> marks(Reading reading) {
    List<Mark> marks = new ArrayList<>();
    List<Integer> heard = heard();
    for (int i = 0; i < heard.size(); i++) {
      int first = heard.get(i);
      int word = symbols.get(first).word();
      int last = first;
      while (i + 1 < heard.size() && symbols.get(heard.get(i + 1)).word() == word) {
        last = heard.get(++i);
      }
      SpokenWord spoken = reading.words().get(word);
      marks.add(
          new Mark(
              millis(starts.get(first)),
              millis(starts.get(last + 1)),
              spoken.start(),
              spoken.end()));
    }
    return marks;
  }

  /** When each sound is heard, marks of stress left out. */
  List<TimedPhone> phones(Reading reading) {
    List<TimedPhone> phones = new ArrayList<>();
    for (int i : heard()) {
      Symbol symbol = symbols.get(i);
      if (symbol.part() != Symbol.Part.MARK) {
        SpokenWord word = reading.words().get(symbol.word());
        phones.add(
            new TimedPhone(
                symbol.name(),
                millis(starts.get(i)),
                millis(starts.get(i + 1)),
                word.start(),
                word.end(),
                Math.max(0, symbol.syllable())));
      }
    }
    return phones;
  }

  private static int millis(double seconds) {
    return (int) Math.round(Math.max(0, seconds) * 1000);
  }
}
