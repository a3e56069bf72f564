package org.nangdok;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.nangdok.library.ListeningCounts;
import org.nangdok.library.Rounds;
import org.nangdok.reading.Keeping;

/** Looks now and then at what is kept, and removes what is too old or too much. */
final class KeepingRounds {

  /** Counts of listening are kept a year and a month, so that a month can be compared. */
  private static final int DAYS_COUNTED = 396;

  private final Keeping keeping;
  private final ListeningCounts counts;
  private final Duration every;
  private final Rounds rounds;

  KeepingRounds(Keeping keeping, ListeningCounts counts, Duration every, Rounds rounds) {
    this.keeping = keeping;
    this.counts = counts;
    this.every = every;
    this.rounds = rounds;
  }

  void start() {
    rounds.begin("keeping", every, every, this::round);
  }

  private void round() {
    keeping.round();
    counts.forgetBefore(LocalDate.now(ZoneOffset.UTC).minusDays(DAYS_COUNTED));
  }
}
