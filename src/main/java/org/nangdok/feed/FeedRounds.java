package org.nangdok.feed;

import java.time.Duration;
import org.nangdok.library.Rounds;

/** The rounds in which the sources of all feeds are looked at, one after the other. */
public final class FeedRounds {

  private static final String NAME = "feeds";

  private final FeedDesk feeds;
  private final Duration every;
  private final Rounds rounds;

  /**
   * @param every the time between the end of a round and the beginning of the next
   */
  public FeedRounds(FeedDesk feeds, Duration every, Rounds rounds) {
    this.feeds = feeds;
    this.every = every;
    this.rounds = rounds;
  }

  /** Begins the first round now and then goes on. */
  public void start() {
    rounds.begin(NAME, Duration.ZERO, every, feeds::follow);
  }

  /** Does one round soon, besides the usual ones. */
  public void soon() {
    rounds.soon(NAME);
  }
}
