package org.nangdok.library;

import java.util.List;
import java.util.Optional;

/** Where feeds are kept. Implementations are thread-safe; what was saved survives the process. */
public interface FeedStore {

  /** All feeds, by name. */
  List<Feed> all();

  /** The feed of that name. */
  Optional<Feed> find(String name);

  /**
   * Keeps a feed; one of the same name is replaced.
   *
   * @throws LibraryException if it can't be kept
   */
  void save(Feed feed);

  /** Forgets a feed; its readings stay. */
  void remove(String name);
}
