package org.nangdok.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The account of a sentence: every letter, digit and sign that carries meaning is in the range of a
 * spoken word or is listed. White space, punctuation that only parts, and ornaments carry none.
 */
public final class Ledger {

  /** Punctuation that is said, unlike commas and the like. */
  private static final String SAID = "%&@#§‰‱†‡٪";

  private static final String MARKS = "©®™℠ⓒⓡ@#†‡℗";
  private static final String DIRECTIONS = "▲▼△▽";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Symbols that decorate: bars, waves, bullets, notes around songs. */
  private static final String ORNAMENTS = "|~∣￨¦★☆☞☛☜☝♪♫♬♩❖❯❮⁎※✦✧✱✲✳✴✽✿❀❁❂";

  private Ledger() {}

  /**
   * What isn't heard of a sentence, in order.
   *
   * @param words the spoken words with the ranges that they come from
   */
  public static List<Unspoken> unspoken(String sentence, List<SpokenWord> words) {
    var covered = new BitSet(sentence.length());
    words.forEach(word -> cover(sentence, word, covered));
    var unspoken = new ArrayList<Unspoken>();
    int at = 0;
    while (at < sentence.length()) {
      int c = sentence.codePointAt(at);
      int end = at + Character.charCount(c);
      if (!covered.get(at) && isMeaning(sentence, at, c)) {
        add(unspoken, new Unspoken(at, end, reason(sentence, at, c)));
      }
      at = end;
    }
    return unspoken;
  }

  /**
   * Marks what a word says of its range: all of it, unless the word is no more than the Hangul in
   * there, as where a particle follows a gloss.
   */
  private static void cover(String sentence, SpokenWord word, BitSet covered) {
    int end = Math.min(word.end(), sentence.length());
    var hangul = new StringBuilder();
    sentence
        .substring(word.start(), end)
        .chars()
        .filter(Ledger::isHangul)
        .forEach(c -> hangul.append((char) c));
    if (hangul.isEmpty() || !word.spoken().contentEquals(hangul)) {
      covered.set(word.start(), end);
      return;
    }
    for (int at = word.start(); at < end; at++) {
      if (isHangul(sentence.charAt(at))) {
        covered.set(at);
      }
    }
  }

  private static boolean isHangul(int c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  /** Neighbours that aren't heard for the same reason are one part. */
  private static void add(List<Unspoken> unspoken, Unspoken next) {
    if (!unspoken.isEmpty()) {
      Unspoken last = unspoken.getLast();
      if (last.end() == next.start() && last.reason() == next.reason()) {
        unspoken.removeLast();
        unspoken.add(new Unspoken(last.start(), next.end(), next.reason()));
        return;
      }
    }
    unspoken.add(next);
  }

  private static boolean isMeaning(String sentence, int at, int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.CURRENCY_SYMBOL,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE ->
          true;
      case Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> !isOrnament(sentence, at, c);
      case Character.MODIFIER_SYMBOL -> c == '^' && isBetween(sentence, at);
      case Character.OTHER_PUNCTUATION -> SAID.indexOf(c) >= 0;
      default -> false;
    };
  }

  private static boolean isOrnament(String sentence, int at, int c) {
    if (DIRECTIONS.indexOf(c) >= 0) {
      return !isDigit(sentence, at - 1) && !isDigit(sentence, at + 1);
    }
    if (c == '<' || c == '>' || c == '=' || c == '+') {
      return !isBetween(sentence, at);
    }
    return ORNAMENTS.indexOf(c) >= 0
        || c >= 0x2500 && c <= 0x25FF
        || c >= 0x2B1B && c <= 0x2B2F
        || c >= 0x2758 && c <= 0x2767;
  }

  private static boolean isBetween(String sentence, int at) {
    return at > 0
        && at + 1 < sentence.length()
        && isAlphanumeric(sentence.charAt(at - 1))
        && isAlphanumeric(sentence.charAt(at + 1));
  }

  private static boolean isAlphanumeric(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isDigit(String sentence, int at) {
    return at >= 0 && at < sentence.length() && Character.isDigit(sentence.charAt(at));
  }

  private static Unspoken.Reason reason(String sentence, int at, int c) {
    if (MARKS.indexOf(c) >= 0) {
      return Unspoken.Reason.MARK;
    }
    if (RAISED.indexOf(c) >= 0) {
      return Unspoken.Reason.FOOTNOTE;
    }
    if (c >= 'ㄱ' && c <= 'ㆎ') {
      return Unspoken.Reason.EMOTICON;
    }
    if (Character.isEmoji(c) && c > 0xFF) {
      return Unspoken.Reason.EMOJI;
    }
    var script = Character.UnicodeScript.of(c);
    boolean gloss =
        script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.LATIN;
    return gloss && isInBrackets(sentence, at) ? Unspoken.Reason.GLOSS : Unspoken.Reason.NO_READING;
  }

  private static boolean isInBrackets(String sentence, int at) {
    int open = Math.max(sentence.lastIndexOf('(', at), sentence.lastIndexOf('（', at));
    return open > 0
        && Math.max(sentence.lastIndexOf(')', at), sentence.lastIndexOf('）', at)) < open
        && Character.isLetter(sentence.charAt(open - 1));
  }
}
