package org.nangdok.script.line;

import org.jspecify.annotations.Nullable;

/** How a name is written: its script and its capitals. */
final class NameShape {

  private NameShape() {}

  /** Whether it is an Internet domain: {@code example.com}. */
  static boolean isDomain(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 1
        && name.indexOf(' ') < 0
        && name.length() - dot > 2
        && name.length() - dot < 6
        && Character.isLowerCase(name.charAt(dot + 1));
  }

  /** Whether its first letter is of the Latin script. */
  static boolean isLatin(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (Character.isLetter(raw.charAt(i))) {
        return raw.charAt(i) < '\u0250';
      }
    }
    return false;
  }

  /** Whether all its letters are Han characters. */
  static boolean isHan(@Nullable String raw) {
    if (raw == null) {
      return false;
    }
    boolean han = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        han = true;
      } else if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return han;
  }

  /** Whether it is written in capitals but for a letter between two: {@code McHALE}. */
  static boolean isCapitals(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLowerCase(name.charAt(i)) && !isBetweenCapitals(name, i)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isBetweenCapitals(String name, int i) {
    return i > 0
        && i + 1 < name.length()
        && Character.isUpperCase(name.charAt(i - 1))
        && Character.isUpperCase(name.charAt(i + 1));
  }

  /** Whether its words begin with capitals, short ones aside. */
  static boolean isCapitalised(String name) {
    for (String word : name.split("[\\s-]+")) {
      if (word.isEmpty() || (Character.isLowerCase(word.charAt(0)) && word.length() > 3)) {
        return false;
      }
    }
    return !name.isEmpty() && !Character.isLowerCase(name.charAt(0));
  }
}
