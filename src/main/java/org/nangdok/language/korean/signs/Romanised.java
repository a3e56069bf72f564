package org.nangdok.language.korean.signs;

import java.util.Map;
import org.nangdok.language.korean.sound.Hangul;

/** Romanised words of other scripts as Hangul by their sounds, after the loanword rules. */
final class Romanised {

  private static final String VOWELS = "aeiou";
  private static final String PLAIN = "ㅏㅔㅣㅗㅜ";
  private static final String AFTER_Y = "ㅑㅖㅣㅛㅠ";
  private static final String AFTER_W = "ㅘㅞㅟㅝㅜ";

  private static final Map<String, Character> CONSONANTS =
      Map.ofEntries(
          Map.entry("b", 'ㅂ'),
          Map.entry("c", 'ㅊ'),
          Map.entry("ch", 'ㅊ'),
          Map.entry("d", 'ㄷ'),
          Map.entry("dz", 'ㅈ'),
          Map.entry("dh", 'ㄷ'),
          Map.entry("bh", 'ㅂ'),
          Map.entry("f", 'ㅍ'),
          Map.entry("g", 'ㄱ'),
          Map.entry("gh", 'ㄱ'),
          Map.entry("h", 'ㅎ'),
          Map.entry("j", 'ㅈ'),
          Map.entry("k", 'ㅋ'),
          Map.entry("kh", 'ㅎ'),
          Map.entry("l", 'ㄹ'),
          Map.entry("m", 'ㅁ'),
          Map.entry("n", 'ㄴ'),
          Map.entry("ng", 'ㅇ'),
          Map.entry("p", 'ㅍ'),
          Map.entry("ph", 'ㅍ'),
          Map.entry("q", 'ㅋ'),
          Map.entry("r", 'ㄹ'),
          Map.entry("s", 'ㅅ'),
          Map.entry("sh", 'ㅅ'),
          Map.entry("t", 'ㅌ'),
          Map.entry("th", 'ㅌ'),
          Map.entry("ts", 'ㅊ'),
          Map.entry("v", 'ㅂ'),
          Map.entry("x", 'ㅅ'),
          Map.entry("z", 'ㅈ'),
          Map.entry("zh", 'ㅈ'));

  private final String word;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private Romanised(String word) {
    this.word = word;
  }

  /** A word in small ASCII letters as Hangul syllables. */
  static String hangul(String word) {
    var reader = new Romanised(word);
    while (reader.at < word.length()) {
      reader.syllable();
    }
    return reader.text.toString();
  }

  private void syllable() {
    if (isVowel(at) || "yw".indexOf(word.charAt(at)) >= 0) {
      open('ㅇ', false);
      return;
    }
    String name = consonant();
    at += name.length();
    boolean doubled = word.startsWith(name, at) && !name.equals("n") && !name.equals("m");
    at += doubled ? name.length() : 0;
    char onset = CONSONANTS.getOrDefault(name, 'ㅎ');
    if (name.equals("ng")) {
      closed('ㅇ');
      onset = 'ㅇ';
    } else if (onset == 'ㄹ' && name.equals("l")) {
      closed('ㄹ');
    } else if (!sounds() && (onset == 'ㄴ' || onset == 'ㅁ') && closed(onset)) {
      return;
    }
    boolean closes = name.equals("ng") || name.equals("l") && endsIn('ㄹ');
    if (closes && !sounds()) {
      return;
    }
    open(onset, name.equals("sh"));
  }

  private String consonant() {
    String two = word.substring(at, Math.min(word.length(), at + 2));
    return two.length() == 2
            && CONSONANTS.containsKey(two)
            && !(two.equals("ng") && isVowel(at + 2))
        ? two
        : word.substring(at, at + 1);
  }

  /** A syllable with the vowel that follows, or with the one that is put in. */
  private void open(char onset, boolean palatal) {
    char glide = at < word.length() ? word.charAt(at) : ' ';
    String row = palatal ? AFTER_Y : PLAIN;
    if ((glide == 'y' || glide == 'w') && isVowel(at + 1)) {
      row = glide == 'y' ? AFTER_Y : AFTER_W;
      at++;
    }
    char vowel;
    if (isVowel(at)) {
      vowel = row.charAt(VOWELS.indexOf(word.charAt(at)));
      at++;
    } else if (at < word.length() && (glide == 'y' || glide == 'w')) {
      vowel = glide == 'y' ? 'ㅣ' : 'ㅜ';
      at++;
    } else {
      vowel = palatal || "ㅈㅊ".indexOf(onset) >= 0 ? 'ㅣ' : 'ㅡ';
    }
    text.append(Hangul.compose(onset, vowel, Hangul.NONE));
  }

  /** Puts a consonant under the syllable before; false if there is none or it has one. */
  private boolean closed(char coda) {
    if (text.isEmpty() || Hangul.endsInCoda(text)) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    text.setCharAt(text.length() - 1, Hangul.compose(Hangul.onset(last), Hangul.vowel(last), coda));
    return true;
  }

  private boolean endsIn(char coda) {
    return Hangul.endsInCoda(text) && Hangul.coda(text.charAt(text.length() - 1)) == coda;
  }

  /** Whether a vowel comes next. */
  private boolean sounds() {
    return isVowel(at) || at < word.length() && "yw".indexOf(word.charAt(at)) >= 0;
  }

  private boolean isVowel(int place) {
    return place < word.length() && VOWELS.indexOf(word.charAt(place)) >= 0;
  }
}
