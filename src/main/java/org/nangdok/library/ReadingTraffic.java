package org.nangdok.library;

import java.util.List;
import java.util.function.Consumer;

/**
 * What machines that share a library tell each other of readings that aren't finished. News may be
 * lost while the database is away: whoever waits looks for itself now and then. Thread-safe.
 */
public interface ReadingTraffic {

  /** Somebody listens here, or still does: this machine is told of the reading for some seconds. */
  void listening(String reading);

  /** Nobody listens here any more. */
  void silent(String reading);

  /** Everybody who listened here has left: it rests, unless somebody listens elsewhere. */
  void left(String reading);

  /** Somebody wants it: it doesn't rest. */
  void wanted(String reading);

  /**
   * It is made to its end, whoever leaves.
   *
   * @return whether that is new: it rested, or nobody had said so
   */
  boolean owed(String reading);

  /** It needn't be made to its end any more: it rests, unless somebody listens. */
  void released(String reading);

  /** Whether it isn't to be made at the moment. */
  boolean rests(String reading);

  /** Something of it is new: tells the machines where somebody listens. */
  void changed(String reading);

  /** Has somebody told of readings of which something is new; "" for perhaps all of them. */
  void follow(Consumer<String> told);

  /** Unfinished readings that nobody works on, though somebody should. */
  List<String> forgotten();
}
