package org.nangdok.library;

import java.util.Optional;
import org.nangdok.library.StoredWork.Place;

/**
 * Where each holder of a key stopped listening in long works, until the work goes. Implementations
 * are thread-safe.
 */
public interface ListenerPlaces {

  /** Keeps a place instead of the one before; does nothing if there is no such work. */
  void keep(String work, String listener, Place place);

  /** Where a listener stopped. */
  Optional<Place> find(String work, String listener);
}
