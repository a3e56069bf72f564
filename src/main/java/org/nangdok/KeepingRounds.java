package org.nangdok;

import java.time.Duration;
import org.nangdok.library.Rounds;
import org.nangdok.reading.Keeping;

/** Looks now and then at what is kept, and removes what is too old or too much. */
final class KeepingRounds {

  private final Keeping keeping;
  private final Duration every;
  private final Rounds rounds;

  KeepingRounds(Keeping keeping, Duration every, Rounds rounds) {
    this.keeping = keeping;
    this.every = every;
    this.rounds = rounds;
  }

  void start() {
    rounds.begin("keeping", every, every, keeping::round);
  }
}
