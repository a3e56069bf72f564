package org.nangdok.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the language of a text by its script and, in Latin and Cyrillic script, by its commonest
 * words ({@code languages.tsv}). Immutable and thread-safe.
 */
final class TextLanguage {

  private static final int ENOUGH = 3_000;

  /** For each common word the languages in which it is one. */
  private final Map<String, List<String>> languages = new HashMap<>();

  TextLanguage() {
    for (LineRules.Row row : LineRules.rows("languages.tsv", 2)) {
      for (String word : new HashSet<>(List.of(row.columns().get(1).split(" ")))) {
        languages.computeIfAbsent(word, w -> new ArrayList<>()).add(row.columns().get(0));
      }
    }
  }

  /** BCP 47 tag of the text's language, {@code und} if nothing tells. */
  String of(String text) {
    String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
    Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
    sample
        .codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
    int latin = scripts.getOrDefault(Character.UnicodeScript.LATIN, 0);
    int hangul = scripts.getOrDefault(Character.UnicodeScript.HANGUL, 0);
    int han = scripts.getOrDefault(Character.UnicodeScript.HAN, 0);
    int kana =
        scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    // A syllable of Hangul or Han says as much as two or three Latin letters.
    if (2 * hangul > latin && hangul > han + kana) {
      return "ko";
    }
    if (2 * (han + kana) > latin && han + kana > 0) {
      return kana * 20 > han ? "ja" : "zh";
    }
    return scripts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> ofScript(most.getKey(), sample))
        .orElse("und");
  }

  private String ofScript(Character.UnicodeScript script, String sample) {
    return switch (script) {
      case LATIN, CYRILLIC -> byCommonWords(sample);
      case ARABIC -> "ar";
      case HEBREW -> "he";
      case GREEK -> "el";
      case THAI -> "th";
      case DEVANAGARI -> "hi";
      default -> "und";
    };
  }

  private String byCommonWords(String sample) {
    Map<String, Integer> hits = new HashMap<>();
    String lower = sample.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isOfWord(lower.charAt(i))) {
        languages
            .getOrDefault(lower.substring(start, i), List.of())
            .forEach(tag -> hits.merge(tag, 1, Integer::sum));
        start = i + 1;
      }
    }
    return hits.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("und");
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || c == '\'';
  }
}
