package org.nangdok.language.korean.sound;

import org.jspecify.annotations.Nullable;

/** One step of the way from spelling to sound, applied at each place between two syllables. */
interface SoundRule {

  /**
   * Changes two neighbouring syllables where the rule holds.
   *
   * @param left a syllable
   * @param right the one after it; null at the end of the phrase
   * @return the rule's id as in {@code docs/korean.md}, or null where nothing changed
   */
  @Nullable String apply(Syllable left, @Nullable Syllable right);
}
