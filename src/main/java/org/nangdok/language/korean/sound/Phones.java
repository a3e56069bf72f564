package org.nangdok.language.korean.sound;

import java.util.HashMap;
import java.util.Map;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/** Korean sounds in the International Phonetic Alphabet, both ways ({@code phones.tsv}). */
public final class Phones {

  private static final int LONGEST = 4;

  private final Map<Character, String> onsets = new HashMap<>();
  private final Map<Character, String> vowels = new HashMap<>();
  private final Map<Character, String> codas = new HashMap<>();
  private final Map<String, Character> consonantOf = new HashMap<>();
  private final Map<String, Character> vowelOf = new HashMap<>();

  /** Reads the table. */
  public Phones(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/phones.tsv").rows()) {
      char letter = row.field(0).charAt(0);
      boolean vowel = Hangul.VOWELS.indexOf(letter) >= 0;
      (vowel ? vowels : onsets).put(letter, row.optional(1));
      if (!row.optional(2).isEmpty()) {
        codas.put(letter, row.field(2));
      }
      for (int field = 1; field < row.fields().size(); field++) {
        for (String sound : row.optional(field).split(" ")) {
          if (!sound.isEmpty()) {
            (vowel ? vowelOf : consonantOf).putIfAbsent(sound, letter);
          }
        }
      }
    }
  }

  /** A pronunciation in Hangul as IPA; what isn't a syllable is copied. */
  public String of(String pronounced) {
    var ipa = new StringBuilder();
    for (char c : pronounced.toCharArray()) {
      if (!Hangul.isSyllable(c)) {
        ipa.append(c);
        continue;
      }
      ipa.append(onsets.getOrDefault(Hangul.onset(c), ""));
      ipa.append(vowels.getOrDefault(Hangul.vowel(c), ""));
      ipa.append(codas.getOrDefault(Hangul.coda(c), ""));
    }
    return ipa.toString();
  }

  /** IPA as Hangul; Hangul stays as it is, signs that aren't known are left out. */
  public String toHangul(String phones) {
    if (Hangul.isAllSyllables(phones.replace(" ", ""))) {
      return phones;
    }
    var text = new StringBuilder();
    char onset = 'ㅇ';
    char vowel = Hangul.NONE;
    char coda = Hangul.NONE;
    int at = 0;
    while (at < phones.length()) {
      String sound = longest(phones, at);
      at += Math.max(1, sound.length());
      Character nextVowel = vowelOf.get(sound);
      if (nextVowel != null) {
        if (vowel != Hangul.NONE) {
          boolean moves = coda != Hangul.NONE && coda != 'ㅇ';
          text.append(Hangul.compose(onset, vowel, moves ? Hangul.NONE : coda));
          onset = moves ? coda : 'ㅇ';
          coda = Hangul.NONE;
        }
        vowel = nextVowel;
        continue;
      }
      Character consonant = consonantOf.get(sound);
      if (consonant == null) {
        continue;
      }
      if (vowel == Hangul.NONE) {
        onset = consonant;
      } else if (coda == Hangul.NONE && codas.containsKey(consonant)) {
        coda = consonant;
      } else {
        text.append(Hangul.compose(onset, vowel, coda));
        onset = consonant;
        vowel = Hangul.NONE;
        coda = Hangul.NONE;
      }
    }
    if (vowel != Hangul.NONE) {
      text.append(Hangul.compose(onset, vowel, coda));
    }
    return text.toString();
  }

  private String longest(String phones, int at) {
    for (int end = Math.min(phones.length(), at + LONGEST); end > at; end--) {
      String sound = phones.substring(at, end);
      if (vowelOf.containsKey(sound) || consonantOf.containsKey(sound)) {
        return sound;
      }
    }
    return "";
  }
}
