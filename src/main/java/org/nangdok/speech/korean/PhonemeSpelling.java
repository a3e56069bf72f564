package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes syllables as a synthesiser's phonemes, by its table {@code phones.tsv}. */
public final class PhonemeSpelling {

  /**
   * The phonemes of one syllable in order.
   *
   * @param before onset and glide
   * @param nucleus the vowel, which carries the tone
   * @param after off-glide and coda
   */
  public record Spelled(List<String> before, String nucleus, List<String> after) {}

  private record Slot(String place, char letter, String where) {}

  private final Map<Slot, List<String>> phonemes = new HashMap<>();

  /**
   * @param beside the class beside which the table lies
   */
  public PhonemeSpelling(Class<?> beside) {
    Table.readShipped(
        beside,
        "phones.tsv",
        5,
        line ->
            phonemes.put(
                new Slot(line.text(0), line.text(1).charAt(0), line.text(2)),
                Arrays.stream(line.text(3).split(" ")).filter(p -> !p.isEmpty()).toList()));
  }

  /** Spells the syllables of one accentual phrase. */
  public List<Spelled> spell(List<Syllable> phrase) {
    var spelled = new ArrayList<Spelled>(phrase.size());
    for (int i = 0; i < phrase.size(); i++) {
      spelled.add(
          spell(
              i == 0 ? null : phrase.get(i - 1),
              phrase.get(i),
              i + 1 == phrase.size() ? null : phrase.get(i + 1)));
    }
    return spelled;
  }

  private Spelled spell(@Nullable Syllable previous, Syllable syllable, @Nullable Syllable next) {
    var before = new ArrayList<>(look("onset", syllable.onset(), onsetWhere(previous, syllable)));
    String nucleus = "";
    var after = new ArrayList<String>();
    for (String phoneme : look("vowel", syllable.vowel(), "always")) {
      if (phoneme.endsWith("!")) {
        nucleus = phoneme.substring(0, phoneme.length() - 1);
      } else {
        (nucleus.isEmpty() ? before : after).add(phoneme);
      }
    }
    if (syllable.coda() != Syllable.NO_CODA) {
      after.addAll(look("coda", syllable.coda(), codaWhere(syllable, next)));
    }
    return new Spelled(List.copyOf(before), nucleus, List.copyOf(after));
  }

  private static String onsetWhere(@Nullable Syllable previous, Syllable syllable) {
    if ("ㅅㅆ".indexOf(syllable.onset()) >= 0) {
      return syllable.fronted() ? "fronted" : "always";
    }
    if (previous == null) {
      return "always";
    }
    if (syllable.onset() == 'ㄹ') {
      return previous.coda() == 'ㄹ' ? "lateral" : "always";
    }
    return previous.endsVoiced() ? "voiced" : "always";
  }

  private static String codaWhere(Syllable syllable, @Nullable Syllable next) {
    if (next != null && syllable.coda() == 'ㄹ' && next.onset() == 'ㄹ') {
      return "lateral";
    }
    return next != null && next.startsWithVowel() ? "linked" : "always";
  }

  private List<String> look(String place, char letter, String where) {
    List<String> found = phonemes.get(new Slot(place, letter, where));
    if (found == null) {
      found = phonemes.get(new Slot(place, letter, "always"));
    }
    if (found == null) {
      throw new IllegalStateException("phones.tsv has no " + place + " " + letter + ".");
    }
    return found;
  }
}
