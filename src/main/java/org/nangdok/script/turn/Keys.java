package org.nangdok.script.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Speaker;

/** Gives every draft the key of its person: the name, else the role and what is printed of it. */
final class Keys {

  private Keys() {}

  static void resolve(List<Draft> drafts) {
    int anonymous = 0;
    for (Draft draft : drafts) {
      if (draft.person != null) {
        continue;
      }
      String name = draft.name;
      Speaker speaker = draft.speaker == null ? Speaker.NARRATOR : draft.speaker;
      if (name != null) {
        draft.person = name;
      } else if (speaker == Speaker.INTERVIEW) {
        draft.person =
            draft.title == null ? "interview:anon" + ++anonymous : "interview:" + draft.title;
      } else {
        draft.person = role(speaker) + detail(draft, speaker);
      }
    }
  }

  /** A reporter's live and taped words are one person's. */
  private static String role(Speaker speaker) {
    return speaker == Speaker.REPORTER ? Speaker.REPORT.code() : speaker.code();
  }

  private static String detail(Draft draft, Speaker speaker) {
    if (speaker == Speaker.REPORTER || speaker == Speaker.REPORT) {
      return "";
    }
    String number = number(draft.title);
    String gender = draft.gender == null ? "" : ":" + draft.gender.code().charAt(0);
    boolean title = speaker == Speaker.NARRATOR && draft.title != null;
    return gender + (title ? ":" + draft.title : number);
  }

  private static String number(@Nullable String title) {
    return title != null && !title.isEmpty() && Character.isDigit(title.charAt(title.length() - 1))
        ? ":" + title
        : "";
  }
}
