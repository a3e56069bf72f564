package org.nangdok.script;

import java.util.Locale;

/** A person's sex as a label or a kin word states it; never guessed from a given name. */
public enum Gender {
  FEMALE,
  MALE;

  /** The gender's name in answers and data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
