package org.nangdok.reading;

/** Something that is kept besides readings and can be made anew at any time. */
public interface Spare {

  /** How much it takes. */
  long bytes();

  /**
   * Removes what was used longest ago.
   *
   * @param bytes at least so many, if there are
   * @return how many went
   */
  long free(long bytes);
}
