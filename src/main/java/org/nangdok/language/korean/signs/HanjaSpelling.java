package org.nangdok.language.korean.signs;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Chinese characters as Hangul. What headlines use for a country or the like (美) stays, because it
 * is more than a syllable; so does a gloss of several characters in brackets.
 */
final class HanjaSpelling implements Speller {

  private final Map<String, String> alone = new HashMap<>();
  private final HanjaReadings readings;

  HanjaSpelling(VoicesFolder voices, HanjaReadings readings) {
    this.readings = readings;
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/hanja.tsv").rows()) {
      if (row.field(1).length() > 1) {
        alone.put(row.field(0), row.field(1));
      }
    }
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    int end = at;
    while (end < text.length() && isHan(text.codePointAt(end), end > at)) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end == at) {
      return null;
    }
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    String run = text.substring(at, end);
    if (run.equals("元") && end < text.length() && Character.isDigit(text.charAt(end))) {
      return null; // a currency before a sum
    }
    if (run.equals("中") && isHeading(text, at, end)) {
      return new Respelled.Change("hanja", at, end, "중"); // out of a text, not China
    }
    boolean counted = before >= '0' && before <= '9';
    boolean whole = before == '(' && end < text.length() && text.charAt(end) == ')';
    if (!counted && isAlone(text, run, end)) {
      boolean said = whole && !isRepeated(text, at - 1, run);
      return said ? new Respelled.Change("hanja", at, end, alone.getOrDefault(run, run)) : null;
    }
    boolean inside = counted || Hangul.isSyllable(before);
    String spoken = readings.of(run, !inside);
    if (before == '(' && isGloss(text, at - 1, whole, run, spoken)) {
      return new Respelled.Change("gloss", at, end, whole ? run : "");
    }
    if (text.startsWith("(" + spoken + ")", end) && !spoken.isEmpty()) {
      return new Respelled.Change("hanja", at, end + spoken.length() + 2, spoken); // 故(고)
    }
    if (text.startsWith("-" + spoken, end) && spoken.length() > 1) {
      return new Respelled.Change("hanja", at, end + spoken.length() + 1, spoken); // 李昌鎬-이창호
    }
    int read = spoken.codePointCount(0, spoken.length());
    return read == 0
        ? null
        : new Respelled.Change("hanja", at, run.offsetByCodePoints(0, read) + at, spoken);
  }

  /** Whether a word stands before and a quotation, or the end of a note, behind: 총론 中 ‘과목’. */
  private static boolean isHeading(String text, int at, int end) {
    boolean word = at > 1 && text.charAt(at - 1) == ' ' && Hangul.isSyllable(text.charAt(at - 2));
    int behind = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    return word && (behind >= text.length() || "'\")]>」』".indexOf(text.charAt(behind)) >= 0);
  }

  /** Whether it is a headline's abbreviation rather than the first part of a word. */
  private boolean isAlone(String text, String run, int end) {
    boolean prefix =
        end + 1 < text.length()
            && Hangul.isSyllable(text.charAt(end))
            && Hangul.isSyllable(text.charAt(end + 1))
            && run.length() == 1;
    return alone.containsKey(run) && !prefix;
  }

  /**
   * Whether a bracket only shows how the Korean word before it is written: it sounds like the word,
   * or, for a foreign name, nothing else stands in it.
   */
  private boolean isGloss(String text, int bracket, boolean whole, String run, String spoken) {
    if (bracket == 0 || !Hangul.isSyllable(text.charAt(bracket - 1))) {
      return false;
    }
    return isRepeated(text, bracket, run)
        || text.startsWith(spoken, bracket - spoken.length()) && !spoken.isEmpty()
        || whole && run.length() > 1;
  }

  /** Whether the word before a bracket ends in the sound of the one character in it. */
  private boolean isRepeated(String text, int bracket, String run) {
    Character sound = readings.of(run.codePointAt(0));
    if (run.length() > 1 || sound == null || bracket == 0) {
      return false;
    }
    char word = text.charAt(bracket - 1);
    return word == sound || Hangul.isSyllable(word) && word == initial(sound);
  }

  private char initial(char sound) {
    char onset = Hangul.onset(sound);
    return onset != 'ㄹ' && onset != 'ㄴ'
        ? sound
        : Hangul.compose(onset == 'ㄹ' ? 'ㄴ' : 'ㅇ', Hangul.vowel(sound), Hangul.coda(sound));
  }

  private static boolean isHan(int c, boolean further) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
        && Character.isLetterOrDigit(c)
        && (further || c != '々');
  }
}
