package org.nangdok.library;

import java.util.Optional;

/**
 * Where pictures that came with documents are kept, until the reading or the work goes that they
 * belong to. Implementations are thread-safe.
 */
public interface CoverStore {

  /** What has a picture. */
  enum Owner {
    READING,
    WORK
  }

  /** Keeps a picture in the place of one before it; does nothing if there is no such owner. */
  void keep(Owner owner, String id, byte[] picture);

  /** The picture of that owner. */
  Optional<byte[]> find(Owner owner, String id);
}
