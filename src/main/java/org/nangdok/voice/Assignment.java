package org.nangdok.voice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.nangdok.script.Speaker;

/**
 * One round of choosing voices. Every person takes the voice with the smallest cost; the hash of
 * outlet and name decides among equals, so the same person has the same voice every day.
 */
final class Assignment {

  /** What a voice costs a person: neighbours weigh most, the hash least. */
  private static final double NEIGHBOUR = 10_000;

  private static final double ANCHOR_AND_REPORTER = 3_000;
  private static final double WRONG_SEX = 1_000;
  private static final double ALIKE = 600;

  /** For each step below the best voice: less than the wrong sex, more than sharing with a few. */
  private static final double LESS_NATURAL = 450;

  private static final double TWO_TURNS_AWAY = 300;
  private static final double TAKEN = 100;
  private static final double NOT_PREFERRED = 10;

  /**
   * A person's voice.
   *
   * @param share how many people of the script had the voice before
   */
  record Assigned(Voice voice, int share) {}

  private final Catalogue catalogue;
  private final List<Voice> voices;
  private final Map<Speaker, List<Voice>> preferred;
  private final AlikeVoices alike;
  private final String outlet;
  private final int best;
  private final Map<String, Assigned> assigned = new HashMap<>();
  private final Map<Integer, Person> byTurn = new HashMap<>();
  private final Map<String, Integer> shares = new HashMap<>();
  private final Set<Voice> anchors = new HashSet<>();
  private final Set<Voice> reporters = new HashSet<>();

  Assignment(
      Catalogue catalogue,
      List<Voice> voices,
      Map<Speaker, List<Voice>> preferred,
      AlikeVoices alike,
      String outlet) {
    this.catalogue = catalogue;
    this.voices = voices;
    this.preferred = preferred;
    this.alike = alike;
    this.outlet = outlet;
    this.best = voices.stream().mapToInt(catalogue::quality).max().orElse(0);
  }

  Map<String, Assigned> assign(Map<String, Person> persons, Map<String, Voice> fixed) {
    List<Person> order = new ArrayList<>(persons.values());
    for (Person person : order) {
      person.turns().forEach(turn -> byTurn.put(turn, person));
    }
    order.sort(Comparator.comparingInt(Person::rank).thenComparing(p -> -p.words()));
    for (Person person : order) {
      Voice voice = fixed.get(person.key());
      if (voice != null) {
        take(person, voice);
      }
    }
    for (Person person : order) {
      if (!assigned.containsKey(person.key())) {
        take(person, cheapest(person));
      }
    }
    return assigned;
  }

  private void take(Person person, Voice voice) {
    int share = shares.merge(voice.id(), 1, Integer::sum) - 1;
    assigned.put(person.key(), new Assigned(voice, share));
    if (person.is(Speaker.ANCHOR)) {
      anchors.add(voice);
    } else if (person.isReporter()) {
      reporters.add(voice);
    }
  }

  private Voice cheapest(Person person) {
    Set<String> next = around(person, 1);
    Set<String> near = around(person, 2);
    Voice best = voices.get(0);
    double least = Double.MAX_VALUE;
    for (Voice voice : voices) {
      double cost = cost(person, voice, next, near);
      if (cost < least) {
        least = cost;
        best = voice;
      }
    }
    return best;
  }

  private double cost(Person person, Voice voice, Set<String> next, Set<String> near) {
    double cost = 0;
    if (next.contains(voice.id())) {
      cost += NEIGHBOUR;
    } else if (near.contains(voice.id())) {
      cost += TWO_TURNS_AWAY;
    }
    cost += next.stream().anyMatch(other -> alike.are(voice.id(), other)) ? ALIKE : 0;
    if (person.gender() != null && voice.gender() != null && person.gender() != voice.gender()) {
      cost += WRONG_SEX;
    }
    Set<Voice> opposite =
        person.is(Speaker.ANCHOR) ? reporters : person.isReporter() ? anchors : Set.of();
    for (Voice other : opposite) {
      cost += catalogue.areApart(voice, other) ? 0 : ANCHOR_AND_REPORTER;
    }
    cost += LESS_NATURAL * (best - catalogue.quality(voice));
    cost += TAKEN * shares.getOrDefault(voice.id(), 0);
    return cost + preference(person, voice);
  }

  /** Between 0 and 20: roles first where no name is known, else the hash. */
  private double preference(Person person, Voice voice) {
    double hash = hash(person, voice);
    if (person.name() != null) {
      return hash;
    }
    int rank = -1;
    for (Speaker role : person.roles()) {
      Speaker listed = role == Speaker.REPORT ? Speaker.REPORTER : role;
      int at = preferred.getOrDefault(listed, List.of()).indexOf(voice);
      rank = Math.max(rank, at);
    }
    return rank < 0 ? NOT_PREFERRED + hash : rank;
  }

  /** Between 0 and 9, by outlet, person and voice: adding a voice moves few people. */
  private double hash(Person person, Voice voice) {
    CRC32 crc = new CRC32();
    String name = person.name() == null ? person.key() : person.name();
    crc.update((outlet + "\n" + name + "\n" + voice.id()).getBytes(StandardCharsets.UTF_8));
    long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
    return (mixed >>> 40) / (double) (1 << 24) * 9;
  }

  /** The voices of others who speak within so many turns of a person. */
  private Set<String> around(Person person, int distance) {
    Set<String> ids = new HashSet<>();
    for (int turn : person.turns()) {
      for (int i = turn - distance; i <= turn + distance; i++) {
        Person other = byTurn.get(i);
        if (other != null && !other.key().equals(person.key())) {
          Assigned taken = assigned.get(other.key());
          if (taken != null) {
            ids.add(taken.voice().id());
          }
        }
      }
    }
    return ids;
  }
}
