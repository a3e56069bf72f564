package org.nangdok.library;

import java.util.Optional;

/** Each key holder's list of articles, kept as one document that only its owner reads. */
public interface ListeningLists {

  /**
   * A list as it is kept.
   *
   * @param version counts the changes, from 1
   * @param entries a JSON array
   */
  record Kept(long version, String entries) {}

  /**
   * The list of an owner.
   *
   * @param owner a key's id
   */
  Optional<Kept> find(String owner);

  /**
   * Keeps a list, unless another device has changed it meanwhile.
   *
   * @param seen the version that the change is based on; 0 for none
   * @return the new version; nothing if the kept one isn't the one that was seen
   */
  Optional<Long> put(String owner, long seen, String entries);

  /** Forgets a list. */
  void remove(String owner);
}
