package org.nangdok.reading;

/** Who comes before whom when sentences are made, the most urgent first. */
enum Urgency {
  /** Somebody listens. */
  HEARD,
  /** Somebody waits for it. */
  AWAITED,
  /** It was promised to be made, and nobody waits. */
  PROMISED;

  static Urgency of(Audience audience) {
    if (audience.isListening()) {
      return HEARD;
    }
    return audience.isBehind() ? PROMISED : AWAITED;
  }
}
