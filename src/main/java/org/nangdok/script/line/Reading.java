package org.nangdok.script.line;

import java.util.Locale;

/** A way to read a whole document: which forms of labels are believed. */
public enum Reading {
  /** Every form. */
  SPEAKERS,
  /** Only forms that few texts have by chance: no names before colons, none alone on lines. */
  FORMAL,
  /** None: one narrator reads everything. */
  PLAIN;

  /** The reading's name in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
