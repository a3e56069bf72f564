package org.nangdok.script.convention;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a word of the conventions means. The code in the data files is the name with hyphens. */
public enum WordKind {
  /** A pair of brackets that may hold a label. */
  WRAPPER,
  /** A sign that may stand before a label; says nothing about the role. */
  GLYPH,
  ANCHOR,
  ANCHOR_FEMALE,
  ANCHOR_MALE,
  /** A reporter, live or on tape: the content decides. */
  REPORTER,
  LIVE_REPORTER,
  REPORT,
  STAND_UP,
  INTERVIEW,
  NARRATOR,
  NARRATOR_FEMALE,
  NARRATOR_MALE,
  QUESTION,
  ANSWER,
  /** A sound or picture direction: not read. */
  CUE,
  /**
   * A direction whose words are text on the screen: not read, with all that follows on its line.
   */
  CAPTION,
  /** The name of a weather picture: not read. */
  SCREEN,
  /** The beginning of a taped report. */
  TAPE,
  TAPE_END,
  CREDIT,
  HEADER_HOST,
  HEADER_REPORTER,
  HEADER_GUEST,
  HEADER_OTHER,
  /** A word before a colon that never names a speaker. */
  FIELD,
  /** A field whose line holds an address or number: not read. */
  CONTACT,
  /** A phrase of a disclaimer: its line is not read. */
  NOTICE,
  /** A heading inside a protocol: not read. */
  HEADING,
  /** A heading after which the answering person speaks. */
  OPENING,
  TAG,
  STYLE_DISGUISED,
  STYLE_PHONE,
  STYLE_INTERPRETED,
  STYLE_ARCHIVE,
  STYLE_PACKAGE,
  STYLE_LIVE,
  /** A title that follows a person's name. */
  TITLE,
  /** A function that is printed instead of a name. */
  ROLE,
  /** A word inside a printed title that makes its holder the anchor. */
  ROLE_ANCHOR,
  /** The chair of a hearing. */
  ROLE_CHAIR,
  ROLE_REPORTER,
  ROLE_REPORT,
  HONORIFIC,
  HONORIFIC_MALE,
  HONORIFIC_FEMALE,
  ADDRESS_FEMALE,
  ADDRESS_MALE,
  KIN_FEMALE,
  KIN_MALE,
  ANONYMOUS,
  NOT_A_NAME,
  SURNAME,
  /** How a line begins that credits whoever asked the questions. */
  INTERVIEWED_BY,
  /** What stands between an asker's name and whom they ask. */
  ADDRESSEE,
  /** What somebody says who leads a talk. */
  MODERATES,
  /** What somebody says who asks without a question mark. */
  ASKING,
  /** What stands before a name that its bearer says. */
  SELF_NAMING,
  /** The end of a newspaper's or station's name: whoever has it asks. */
  OUTLET,
  /** A word in brackets before the name by which a speaker is labelled from then on. */
  ALIAS,
  /** How a line ends that its sentence's next line goes on from. */
  JOINS,
  /** A word inside a label that makes its holder ask. */
  ASKER,
  /** A stage direction inside speech: not read. */
  ACTION,
  /** How an anchor names the next reporter; the name stands at the braces. */
  HAND_OVER,
  /** A word before a name that makes "I am ..." a sign-off. */
  SIGN_OFF,
  /** What makes a title part of a longer word, so that nobody is called: {@code 기자회견}. */
  COMPOUND,
  ANSWER_OPENING,
  ON_THE_SPOT,
  /** A word by which people speak of themselves; in an answer it tells an interview. */
  SELF,
  /** A word by which people speak to somebody; in a question it tells an interview. */
  YOU,
  /** How a question ends that respects whom it is put to. */
  YOU_ENDING,
  /** How a sentence ends that is said to somebody. */
  POLITE,
  /** What stands behind a name that its bearer says. */
  SELF_NAMED,
  /** The half of a day before or behind a time. */
  HALF_DAY,
  /** How an export prints sender and addressees before a message; names stand at the braces. */
  SENDER,
  /** A heading above questions that answers for everybody, so that nobody speaks. */
  FREQUENT,
  /** A word above questions which tells that somebody was asked. */
  TALK,
  /** What stands before a function that is printed instead of a name: {@code THE COURT}. */
  ARTICLE,
  /** A mark that ends a block. */
  END;

  private static final Map<String, WordKind> BY_CODE = new HashMap<>();

  static {
    for (WordKind kind : values()) {
      BY_CODE.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind);
    }
  }

  /**
   * The kind with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static WordKind of(String code) {
    WordKind kind = BY_CODE.get(code);
    if (kind == null) {
      throw new IllegalArgumentException("\"" + code + "\" is not a kind of word.");
    }
    return kind;
  }
}
