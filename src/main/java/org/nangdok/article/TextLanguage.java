package org.nangdok.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its script and, in Latin and Cyrillic script, by its commonest
 * words and own letters ({@code languages.tsv}), each counting by how few languages have it.
 * Immutable and thread-safe.
 */
final class TextLanguage {

  private static final int ENOUGH = 3_000;

  /** Korean of official papers writes a noun in Hanja where Chinese writes no Hangul at all. */
  private static final int HANJA = 4;

  /** What a word or letter says for each of the languages that have it. */
  private record Sign(List<String> languages, double weight) {}

  private final Map<String, Sign> words;
  private final Map<String, Sign> letters;

  TextLanguage() {
    List<LineRules.Row> rows = LineRules.rows("languages.tsv", 3);
    this.words = signs(rows, 1);
    this.letters = signs(rows, 2);
  }

  private static Map<String, Sign> signs(List<LineRules.Row> rows, int column) {
    Map<String, List<String>> languages = new HashMap<>();
    for (LineRules.Row row : rows) {
      for (String sign : new HashSet<>(List.of(row.columns().get(column).split(" ")))) {
        languages.computeIfAbsent(sign, s -> new ArrayList<>()).add(row.columns().get(0));
      }
    }
    Map<String, Sign> signs = new HashMap<>();
    languages.forEach((sign, of) -> signs.put(sign, new Sign(of, 1.0 / of.size())));
    return signs;
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
    if (2 * hangul > latin && hangul > kana && HANJA * hangul > han) {
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
    Map<String, Double> said = new HashMap<>();
    String lower = sample.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isOfWord(lower.charAt(i))) {
        says(words.get(lower.substring(start, i)), said);
        start = i + 1;
      } else if (lower.charAt(i) > 'z') {
        says(letters.get(lower.substring(i, i + 1)), said);
      }
    }
    return said.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("und");
  }

  private static void says(@Nullable Sign sign, Map<String, Double> said) {
    if (sign != null) {
      sign.languages().forEach(tag -> said.merge(tag, sign.weight(), Double::sum));
    }
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || c == '\'';
  }
}
