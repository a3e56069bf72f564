package org.nangdok.script;

import java.util.Locale;

/** The manner in which a turn is spoken; a turn without one is spoken plainly. */
public enum Style {
  LIVE,
  PACKAGE,
  PHONE,
  DISGUISED,
  INTERPRETED,
  ARCHIVE;

  /** The style's name in answers and data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
