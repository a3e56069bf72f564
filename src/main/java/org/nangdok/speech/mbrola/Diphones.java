package org.nangdok.speech.mbrola;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which pairs of phones the database hasn't recorded, and how to do without them: by a phone that
 * listeners take for the same, else by a short silence, which is a closure before the second. Most
 * are known from a trial of all pairs with hn1, version 4; others are learned when the program
 * names them. Thread-safe.
 */
final class Diphones {

  /** As short as MBROLA's two halves of a silence can be heard to be nothing but a closure. */
  private static final double CLOSURE_MILLIS = 24;

  /** What may be left of a phone that gives its time to a closure. */
  private static final double LEAST_MILLIS = 20;

  private static final Map<String, String> VOICELESS =
      Map.of("g", "k", "d", "t", "b", "p", "dz\\", "ts\\", "s\\", "s", "l", "4");
  private static final Set<String> LENIS = Set.of("k", "t", "p", "ts\\");
  private static final Map<String, String> RELEASED_NASALS = Map.of("n_}", "n", "m_}", "m");
  private static final Set<String> OBSTRUENT_CODAS = Set.of("k_}", "t_}", "p_}");

  /** Two phones in a row. */
  record Pair(String first, String second) {}

  private final Set<Pair> learned = ConcurrentHashMap.newKeySet();

  /** Remembers pairs that the program didn't find; false if all of them were known already. */
  boolean learn(Set<Pair> missing) {
    return learned.addAll(missing);
  }

  /** The same sentence without pairs that are missing; its length stays. */
  List<Phone> speakable(List<Phone> phones) {
    var done = new ArrayList<Phone>(phones.size());
    for (Phone phone : phones) {
      if (!done.isEmpty()) {
        join(done, phone);
      } else {
        done.add(phone);
      }
    }
    return done;
  }

  private void join(List<Phone> done, Phone phone) {
    Phone before = done.getLast();
    Phone next = phone;
    if (before.isSilence()) {
      next = next.named(VOICELESS.getOrDefault(next.name(), next.name()));
    } else if (next.isVowel() && RELEASED_NASALS.containsKey(before.name())) {
      before = before.named(RELEASED_NASALS.getOrDefault(before.name(), before.name()));
      done.set(done.size() - 1, before);
    } else if (before.name().equals("s\\") && !next.name().equals("i")) {
      before = before.named("s");
      done.set(done.size() - 1, before);
    } else if (next.name().equals("l") && !before.name().equals("l_}")) {
      next = next.named("4");
    } else if (next.name().equals("4") && before.name().equals("l_}")) {
      next = next.named("l");
    }
    if (isMissing(before, next)) {
      Phone opened = next.named(VOICELESS.getOrDefault(next.name(), next.name()));
      double closure = Math.min(CLOSURE_MILLIS, Math.max(0, next.millis() - LEAST_MILLIS));
      done.add(new Phone(Phone.SILENCE, closure, List.of(), next.part(), next.syllable()));
      next = opened.lasting(next.millis() - closure);
    }
    done.add(next);
  }

  private boolean isMissing(Phone before, Phone next) {
    if (before.isSilence() || next.isSilence()) {
      return false;
    }
    boolean known =
        switch (before.name()) {
          case "l_}", "N" -> LENIS.contains(next.name());
          default -> next.isVowel() && OBSTRUENT_CODAS.contains(before.name());
        };
    return known || learned.contains(new Pair(before.name(), next.name()));
  }
}
