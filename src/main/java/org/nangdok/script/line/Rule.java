package org.nangdok.script.line;

import java.util.Locale;

/**
 * By which shape of a line a label is found, in the order in which the shapes are looked for. What
 * each needs and makes, with an example, stands in {@code line-rules.tsv}.
 */
public enum Rule {
  MARKED_QUESTION,
  LABEL_LINE,
  INDUCED,
  CHANGE_MARK,
  WORD_ALONE,
  RAW_WORD,
  NAME_OVER_QUOTE,
  QUOTE_BEFORE_BRACKET,
  VOICE_TAG,
  BRACKET_WORD,
  BRACKET_CLIP,
  BRACKET_OVER_QUOTE,
  BRACKET_PERSON,
  BRACKET_BEFORE_QUOTE,
  QUESTION_SIGN,
  QUESTION_NUMBER,
  ANSWER_NAME,
  ANSWER_TOPIC,
  QUESTION_LETTER,
  QUOTE_HEAD,
  MINUTE,
  CUE_QUOTE,
  PREFIX_CLIP,
  PREFIX_WORD,
  PREFIX_PERSON,
  END_OF_DIALOGUE,
  UNLABELLED_HOST;

  /** The rule's name in data files and answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
