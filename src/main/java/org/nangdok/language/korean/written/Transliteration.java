package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.lexicon.TsvFile;

/**
 * English spelling as Hangul by letter groups ({@code letters.tsv}): good enough to be spoken where
 * a word isn't listed.
 */
final class Transliteration {

  private static final int LONGEST = 5;
  private static final String CODAS = "ㄱㄴㄹㅁㅂㅅㅇ";

  private final Map<String, String> groups = new HashMap<>();

  Transliteration(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/letters.tsv").rows()) {
      groups.put(row.field(0), row.field(1));
    }
  }

  /** A word in small letters. */
  String of(String word) {
    return compose(jamo("^" + word + "$"));
  }

  /** Letters of Hangul for the word, by the longest groups from left to right. */
  private List<Character> jamo(String bounded) {
    var jamo = new ArrayList<Character>();
    int at = 1;
    while (at < bounded.length() - 1) {
      int end = at;
      for (int length = LONGEST; length > 0; length--) {
        int last = at + length;
        if (last > bounded.length()) {
          continue;
        }
        String group = bounded.substring(at, last);
        String initial = at == 1 ? groups.get("^" + group) : null;
        String sounds = initial == null ? groups.get(group) : initial;
        if (sounds != null) {
          sounds.chars().filter(c -> c != '-').forEach(c -> jamo.add((char) c));
          end = last;
          break;
        }
      }
      at = Math.max(end, at + 1);
    }
    return jamo;
  }

  /** Syllables out of letters: a consonant without vowel is a coda or gets ㅡ. */
  private static String compose(List<Character> jamo) {
    var text = new StringBuilder();
    int at = 0;
    while (at < jamo.size()) {
      char onset = 'ㅇ';
      if (!isVowel(jamo.get(at))) {
        onset = jamo.get(at) == 'ㅇ' ? 'ㅇ' : jamo.get(at);
        at++;
      }
      char vowel = 'ㅡ';
      boolean voiced = at < jamo.size() && isVowel(jamo.get(at));
      if (voiced) {
        vowel = jamo.get(at++);
      } else if ("ㅈㅊㅉ".indexOf(onset) >= 0) {
        vowel = 'ㅣ';
      }
      char coda = Hangul.NONE;
      if (voiced && at < jamo.size() && CODAS.indexOf(jamo.get(at)) >= 0) {
        boolean open = at + 1 < jamo.size() && isVowel(jamo.get(at + 1));
        if (!open || jamo.get(at) == 'ㅇ') {
          coda = jamo.get(at++);
        }
      }
      text.append(Hangul.compose(onset, vowel, coda));
    }
    return text.toString();
  }

  private static boolean isVowel(char jamo) {
    return jamo >= 'ㅏ' && jamo <= 'ㅣ';
  }
}
