package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Survey;
import org.nangdok.script.person.Who;

/**
 * Resolves short forms of names, such as surnames and initials, to the person introduced before.
 */
final class ShortForms {

  private final Survey survey;
  private final List<String> full = new ArrayList<>();

  ShortForms(Survey survey) {
    this.survey = survey;
  }

  /** Gives every named draft the full name and the title under which the person was introduced. */
  void resolve(List<Draft> drafts) {
    List<Draft> introductions = new ArrayList<>();
    for (Draft draft : drafts) {
      String name = draft.name;
      if (name == null || draft.block.part == Part.STAND_UP) {
        continue;
      }
      Who introduced = survey.introduced(name);
      if (introduced != null) {
        boolean same = name.equalsIgnoreCase(introduced.name());
        draft.name = same ? name : introduced.name();
        draft.title = draft.title == null ? introduced.title() : draft.title;
        draft.gender = draft.gender == null ? introduced.gender() : draft.gender;
      } else {
        draft.name = known(name);
      }
      if (draft.name != null && !full.contains(draft.name)) {
        full.add(draft.name);
      }
      inherit(draft, introductions);
    }
    sharedGender(drafts);
  }

  private void inherit(Draft draft, List<Draft> introductions) {
    for (Draft first : introductions) {
      if (first.name != null && first.name.equals(draft.name)) {
        boolean talk = draft.block.part == Part.PERSON;
        draft.title = draft.title == null && talk ? first.title : draft.title;
        draft.gender = draft.gender == null ? first.gender : draft.gender;
        return;
      }
    }
    introductions.add(draft);
  }

  /** What states a person's sex once states it for all of their turns. */
  private static void sharedGender(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (draft.gender == null || draft.name == null) {
        continue;
      }
      for (Draft other : drafts) {
        if (draft.name.equals(other.name) && other.gender == null) {
          other.gender = draft.gender;
        }
      }
    }
  }

  /** The latest full name that a name shortens; the name itself if there is none. */
  private @Nullable String known(String name) {
    if (name.charAt(0) > '\u0250') {
      return name;
    }
    for (int i = full.size() - 1; i >= 0; i--) {
      if (shortens(name, full.get(i))) {
        return full.get(i);
      }
    }
    return name;
  }

  private static boolean shortens(String name, String full) {
    String[] parts = name.toLowerCase(Locale.ROOT).split("\\s+");
    String[] whole = full.toLowerCase(Locale.ROOT).split("\\s+");
    if (parts.length > whole.length) {
      return false;
    }
    int initials = 0;
    while (initials < parts.length
        && parts[initials].length() == 2
        && parts[initials].endsWith(".")) {
      initials++;
    }
    for (int i = 0; i < initials; i++) {
      if (whole[i].charAt(0) != parts[i].charAt(0)) {
        return false;
      }
    }
    int rest = parts.length - initials;
    if (rest == 0 || rest + initials > whole.length) {
      return false;
    }
    for (int i = 0; i < rest; i++) {
      if (!parts[initials + i].equals(whole[whole.length - rest + i])) {
        return false;
      }
    }
    return true;
  }
}
