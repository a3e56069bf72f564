package org.nangdok.language.korean.loan;

import java.util.Map;

/** Vowels of English as the loanword rules write them (표 1), by sound and letter. */
final class LoanwordVowels {

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("A", "ㅏ"),
          Map.entry("O", "ㅗ"),
          Map.entry("u", "ㅜ"),
          Map.entry("U", "ㅜ"),
          Map.entry("i", "ㅣ"),
          Map.entry("I", "ㅣ"),
          Map.entry("{", "ㅐ"),
          Map.entry("V", "ㅓ"),
          Map.entry("E", "ㅔ"),
          Map.entry("@", "ㅓ"),
          Map.entry("r=", "ㅓ"),
          Map.entry("aU", "ㅏㅜ"),
          Map.entry("OI", "ㅗㅣ"),
          Map.entry("@U", "ㅗ"),
          Map.entry("EI", "ㅔㅣ"),
          Map.entry("AI", "ㅏㅣ"));

  private static final Map<String, String> AFTER_J =
      Map.of("ㅏ", "ㅑ", "ㅓ", "ㅕ", "ㅗ", "ㅛ", "ㅜ", "ㅠ", "ㅐ", "ㅒ", "ㅔ", "ㅖ", "ㅣ", "ㅣ");
  private static final Map<String, String> AFTER_W =
      Map.of("ㅏ", "ㅘ", "ㅓ", "ㅝ", "ㅗ", "ㅝ", "ㅜ", "ㅜ", "ㅐ", "ㅙ", "ㅔ", "ㅞ", "ㅣ", "ㅟ");

  private LoanwordVowels() {}

  /**
   * The vowel letters of Hangul for a vowel.
   *
   * @param phone MaryTTS's phone
   * @param letters the letters it is written with; empty if none, {@code ?} if that isn't known
   * @param last whether it ends the word
   */
  static String of(String phone, String letters, boolean last) {
    if (phone.equals("@")) {
      return reduced(letters, last);
    }
    if (phone.equals("A") && letters.startsWith("o")) {
      return "ㅗ";
    }
    return PLAIN.getOrDefault(phone, "ㅓ");
  }

  private static String reduced(String letters, boolean last) {
    if (letters.isEmpty()) {
      return "ㅡ";
    }
    if (letters.equals("a") && last) {
      return "ㅏ";
    }
    if (letters.equals("o")) {
      return "ㅗ";
    }
    return letters.equals("i") || letters.equals("y") ? "ㅣ" : "ㅓ";
  }

  /** A vowel behind [j]. */
  static String afterJ(String vowel) {
    return AFTER_J.getOrDefault(vowel.substring(0, 1), vowel.substring(0, 1)) + vowel.substring(1);
  }

  /** A vowel behind [w]. */
  static String afterW(String vowel) {
    return AFTER_W.getOrDefault(vowel.substring(0, 1), vowel.substring(0, 1)) + vowel.substring(1);
  }

  /** Whether a vowel is short, so that a stop behind it is a coda. */
  static boolean isShort(String phone, String letters) {
    return switch (phone) {
      case "{", "E", "I", "V", "U" -> true;
      case "A", "O" -> letters.startsWith("o") && !letters.startsWith("ou");
      case "@" -> !letters.isEmpty();
      default -> false;
    };
  }
}
