package org.nangdok.command;

/** What the program ends with. */
final class ExitCode {

  static final int DONE = 0;

  /** Refused or failed; a sentence says why. */
  static final int FAILED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** Some of several articles could not be read; the others are there. */
  static final int PARTLY = 3;

  /** A fault of the program itself (EX_SOFTWARE of sysexits.h). */
  static final int FAULT = 70;

  private ExitCode() {}
}
