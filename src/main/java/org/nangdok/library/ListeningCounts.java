package org.nangdok.library;

import java.time.LocalDate;
import java.util.List;

/** How often articles were heard, by day, article and the site that showed the player. */
public interface ListeningCounts {

  /** How far somebody came. */
  enum Event {
    START,
    QUARTER,
    HALF,
    THREE_QUARTERS,
    COMPLETE
  }

  /**
   * One count.
   *
   * @param day in UTC
   * @param reading its id
   * @param title the article's, where it is still kept
   * @param site host that showed the player; empty for the service's own page
   */
  record Count(LocalDate day, String reading, String title, String site, Event event, long total) {}

  /** Counts one more. */
  void add(LocalDate day, String reading, String site, Event event);

  /**
   * The counts of some days, the most heard first.
   *
   * @param most rows at most
   */
  List<Count> between(LocalDate first, LocalDate last, int most);

  /** Forgets what was counted before a day. */
  void forgetBefore(LocalDate day);
}
