package org.nangdok.script;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether somebody wants an article read with its speakers, whatever the document shows. */
public enum Wish {
  /** The document decides. */
  AUTO,
  /** One narrator reads everything. */
  NARRATOR,
  /** Everybody who may be a speaker gets their words. */
  SPEAKERS;

  /** The wish with this code, in any case; null if there is none. */
  public static @Nullable Wish of(String code) {
    for (Wish wish : values()) {
      if (wish.code().equals(code.toLowerCase(Locale.ROOT))) {
        return wish;
      }
    }
    return null;
  }

  /** The wish's name in requests and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
