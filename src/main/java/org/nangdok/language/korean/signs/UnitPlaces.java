package org.nangdok.language.korean.signs;

import java.util.HashSet;
import java.util.Set;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Where the symbols of units ({@code units.tsv}) stand behind numbers, which are read with them.
 */
final class UnitPlaces {

  private static final int LONGEST = 4;

  private final Set<String> symbols = new HashSet<>();

  UnitPlaces(VoicesFolder voices) {
    TsvFile.open(voices, "lexicon/ko/units.tsv").rows().forEach(row -> symbols.add(row.field(0)));
  }

  Set<String> symbols() {
    return symbols;
  }

  /** Whether a place belongs to a unit behind a number: {@code 5μm}, {@code 30°}. */
  boolean isUnit(String text, int at) {
    int start = at;
    while (start > 0 && isLetter(text.charAt(start - 1)) && at - start < LONGEST) {
      start--;
    }
    int before = start > 0 && text.charAt(start - 1) == ' ' ? start - 2 : start - 1;
    if (before < 0 || "0123456789조억만천백".indexOf(text.charAt(before)) < 0) {
      return false;
    }
    for (int end = Math.min(text.length(), at + LONGEST); end > at; end--) {
      if (symbols.contains(text.substring(start, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) && !(c >= '가' && c <= '힣') || c == '/' || c == '㎍';
  }
}
