package org.nangdok.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * Keeps what is made of the feed of that name as it is at that moment, so that nobody's change is
   * lost. What {@code change} throws changes nothing. Where one process keeps feeds, it has to see
   * itself to one change at a time.
   */
  default Feed keep(String name, Function<Optional<Feed>, Feed> change) {
    Feed changed = change.apply(find(name));
    save(changed);
    return changed;
  }

  /** Forgets a feed; its readings stay. */
  void remove(String name);
}
