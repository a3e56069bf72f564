package org.nangdok.language.korean.sound;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pronunciation of one accentual phrase by the Standard Pronunciation (표준 발음법, 표준어 규정 제2부). */
public final class StandardPronunciation {

  private StandardPronunciation() {}

  /**
   * Applies all rules in order, in place. Afterwards each coda is one of ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅇ or none.
   *
   * @param phrase the syllables of one accentual phrase, with their junctions and marks
   * @param listener told of each change; null when nobody asks
   */
  public static void apply(List<Syllable> phrase, @Nullable Consumer<SoundChange> listener) {
    for (SoundRule rule : StandardRules.IN_ORDER) {
      for (int i = 0; i < phrase.size(); i++) {
        String before = listener == null ? "" : sound(phrase);
        Syllable right = i + 1 < phrase.size() ? phrase.get(i + 1) : null;
        String id = rule.apply(phrase.get(i), right);
        if (id != null && listener != null) {
          listener.accept(new SoundChange(id, before, sound(phrase)));
        }
      }
    }
  }

  /** The syllables as they sound now. */
  public static String sound(List<Syllable> phrase) {
    var text = new StringBuilder(phrase.size());
    phrase.forEach(syllable -> text.append(syllable.sound()));
    return text.toString();
  }
}
