package org.nangdok.key;

import java.util.Locale;

/** What a key is good for; each scope holds those before it. */
public enum Scope {
  /** Looking at readings and hearing them. */
  READ,
  /** Having articles read, which costs processor time. */
  MAKE,
  /** Changing castings, lexicons, voices and feeds, and taking a backup. */
  ADMINISTER;

  /** Whether a key of this scope may do what needs {@code needed}. */
  public boolean includes(Scope needed) {
    return compareTo(needed) >= 0;
  }

  /** The scope as people write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
