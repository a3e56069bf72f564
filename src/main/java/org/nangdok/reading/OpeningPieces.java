package org.nangdok.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.utterance.Utterance;

/**
 * The first sentence of a reading in pieces, a short one and then longer ones, for voices whose
 * sound takes long to make: what is heard first is made first. It is cut only where the prosody has
 * a boundary and a space is written, so that the pieces' texts are the sentence.
 */
final class OpeningPieces {

  /** Syllables of the first piece and of the second; what follows is one. */
  private static final int[] SYLLABLES = {6, 12};

  /** Fewer aren't worth a piece. */
  private static final int FEWEST = 3;

  private static final Duration CLAUSE = Duration.ofMillis(300);

  private final Reading sentence;
  private final Utterance whole;
  private final List<Utterance> pieces = new ArrayList<>();

  private OpeningPieces(Utterance whole) {
    this.whole = whole;
    this.sentence = whole.reading();
  }

  /** The pieces in order; the sentence alone if it can't be cut. */
  static List<Utterance> of(Utterance sentence) {
    return new OpeningPieces(sentence).cut();
  }

  private List<Utterance> cut() {
    List<SpokenWord> words = sentence.words();
    if (words.isEmpty()) {
      return List.of(whole);
    }
    int first = 0;
    int text = 0;
    for (int syllables : SYLLABLES) {
      int end = end(words, first, syllables);
      if (end < 0) {
        break;
      }
      int to = gap(words, end);
      pieces.add(piece(words.subList(first, end), text, to, Reading.Kind.UNFINISHED));
      first = end;
      text = to;
    }
    pieces.add(piece(words.subList(first, words.size()), text, sentence.text().length(), null));
    return pieces;
  }

  /** One past the last word of a piece, or -1 where none can be cut off. */
  private int end(List<SpokenWord> words, int first, int most) {
    int best = -1;
    int heard = 0;
    for (int i = first; i + 1 < words.size(); i++) {
      heard += syllables(words.get(i));
      boolean fits = heard <= most || best < 0;
      if (fits && heard >= FEWEST && isCut(words, i) && rest(words, i + 1) >= FEWEST) {
        best = i + 1;
      }
      if (heard > most) {
        break;
      }
    }
    return best;
  }

  private boolean isCut(List<SpokenWord> words, int i) {
    return words.get(i).boundary().compareTo(Boundary.ACCENTUAL) >= 0 && gap(words, i + 1) >= 0;
  }

  /** Where the text before a word ends, spaces included; -1 if no space stands there. */
  private int gap(List<SpokenWord> words, int word) {
    int from = words.get(word - 1).end();
    for (int i = words.get(word).start(); i > from; i--) {
      if (Character.isWhitespace(sentence.text().charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private static int rest(List<SpokenWord> words, int from) {
    return words.subList(from, words.size()).stream().mapToInt(OpeningPieces::syllables).sum();
  }

  /** Hangul has one a letter; elsewhere three letters are about one. */
  private static int syllables(SpokenWord word) {
    long hangul = word.pronounced().chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
    return hangul > 0 ? (int) hangul : (word.pronounced().length() + 2) / 3;
  }

  /**
   * @param kind null for the sentence's own end
   */
  private Utterance piece(
      List<SpokenWord> words,
      int from,
      int to,
      Reading.@org.jspecify.annotations.Nullable Kind kind) {
    List<SpokenWord> moved =
        words.stream()
            .map(
                word ->
                    new SpokenWord(
                        word.spoken(),
                        word.pronounced(),
                        word.start() - from,
                        word.end() - from,
                        word.boundary()))
            .toList();
    String text = sentence.text().substring(from, to).stripTrailing();
    var reading =
        new Reading(text, sentence.language(), kind == null ? sentence.kind() : kind, moved);
    boolean clause = words.getLast().boundary().compareTo(Boundary.INTONATIONAL) >= 0;
    Duration pause = kind == null ? whole.pauseAfter() : clause ? CLAUSE : Duration.ZERO;
    return new Utterance(reading, whole.normaliser(), whole.voice(), whole.delivery(), pause);
  }
}
