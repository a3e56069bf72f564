package org.nangdok.speech.recorded;

import org.nangdok.speech.korean.PhonemeSpelling;

/** The phones of the recordings, by {@code phones.tsv}. */
public final class RecordedPhones {

  /** How syllables are written in them. */
  public static final PhonemeSpelling SPELLING = new PhonemeSpelling(RecordedPhones.class);

  private RecordedPhones() {}
}
