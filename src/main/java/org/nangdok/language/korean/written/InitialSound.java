package org.nangdok.language.korean.written;

import org.nangdok.language.korean.sound.Hangul;

/** The law of initial sounds (두음 법칙, 한글 맞춤법 제10-12항) for readings of Chinese characters. */
final class InitialSound {

  private InitialSound() {}

  /** A syllable as it is written at the beginning of a word: 녀 is 여, 로 is 노. */
  static char of(char syllable) {
    char onset = Hangul.onset(syllable);
    char vowel = Hangul.vowel(syllable);
    boolean front = "ㅣㅑㅕㅛㅠㅖ".indexOf(vowel) >= 0;
    char initial =
        onset == 'ㄴ' && front || onset == 'ㄹ' && front ? 'ㅇ' : onset == 'ㄹ' ? 'ㄴ' : onset;
    return Hangul.compose(initial, vowel, Hangul.coda(syllable));
  }
}
