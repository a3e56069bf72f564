package org.nangdok.library;

/** Which readings each client asked for in the last hour. Thread-safe. */
public interface AskedReadings {

  /**
   * How many of them are still being made.
   *
   * @throws LibraryException if they can't be counted at the moment
   */
  int inWork(String client);

  /** A client asked for a reading. */
  void asked(String client, String reading);
}
