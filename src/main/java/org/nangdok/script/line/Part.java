package org.nangdok.script.line;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.convention.WordKind;

/** What a label announces. */
public enum Part {
  ANCHOR,
  /** A reporter, live or on tape. */
  REPORTER,
  /** A reporter who is certainly on the spot. */
  LIVE_REPORTER,
  REPORT,
  STAND_UP,
  INTERVIEW,
  NARRATOR,
  QUESTION,
  ANSWER,
  /** Somebody whose role the rest of the transcript tells. */
  PERSON,
  /** Somebody else than before. */
  CHANGE,
  TAPE,
  TAPE_END;

  /** The part's name in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a word with these meanings announces, or null. */
  static @Nullable Part of(Set<WordKind> kinds) {
    for (WordKind kind : kinds) {
      Part part =
          switch (kind) {
            case ANCHOR, ANCHOR_FEMALE, ANCHOR_MALE -> ANCHOR;
            case REPORTER -> REPORTER;
            case LIVE_REPORTER -> LIVE_REPORTER;
            case REPORT -> REPORT;
            case STAND_UP -> STAND_UP;
            case INTERVIEW -> INTERVIEW;
            case NARRATOR, NARRATOR_FEMALE, NARRATOR_MALE -> NARRATOR;
            case QUESTION -> QUESTION;
            case ANSWER -> ANSWER;
            case TAPE -> TAPE;
            case TAPE_END -> TAPE_END;
            default -> null;
          };
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  /** The sex that a word with these meanings states, or null. */
  static @Nullable Gender gender(Set<WordKind> kinds) {
    if (kinds.contains(WordKind.ANCHOR_FEMALE) || kinds.contains(WordKind.NARRATOR_FEMALE)) {
      return Gender.FEMALE;
    }
    return kinds.contains(WordKind.ANCHOR_MALE) || kinds.contains(WordKind.NARRATOR_MALE)
        ? Gender.MALE
        : null;
  }

  /** Whether the label is for one quotation or stand-up, after which its block goes on. */
  public boolean isOneShot() {
    return this == INTERVIEW || this == STAND_UP;
  }
}
