package org.nangdok.language.korean.words;

import java.util.List;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.sound.Junction;
import org.nangdok.language.korean.sound.Syllable;

/** How number words join: 십육 has ㄴ (항 29), 칠십 is tense (항 26), 점 after a number too. */
final class NumberMarks {

  private NumberMarks() {}

  static void mark(List<Syllable> number) {
    for (int i = 1; i < number.size(); i++) {
      char left = number.get(i - 1).written();
      Syllable right = number.get(i);
      char coda = Hangul.coda(left);
      boolean six = right.written() == '육';
      boolean native_ =
          right.written() == '여'
              && i + 1 < number.size()
              && "섯덟".indexOf(number.get(i + 1).written()) >= 0;
      if (coda != Hangul.NONE && coda != 'ㅇ' && (six || native_) && left != '점') {
        right.insertion(six && left == '일' ? null : "sp29");
        right.before(Junction.COMPOUND);
      }
      if (coda == 'ㄹ' && "ㄷㅅㅈ".indexOf(Hangul.onset(right.written())) >= 0) {
        right.tense("sp26");
      }
      if (right.written() == '점') {
        right.tense("news.hanja_tense");
      }
    }
  }
}
