package org.nangdok.script.verdict;

import java.util.Locale;

/** What a document shows for or against its having speakers, each between 0 and 1. */
public enum Sign {
  /** Always 1: how much must speak for speakers before they are believed. */
  DOUBT,
  /** Words of a broadcast in brackets or alone on their lines. */
  BROADCAST_WORDS,
  /** Quotations that stand in brackets with their speakers, or below them. */
  CLIPS,
  /** Labels of a form that little else has: times, tags of voices, minutes, signs of change. */
  FORMAL_LABELS,
  /** Questions and answers that are marked as such. */
  MARKED_QUESTIONS,
  /** Questions that dashes, triangles or numbers mark. */
  SIGNED_QUESTIONS,
  /** Questions in letters or set apart by type whose answers nobody gives as their own. */
  EXPLAINED,
  /** Such questions below much else. */
  EMBEDDED,
  /** Questions in letters that are answered for everybody, as in a list of frequent ones. */
  GENERAL,
  /** Speakers whom a header introduces. */
  INTRODUCED,
  /** Speakers whose printed function is that of somebody who speaks. */
  TITLED,
  /** Labels in capitals, or with a sign that marks a label. */
  SET_APART,
  /** Labels that come back after another has spoken. */
  RETURNS,
  /** One speaker's label only, and no other sign of a second. */
  ALONE,
  /** Words that only a person says, in what isn't marked as a question: I, polite speech. */
  SELF,
  /** Labels after which somebody asks. */
  ASKS,
  /** Labels whose words stand in quotation marks. */
  QUOTED,
  /** Words after labels that are no sentence. */
  FRAGMENTS,
  /** Labels that occur once. */
  ONCE,
  /** Labels that follow each other in the same order again and again, as fields do. */
  CYCLE,
  /** Labels made of words that the text uses as words. */
  COMMON,
  /** Labels of several speakers that begin line after line, whole sentences behind them. */
  DENSE,
  /** Lines between the first label and the last that have none. */
  SPARSE;

  /** The sign's name in data files and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
