package org.nangdok.voice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.Speaker;
import org.nangdok.script.Turn;

/**
 * Somebody to be cast.
 *
 * @param key the identity's key in the script
 * @param roles in which roles they speak
 * @param turns the numbers of their turns, ascending
 * @param words how many characters they say
 */
record Person(
    String key,
    @Nullable String name,
    @Nullable Gender gender,
    Set<Speaker> roles,
    List<Integer> turns,
    int words) {

  /** The people of the turns by their keys, in order of appearance. */
  static Map<String, Person> of(List<Turn> turns) {
    Map<String, Person> persons = new LinkedHashMap<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      Person before = persons.get(turn.person());
      Set<Speaker> roles = EnumSet.of(turn.speaker());
      List<Integer> numbers = before == null ? new ArrayList<>() : before.turns();
      if (before != null) {
        roles.addAll(before.roles());
      }
      numbers.add(i);
      int words = turn.text().length() + (before == null ? 0 : before.words());
      Gender gender = before != null && before.gender() != null ? before.gender() : turn.gender();
      persons.put(
          turn.person(), new Person(turn.person(), turn.name(), gender, roles, numbers, words));
    }
    return persons;
  }

  /** Whether a role is among theirs. */
  boolean is(Speaker role) {
    return roles.contains(role);
  }

  boolean isReporter() {
    return is(Speaker.REPORTER) || is(Speaker.REPORT);
  }

  /** The place in the order of choosing: anchor, reporter, guests, narrator, question, answer. */
  int rank() {
    if (is(Speaker.ANCHOR)) {
      return 0;
    }
    if (isReporter()) {
      return 1;
    }
    if (is(Speaker.INTERVIEW)) {
      return 2;
    }
    return is(Speaker.NARRATOR) ? 3 : is(Speaker.QUESTION) ? 4 : 5;
  }
}
