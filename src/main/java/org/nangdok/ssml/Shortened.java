package org.nangdok.ssml;

import org.apache.commons.lang3.StringUtils;

/** An author's word as it may stand in a sentence for strangers. */
final class Shortened {

  private static final int LONGEST = 40;

  private Shortened() {}

  static String of(String word) {
    String plain = word.replaceAll("\\p{Cntrl}", " ").strip();
    return "\"" + StringUtils.abbreviate(plain, LONGEST) + "\"";
  }
}
