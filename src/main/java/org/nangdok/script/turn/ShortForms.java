package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Survey;
import org.nangdok.script.person.Who;

/**
 * Resolves short forms of names, such as surnames and initials, to the person introduced before.
 */
final class ShortForms {

  private final Survey survey;
  private static final int MOST = 50;

  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, List<String>> all = new HashMap<>();

  ShortForms(Survey survey) {
    this.survey = survey;
  }

  /** Gives every named draft the full name and the title under which the person was introduced. */
  void resolve(List<Draft> drafts) {
    Map<String, Draft> introductions = new HashMap<>();
    for (Who who : survey.introduced()) {
      if (who.name() != null && who.name().indexOf(' ') > 0) {
        add(before, who.name());
      }
    }
    for (Draft draft : drafts) {
      if (draft.name != null && draft.name.indexOf(' ') > 0) {
        add(all, draft.name);
      }
    }
    for (Draft draft : drafts) {
      if (draft.name == null && draft.title != null && isIntroduced(draft.title)) {
        draft.name = draft.title;
        draft.title = null;
      }
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
      if (draft.name != null) {
        add(before, draft.name);
      }
      inherit(draft, introductions);
    }
    sharedGender(drafts);
  }

  /** Whether a header names somebody so: a name that looks like a function, as stage names do. */
  private boolean isIntroduced(String words) {
    Who who = survey.introduced(words);
    return who != null && words.equals(who.name());
  }

  private static void inherit(Draft draft, Map<String, Draft> introductions) {
    String name = String.valueOf(draft.name);
    Draft first = introductions.putIfAbsent(name, draft);
    if (first != null) {
      boolean talk = draft.block.part == Part.PERSON;
      draft.title = draft.title == null && talk ? first.title : draft.title;
      draft.gender = draft.gender == null ? first.gender : draft.gender;
    }
  }

  /** What states a person's sex once states it for all of their turns. */
  private static void sharedGender(List<Draft> drafts) {
    Map<String, Gender> stated = new HashMap<>();
    for (Draft draft : drafts) {
      if (draft.gender != null && draft.name != null) {
        stated.putIfAbsent(draft.name, draft.gender);
      }
    }
    for (Draft draft : drafts) {
      if (draft.gender == null && draft.name != null) {
        draft.gender = stated.get(draft.name);
      }
    }
  }

  /** Files a name under its last word; the latest names of the same last word suffice. */
  private static void add(Map<String, List<String>> names, String name) {
    List<String> list = names.computeIfAbsent(lastWord(name), k -> new ArrayList<>());
    if (!list.contains(name) && list.size() < MOST) {
      list.add(name);
    }
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  /** The latest full name that a name shortens; the name itself if there is none. */
  private @Nullable String known(String name) {
    if (name.charAt(0) > '\u0250') {
      return name;
    }
    List<String> earlier = before.getOrDefault(lastWord(name), List.of());
    for (int i = earlier.size() - 1; i >= 0; i--) {
      if (shortens(name, earlier.get(i))) {
        return earlier.get(i);
      }
    }
    for (String later : all.getOrDefault(lastWord(name), List.of())) {
      if (shortens(name, later)) {
        return later;
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
