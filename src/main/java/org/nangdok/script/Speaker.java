package org.nangdok.script;

import java.util.Locale;

/** The role in which somebody speaks. */
public enum Speaker {
  ANCHOR,
  REPORTER,
  REPORT,
  INTERVIEW,
  NARRATOR,
  QUESTION,
  ANSWER;

  /** The role's name in answers and data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
