package org.nangdok.library;

/**
 * Whose turn it is to do what one of several machines does at a time. A turn lasts ten seconds
 * after it was last taken. Thread-safe.
 */
public interface Turns {

  /**
   * Takes a turn or goes on with it.
   *
   * @param what of lower-case letters; the same on all machines
   * @return whether it is this machine's
   * @throws LibraryException if that can't be known at the moment
   */
  boolean take(String what);

  /** Lets others take it at once, if it was this machine's. */
  void give(String what);

  /** One machine alone, whose turn it always is. */
  static Turns alone() {
    return new Turns() {
      @Override
      public boolean take(String what) {
        return true;
      }

      @Override
      public void give(String what) {}
    };
  }
}
