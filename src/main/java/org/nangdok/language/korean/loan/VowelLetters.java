package org.nangdok.language.korean.loan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which letters of a word stand for each of its vowels, as far as their numbers tell: a reduced
 * vowel is written after its letter by custom (digit{@code a}l 털, cam{@code e}ra).
 */
final class VowelLetters {

  private static final Pattern VOWELS =
      Pattern.compile("(?:(?<!^)y|[aeiou](?![aeiou]))|[aeiou](?:[aeiou]+|[yw](?![aeiou]))?|y$");
  private static final Pattern RUN = Pattern.compile("[aeiou]+[yw]?(?![aeiou])|[aeiou]+|(?<!^)y");

  private VowelLetters() {}

  /**
   * One spelling for each vowel; an empty one for a vowel that isn't written (app'le), and all
   * empty where the numbers don't fit.
   *
   * @param word small letters
   * @param vowels how many vowels are heard
   */
  static List<String> of(String word, int vowels) {
    List<String> runs = runs(word);
    if (runs.size() == vowels + 1 && word.endsWith("e")) {
      runs.removeLast();
    }
    if (runs.size() == vowels && word.matches(".*[^aeiouylr]le")) {
      runs.set(runs.size() - 1, "");
    }
    if (runs.size() < vowels && word.matches(".*(?:[^aeiou]le|sm|thm)s?")) {
      runs.add("");
    }
    if (runs.size() == vowels - 1 && word.matches(".*[^aeiou]l(?:er|ing|ed)")) {
      runs.add(runs.size() - 1, "");
    }
    for (int i = 0; i < runs.size() && runs.size() < vowels; i++) {
      if (runs.get(i).length() > 1) {
        String run = runs.get(i);
        runs.set(i, run.substring(0, 1));
        runs.add(i + 1, run.substring(1));
      }
    }
    while (runs.size() > vowels && silent(word, runs)) {
      continue;
    }
    if (runs.size() != vowels) {
      var none = new ArrayList<String>();
      for (int i = 0; i < vowels; i++) {
        none.add("?");
      }
      return none;
    }
    return runs;
  }

  /** Removes an e that isn't heard inside a compound or before s: times, homepage. */
  private static boolean silent(String word, List<String> runs) {
    for (int i = runs.size() - 1; i > 0; i--) {
      if (runs.get(i).equals("e")) {
        runs.remove(i);
        return true;
      }
    }
    return false;
  }

  private static List<String> runs(String word) {
    var runs = new ArrayList<String>();
    Matcher matcher = RUN.matcher(word.replace("qu", "q"));
    while (matcher.find()) {
      runs.add(matcher.group());
    }
    return runs;
  }
}
