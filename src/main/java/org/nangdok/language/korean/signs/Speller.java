package org.nangdok.language.korean.signs;

import org.jspecify.annotations.Nullable;

/** Respells one kind of writing. */
interface Speller {

  /**
   * What begins at a place.
   *
   * @param text the text with one character for each of full width and the like
   * @param at a place that isn't Hangul, a Latin letter, an ASCII digit or a space
   * @return nothing if it isn't of this kind or can't be respelled
   */
  Respelled.@Nullable Change at(String text, int at);
}
