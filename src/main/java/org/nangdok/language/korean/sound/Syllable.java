package org.nangdok.language.korean.sound;

import org.jspecify.annotations.Nullable;

/** One syllable on its way from spelling to sound; mutable, used by one thread. */
public final class Syllable {

  char onset;
  char vowel;
  char coda;
  private final char written;
  private Junction before = Junction.INSIDE;
  private @Nullable String tense;
  private @Nullable String insertion;
  private @Nullable String nasal;
  private boolean linking;

  /** Takes a written syllable apart. */
  public Syllable(char written) {
    this.written = written;
    this.onset = Hangul.onset(written);
    this.vowel = Hangul.vowel(written);
    this.coda = Hangul.coda(written);
  }

  /** The syllable as written. */
  public char written() {
    return written;
  }

  /** The syllable as it sounds so far. */
  public char sound() {
    return Hangul.compose(onset, vowel, coda);
  }

  /** Replaces the letters, for words that are pronounced against the rules. */
  public void respell(char syllable) {
    onset = Hangul.onset(syllable);
    vowel = Hangul.vowel(syllable);
    coda = Hangul.coda(syllable);
  }

  /** What stands between the syllable before and this one. */
  public Junction before() {
    return before;
  }

  /** Says what stands between the syllable before and this one. */
  public void before(Junction junction) {
    before = junction;
  }

  /** The rule by which the onset becomes tense, if one is marked. */
  public @Nullable String tense() {
    return tense;
  }

  /** Marks the onset as becoming tense by a rule, or unmarks it. */
  public void tense(@Nullable String rule) {
    tense = rule;
  }

  /** The rule by which ㄴ is inserted before this syllable, if one is marked. */
  public @Nullable String insertion() {
    return insertion;
  }

  /** Marks that ㄴ is inserted before this syllable, or unmarks it. */
  public void insertion(@Nullable String rule) {
    insertion = rule;
  }

  /** The rule by which ㄹ becomes ㄴ after ㄴ, if one is marked (항 20 다만). */
  public @Nullable String nasal() {
    return nasal;
  }

  /** Marks that ㄹ becomes ㄴ after ㄴ, or unmarks it. */
  public void nasal(@Nullable String rule) {
    nasal = rule;
  }

  /** Whether the coda is only a linking ㅅ (사이시옷, 항 30). */
  public boolean isLinking() {
    return linking;
  }

  /** Marks the coda ㅅ as a linking ㅅ. */
  public void linking(boolean linking) {
    this.linking = linking;
  }

  boolean startsWithVowel() {
    return onset == 'ㅇ';
  }

  boolean hasCoda() {
    return coda != Hangul.NONE;
  }
}
