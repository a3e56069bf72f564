package org.nangdok.language.korean.signs;

import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * Japanese syllables as Hangul by the loanword rules (외래어 표기법, 일본어; ICU's {@code ja_Latn-ko}); long
 * vowels aren't marked.
 */
final class Kana implements Speller {

  /** ICU's rules, read with the first Japanese syllable: they take a fifth of a second. */
  private static final class Rules {
    static final Transliterator LATIN =
        Transliterator.getInstance("NFKC; Katakana-Hiragana; Hiragana-Latin; NFC");
    static final Transliterator HANGUL = Transliterator.getInstance("ja_Latn-ko");

    private Rules() {}
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    int end = at;
    while (end < text.length() && isKana(text.charAt(end))) {
      end++;
    }
    if (end == at || text.charAt(at) == 'ー') {
      return null;
    }
    String latin =
        Rules.LATIN
            .transliterate(text.substring(at, end))
            .replaceAll("[ー~\u0304]", "")
            .replace("ou", "o")
            .replaceAll("([aou])\\1", "$1");
    String spoken = Rules.HANGUL.transliterate(latin).replaceAll("[^가-힣]", "");
    return spoken.isEmpty() ? null : new Respelled.Change("kana", at, end, spoken);
  }

  private static boolean isKana(char c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return (script == Character.UnicodeScript.HIRAGANA
            || script == Character.UnicodeScript.KATAKANA
            || c == 'ー'
            || c == 'ﾞ'
            || c == 'ﾟ')
        && c != '・';
  }
}
