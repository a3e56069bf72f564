package org.nangdok.language.korean.loan;

import org.nangdok.language.korean.sound.Hangul;

/** Hangul syllables as they are put together from left to right. */
final class Syllables {

  private final StringBuilder text = new StringBuilder();

  /** An onset and its vowels; the second vowel letter begins a syllable of its own. */
  void add(char onset, String vowels) {
    char first = onset;
    for (char vowel : vowels.toCharArray()) {
      text.append(Hangul.compose(first, plain(first, vowel), Hangul.NONE));
      first = 'ㅇ';
    }
  }

  /** ㅈ and ㅊ have no glide behind them (제2장). */
  private static char plain(char onset, char vowel) {
    int row = "ㅑㅕㅛㅠㅒㅖ".indexOf(vowel);
    return "ㅈㅊㅉ".indexOf(onset) >= 0 && row >= 0 ? "ㅏㅓㅗㅜㅐㅔ".charAt(row) : vowel;
  }

  /** A coda of the last syllable; a syllable of its own where it has one already. */
  void coda(char coda) {
    int last = text.length() - 1;
    if (last < 0 || Hangul.coda(text.charAt(last)) != Hangul.NONE) {
      add(coda == 'ㅇ' ? 'ㄱ' : coda, "ㅡ");
      return;
    }
    char syllable = text.charAt(last);
    text.setCharAt(last, Hangul.compose(Hangul.onset(syllable), Hangul.vowel(syllable), coda));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean endsOpen() {
    return !text.isEmpty() && Hangul.coda(text.charAt(text.length() - 1)) == Hangul.NONE;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
