package org.nangdok.language.korean.written;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Hangul;

/**
 * The national romanisation of Korean (국어의 로마자 표기법) read backwards: what was written by its sounds
 * becomes Hangul that sounds so ({@code Jongno} 종노).
 */
final class RevisedRomanisation {

  private static final Map<String, Character> ONSETS =
      Map.ofEntries(
          Map.entry("", 'ㅇ'),
          Map.entry("g", 'ㄱ'),
          Map.entry("kk", 'ㄲ'),
          Map.entry("k", 'ㅋ'),
          Map.entry("n", 'ㄴ'),
          Map.entry("d", 'ㄷ'),
          Map.entry("tt", 'ㄸ'),
          Map.entry("t", 'ㅌ'),
          Map.entry("r", 'ㄹ'),
          Map.entry("l", 'ㄹ'),
          Map.entry("m", 'ㅁ'),
          Map.entry("b", 'ㅂ'),
          Map.entry("pp", 'ㅃ'),
          Map.entry("p", 'ㅍ'),
          Map.entry("s", 'ㅅ'),
          Map.entry("sh", 'ㅅ'),
          Map.entry("ss", 'ㅆ'),
          Map.entry("jj", 'ㅉ'),
          Map.entry("j", 'ㅈ'),
          Map.entry("ch", 'ㅊ'),
          Map.entry("h", 'ㅎ'));

  private static final Map<String, Character> VOWELS =
      Map.ofEntries(
          Map.entry("a", 'ㅏ'),
          Map.entry("ae", 'ㅐ'),
          Map.entry("ya", 'ㅑ'),
          Map.entry("yae", 'ㅒ'),
          Map.entry("eo", 'ㅓ'),
          Map.entry("e", 'ㅔ'),
          Map.entry("yeo", 'ㅕ'),
          Map.entry("ye", 'ㅖ'),
          Map.entry("o", 'ㅗ'),
          Map.entry("wa", 'ㅘ'),
          Map.entry("wae", 'ㅙ'),
          Map.entry("oe", 'ㅚ'),
          Map.entry("yo", 'ㅛ'),
          Map.entry("u", 'ㅜ'),
          Map.entry("oo", 'ㅜ'),
          Map.entry("wo", 'ㅝ'),
          Map.entry("we", 'ㅞ'),
          Map.entry("wi", 'ㅟ'),
          Map.entry("yu", 'ㅠ'),
          Map.entry("eu", 'ㅡ'),
          Map.entry("ui", 'ㅢ'),
          Map.entry("i", 'ㅣ'),
          Map.entry("ee", 'ㅣ'));

  private static final Map<String, Character> CODAS =
      Map.of("k", 'ㄱ', "n", 'ㄴ', "t", 'ㄷ', "l", 'ㄹ', "m", 'ㅁ', "p", 'ㅂ', "ng", 'ㅇ');

  /** A consonant closes a syllable unless a vowel follows it; ng closes before a glide too. */
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjh]|)"
              + "(yae|yeo|wae|ae|eo|eu|ya|ye|yo|yu|wa|wo|we|wi|oe|oo|ee|ui|[aeiou])"
              + "(ng(?![aeiou])|(?!(?:kk|tt|pp)[aeiouyw])[kntlmp](?![aeiouyw])|)");

  private RevisedRomanisation() {}

  /** A word in small letters as Hangul; nothing where it isn't romanised Korean. */
  static @Nullable String hangul(String word) {
    var hangul = new StringBuilder();
    Matcher syllable = SYLLABLE.matcher(word);
    int at = 0;
    while (at < word.length()) {
      if (!syllable.region(at, word.length()).lookingAt()) {
        return null;
      }
      String coda = syllable.group(3);
      hangul.append(
          Hangul.compose(
              ONSETS.getOrDefault(syllable.group(1), 'ㅇ'),
              VOWELS.getOrDefault(syllable.group(2), 'ㅏ'),
              CODAS.getOrDefault(coda, Hangul.NONE)));
      at = syllable.end();
    }
    return hangul.toString();
  }
}
