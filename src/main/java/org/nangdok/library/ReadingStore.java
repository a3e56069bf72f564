package org.nangdok.library;

import java.util.List;
import java.util.Optional;

/**
 * Where readings are kept. Implementations are thread-safe; what was saved survives the process.
 */
public interface ReadingStore {

  /** Keeps a reading; one with the same id is replaced, its time of creation stays. */
  void save(StoredReading reading);

  /** The reading of that id. */
  Optional<StoredReading> find(String id);

  /** Readings that still have sentences to be spoken, oldest first. */
  List<StoredReading> unfinished();
}
