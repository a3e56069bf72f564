package org.nangdok.library;

import org.jspecify.annotations.Nullable;

/**
 * A part of a work as it is kept, without its text.
 *
 * @param number its place in the work, from 0
 * @param chapter the number of the chapter that it belongs to
 * @param characters UTF-16 units of its text
 * @param reading the id of its reading, once it is planned
 * @param made whether all of its sound was made once; it may have been removed since
 * @param millis length of its sound, once it is made
 * @param problem why it can't be read, if it can't
 */
public record StoredPart(
    int number,
    int chapter,
    int characters,
    @Nullable String reading,
    boolean made,
    long millis,
    @Nullable String problem) {

  /** Whether nothing is left to be done for it. */
  public boolean isSettled() {
    return made || problem != null;
  }
}
