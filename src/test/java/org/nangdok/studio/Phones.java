package org.nangdok.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nangdok.speech.korean.PhonemeSpelling;
import org.nangdok.speech.korean.PhonemeSpelling.Spelled;
import org.nangdok.speech.korean.Syllable;
import org.nangdok.speech.recorded.RecordedPhones;

/** Phones of a line of the script. */
final class Phones {

  static final Set<String> VOWELS = Set.of("a", "E", "V", "e", "o", "u", "M", "i");

  static final String SILENCE = "_";

  private Phones() {}

  static boolean isVowel(String phone) {
    return VOWELS.contains(phone);
  }

  /** Phones of accentual phrases apart by a bar, without the silence around. */
  static List<String> of(String line) {
    var phones = new ArrayList<String>();
    for (String phrase : line.split("\\|")) {
      for (List<String> word : words(phrase)) {
        phones.addAll(word);
      }
    }
    return phones;
  }

  /** Phones of each word of one accentual phrase. */
  static List<List<String>> words(String phrase) {
    PhonemeSpelling spelling = RecordedPhones.SPELLING;
    List<Spelled> spelled = spelling.spell(Syllable.of(phrase));
    var words = new ArrayList<List<String>>();
    int at = 0;
    for (String word : phrase.split(" ")) {
      var phones = new ArrayList<String>();
      for (int i = 0; i < Syllable.of(word).size(); i++) {
        Spelled syllable = spelled.get(at++);
        phones.addAll(syllable.before());
        phones.add(syllable.nucleus());
        phones.addAll(syllable.after());
      }
      words.add(phones);
    }
    return words;
  }
}
