package org.nangdok.language.korean.sound;

/** The tables that several rules share. */
final class Consonants {

  private static final String LENIS = "ㄱㄷㅂㅅㅈ";
  private static final String TENSE = "ㄲㄸㅃㅆㅉ";

  private Consonants() {}

  static boolean isLenis(char onset) {
    return LENIS.indexOf(onset) >= 0;
  }

  static char tensed(char onset) {
    int i = LENIS.indexOf(onset);
    return i < 0 ? onset : TENSE.charAt(i);
  }

  /** The coda as it sounds at the end of a word or before a consonant (항 8-11). */
  static char neutral(char coda) {
    return switch (coda) {
      case 'ㄱ', 'ㄲ', 'ㅋ', 'ㄳ', 'ㄺ' -> 'ㄱ';
      case 'ㄴ', 'ㄵ', 'ㄶ' -> 'ㄴ';
      case 'ㄷ', 'ㅅ', 'ㅆ', 'ㅈ', 'ㅊ', 'ㅌ', 'ㅎ' -> 'ㄷ';
      case 'ㄹ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㅀ' -> 'ㄹ';
      case 'ㅁ', 'ㄻ' -> 'ㅁ';
      case 'ㅂ', 'ㅍ', 'ㅄ', 'ㄿ' -> 'ㅂ';
      case 'ㅇ' -> 'ㅇ';
      default -> Hangul.NONE;
    };
  }

  static boolean isObstruent(char coda) {
    char neutral = neutral(coda);
    return neutral == 'ㄱ' || neutral == 'ㄷ' || neutral == 'ㅂ';
  }

  /** What stays of a cluster when its second consonant links. */
  static char firstOf(char coda) {
    return switch (coda) {
      case 'ㄳ' -> 'ㄱ';
      case 'ㄵ', 'ㄶ' -> 'ㄴ';
      case 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ' -> 'ㄹ';
      case 'ㅄ' -> 'ㅂ';
      default -> Hangul.NONE;
    };
  }

  /** The consonant of a coda that links to the next vowel; ㅎ links as nothing. */
  static char linkOf(char coda) {
    return switch (coda) {
      case 'ㄳ', 'ㄽ', 'ㅄ' -> 'ㅆ';
      case 'ㄵ' -> 'ㅈ';
      case 'ㄺ' -> 'ㄱ';
      case 'ㄻ' -> 'ㅁ';
      case 'ㄼ' -> 'ㅂ';
      case 'ㄾ' -> 'ㅌ';
      case 'ㄿ' -> 'ㅍ';
      case 'ㅎ', 'ㄶ', 'ㅀ' -> coda == 'ㄶ' ? 'ㄴ' : coda == 'ㅀ' ? 'ㄹ' : 'ㅇ';
      default -> coda;
    };
  }

  /** Whether a vowel is ㅣ or begins with its glide. */
  static boolean isFront(char vowel) {
    return "ㅣㅑㅕㅛㅠㅒㅖ".indexOf(vowel) >= 0;
  }
}
