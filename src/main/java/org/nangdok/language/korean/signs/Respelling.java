package org.nangdok.language.korean.signs;

import java.util.HashSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.lexicon.TsvFile;

/** Respells a Korean sentence in the characters that the reading of numbers and words knows. */
public final class Respelling {

  /** Characters that have a reading elsewhere: {@code ㈜}, {@code Ⅳ}, {@code ₩}. */
  private static final List<String> READ_ELSEWHERE =
      List.of("symbols.tsv", "currencies.tsv", "latin.tsv");

  private final List<Speller> spellers;

  /** Reads its tables from {@code voices/lexicon/ko}. */
  public Respelling(VoicesFolder voices) {
    var known = new HashSet<Integer>();
    for (String file : READ_ELSEWHERE) {
      for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/" + file).rows()) {
        row.field(0).codePoints().forEach(known::add);
      }
    }
    var units = new UnitPlaces(voices);
    var hanja = new HanjaReadings(voices);
    spellers =
        List.of(
            new Powers(units.symbols()),
            new Signs(voices, units),
            new Jamo(),
            new HanjaSpelling(voices, hanja),
            new Kana(),
            new Compatible(known, units),
            new OtherScripts(known, units));
  }

  /** Respells all of a text. */
  public Respelled of(String text) {
    return of(text, at -> at);
  }

  /**
   * Respells a text.
   *
   * @param kept the end of what stays as it is at a place; the place itself where nothing does
   */
  public Respelled of(String text, IntUnaryOperator kept) {
    if (isPlain(text)) {
      return Respelled.unchanged(text);
    }
    var builder = new Respelled.Builder(text.length());
    int at = 0;
    while (at < text.length()) {
      int keptEnd = kept.applyAsInt(at);
      Respelled.Change change = keptEnd > at || isOrdinary(text.charAt(at)) ? null : at(text, at);
      if (change != null) {
        builder.change(change);
        at = change.end();
        continue;
      }
      int end = Math.max(keptEnd, at + 1);
      for (; at < end; at++) {
        builder.keep(text.charAt(at), at);
      }
    }
    return builder.build(text);
  }

  private Respelled.@Nullable Change at(String text, int at) {
    for (Speller speller : spellers) {
      Respelled.Change change = speller.at(text, at);
      if (change != null) {
        return isPlain(change.text()) || change.form().equals("gloss")
            ? change
            : new Respelled.Change(
                change.form(), change.start(), change.end(), of(change.text()).text());
      }
    }
    return null;
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> isOrdinary((char) c) || "·‘’“”…".indexOf(c) >= 0);
  }

  private static boolean isOrdinary(char c) {
    return Hangul.isSyllable(c)
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || " ,.'\"()?!%:;~&/\n".indexOf(c) >= 0;
  }
}
