package org.nangdok.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;

/**
 * The first sentences of a reading in pieces, a short one and then longer ones, for voices whose
 * sound takes long to make: a piece is made while those before it are heard, so it is a little
 * shorter than they are together. Sentences are cut only where the prosody has a boundary and a
 * space is written, so that the pieces' texts are the sentence; one that is short enough stays
 * whole.
 */
final class OpeningPieces {

  /** Piper's networks make a sentence in a small part of its length. */
  private static final String FAST = "piper";

  /** Syllables of the first piece. */
  private static final int FIRST = 5;

  /**
   * The length of a piece in relation to all before it: where making takes .6 of real time and each
   * piece costs .3 seconds more, the listener is never ahead.
   */
  private static final double GROWTH = 1;

  /** Fewer aren't worth a piece. */
  private static final int FEWEST = 3;

  /** Syllables after which a listener is so far behind that whole sentences are in time. */
  private static final int ENOUGH = 110;

  /** Syllables of a second, as news are read. */
  private static final double SYLLABLES_A_SECOND = 5.5;

  /** Letters of a word that only leads to the next one, where nothing else tells phrases. */
  private static final int SHORT_WORD = 3;

  private double heard;

  /** Whether a voice takes so long that its sentences should open in pieces. */
  static boolean areNeeded(Voice voice, Catalogue catalogue) {
    return catalogue.quality(voice) > 0 && !voice.engine().equals(FAST);
  }

  /** The next sentence's pieces in order; the sentence alone if it is short or can't be cut. */
  List<Utterance> of(Utterance sentence) {
    List<Utterance> pieces = new ArrayList<>();
    Utterance rest = sentence;
    while (isTooLong(rest)) {
      int end = new Cuts(rest.reading()).best((int) mostNow());
      if (end < 0) {
        break;
      }
      Reading reading = rest.reading();
      int to = Cuts.gap(reading, end);
      Utterance piece = piece(rest, 0, end, 0, to, Reading.Kind.UNFINISHED);
      Utterance after =
          piece(rest, end, reading.words().size(), to, reading.text().length(), reading.kind());
      pieces.add(piece);
      hear(piece);
      rest = after;
    }
    pieces.add(rest);
    hear(rest);
    return pieces;
  }

  private double mostNow() {
    return Math.max(FIRST, GROWTH * heard);
  }

  private boolean isTooLong(Utterance sentence) {
    return heard < ENOUGH && syllables(sentence.reading().words()) > mostNow();
  }

  private void hear(Utterance utterance) {
    heard += syllables(utterance.reading().words());
    heard += utterance.pauseAfter().toMillis() / 1000.0 * SYLLABLES_A_SECOND;
  }

  private static int syllables(List<SpokenWord> words) {
    return words.stream().mapToInt(OpeningPieces::syllables).sum();
  }

  /** Hangul has one a letter; elsewhere three letters are about one. */
  private static int syllables(SpokenWord word) {
    long hangul = word.pronounced().chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
    return hangul > 0 ? (int) hangul : (word.pronounced().length() + 2) / 3;
  }

  /**
   * Where a sentence may be cut.
   *
   * @param sentence what is read
   */
  private record Cuts(Reading sentence) {

    /**
     * One past the last word of a piece, or -1 where none can be cut off: the last phrase that
     * fits, or a clause if that isn't much shorter, or in need the first phrase; where nothing
     * tells phrases, rather the last word that fits.
     */
    int best(int most) {
      int phrase = -1;
      int clause = -1;
      int word = -1;
      int before = 0;
      for (int i = 0; i + 1 < sentence.words().size() && (before <= most || phrase < 0); i++) {
        before += syllables(sentence.words().get(i));
        if (!isPossible(i, before)) {
          continue;
        }
        boolean fits = before <= most;
        word = fits ? i + 1 : word;
        if (isPhrase(i) && (fits || phrase < 0)) {
          phrase = fits || word < 0 || hasPhrases() ? i + 1 : word;
          clause = isClause(sentence.words().get(i)) && 2 * before >= most ? i + 1 : clause;
        }
      }
      return clause < 0 ? phrase : clause;
    }

    /** Whether enough is left on both sides, and a space stands between. */
    private boolean isPossible(int i, int before) {
      return before >= FEWEST
          && syllables(sentence.words().subList(i + 1, sentence.words().size())) >= FEWEST
          && gap(sentence, i + 1) >= 0;
    }

    private boolean isPhrase(int i) {
      return sentence.words().get(i).boundary().compareTo(Boundary.ACCENTUAL) >= 0
          || !hasPhrases() && isBeforeShort(i);
    }

    private boolean hasPhrases() {
      return sentence.words().stream().anyMatch(word -> word.boundary() == Boundary.ACCENTUAL);
    }

    /** A phrase begins with its short function words (Liberman and Church 1992). */
    private boolean isBeforeShort(int i) {
      return sentence.words().get(i).spoken().length() > SHORT_WORD
          && sentence.words().get(i + 1).spoken().length() <= SHORT_WORD;
    }

    /** Where the text before a word ends, spaces included; -1 if no space stands there. */
    static int gap(Reading sentence, int word) {
      int from = sentence.words().get(word - 1).end();
      for (int i = sentence.words().get(word).start(); i > from; i--) {
        if (Character.isWhitespace(sentence.text().charAt(i - 1))) {
          return i;
        }
      }
      return -1;
    }
  }

  private static boolean isClause(SpokenWord word) {
    return word.boundary().compareTo(Boundary.INTONATIONAL) >= 0;
  }

  /** What would be silent there if the sentence were spoken whole. */
  private static Duration inside(SpokenWord last, String text, Utterance whole) {
    if (!isClause(last)) {
      return Duration.ZERO;
    }
    boolean sign = !Character.isLetterOrDigit(text.charAt(text.length() - 1));
    return Duration.ofMillis(Math.round(Prosody.pauseMillis(sign) / whole.delivery().speed()));
  }

  /** A sentence's words and text between two places. */
  private static Utterance piece(
      Utterance whole, int first, int end, int from, int to, Reading.Kind kind) {
    Reading sentence = whole.reading();
    List<SpokenWord> words = sentence.words().subList(first, end);
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
    boolean last = end == sentence.words().size();
    String text = sentence.text().substring(from, to);
    Duration pause =
        last ? whole.pauseAfter() : inside(words.getLast(), text.stripTrailing(), whole);
    var reading = new Reading(last ? text : text.stripTrailing(), sentence.language(), kind, moved);
    return new Utterance(reading, whole.normaliser(), whole.voice(), whole.delivery(), pause);
  }
}
