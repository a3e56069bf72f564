package org.nangdok.reading;

import java.util.regex.Pattern;

/** Addresses of pages as people type them, with their mistakes. */
public final class TypedAddress {

  private static final int LONGEST = 2_000;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:h?t?tps?[:;.]?/{1,3}|www[.,])[^\\s]+"
              + "|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}"
              + "\\.(?:com|net|org|info|news|tv|kr|jp|cn|uk|de|fr|es|it|eu|io|us)(?:[/?#][^\\s]*)?");

  private TypedAddress() {}

  /** Whether a text is nothing but what seems to be an address. */
  public static boolean isOne(String text) {
    String bare = text.strip();
    return bare.length() <= LONGEST && ADDRESS.matcher(bare).matches();
  }
}
