package org.nangdok.speech.recorded;

import java.util.HashMap;
import java.util.Map;

/** Kinds of phones by what a join in them does to the ear, and by how a stop is released. */
enum PhoneKind {
  VOWEL(1, "a E V e o u M i"),
  /** So short that all of it is transition. */
  GLIDE(2.5, "j w W"),
  LIQUID(2, "l r"),
  NASAL(1.2, "n m N"),
  FRICATIVE(1, "s S h"),
  UNRELEASED(.6, "K T P"),
  VOICED(.8, "g d b z"),
  LAX(.6, "k0 t0 p0 c0"),
  TENSE(.6, "k t p c"),
  ASPIRATED(.6, "kh th ph ch"),
  SILENCE(0, PhonePlan.SILENCE);

  private static final Map<String, PhoneKind> KINDS = new HashMap<>();

  static {
    for (PhoneKind kind : values()) {
      for (String phone : kind.phones.split(" ")) {
        KINDS.put(phone, kind);
      }
    }
  }

  private final double joinWeight;
  private final String phones;

  PhoneKind(double joinWeight, String phones) {
    this.joinWeight = joinWeight;
    this.phones = phones;
  }

  static PhoneKind of(String phone) {
    return KINDS.getOrDefault(phone, VOWEL);
  }

  /** How much a join inside it costs, in joins inside vowels. */
  double joinWeight() {
    return joinWeight;
  }
}
