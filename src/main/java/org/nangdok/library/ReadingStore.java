package org.nangdok.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where readings are kept. Implementations are thread-safe; what was saved survives the process.
 */
public interface ReadingStore {

  /** Keeps a reading with its plan; one with the same id is replaced, its creation stays. */
  void save(StoredReading reading, StoredPlan plan);

  /** Keeps how a reading stands; does nothing if it is gone. */
  void settle(String id, boolean finished, String states);

  /** The reading of that id. */
  Optional<StoredReading> find(String id);

  /** The content of its plan. */
  Optional<byte[]> plan(String id);

  /** Readings that still have sentences to be spoken, oldest first. */
  List<String> unfinished();

  /** Readings whose clips aren't listed, because version 1 kept them. */
  List<String> outdated();

  /**
   * Readings, newest first.
   *
   * @param owner whose; everybody's if null
   * @param before made before this one; from the newest on if null
   */
  List<ListedReading> newest(@Nullable String owner, @Nullable String before, int most);

  /** Readings, least recently heard first. */
  List<ListedReading> leastHeard();

  /** Somebody asked for a reading. */
  void heard(String id, Instant when);

  /** Lets a key see it as its own. */
  void own(String id, String owner);

  /**
   * Takes it from a key.
   *
   * @return whether it was the key's
   */
  boolean disown(String id, String owner);

  /** Whether it is any key's. */
  boolean isOwned(String id);

  /** The keys of a reading's clips, {@value StoredPlan#KEY} bytes each. */
  byte[] clips(String id);

  /** The same of all readings, one after the other. */
  void eachClips(Consumer<byte[]> keys);

  /**
   * Forgets a reading; its clips stay.
   *
   * @return whether there was one
   */
  boolean remove(String id);
}
