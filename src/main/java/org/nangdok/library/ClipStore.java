package org.nangdok.library;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nangdok.audio.Clip;
import org.nangdok.utterance.ClipKey;

/**
 * Where clips are kept. A key's clip never changes: the first writer wins. A clip is found whole or
 * not at all, whatever happens while it is written. Implementations are thread-safe.
 */
public interface ClipStore {

  /** What is known of a clip, or nothing if there is none. */
  Optional<ClipInfo> info(ClipKey key);

  /**
   * What is known of several clips, in one question where the store is elsewhere.
   *
   * @return those that there are
   */
  default Map<ClipKey, ClipInfo> infos(Collection<ClipKey> keys) {
    Map<ClipKey, ClipInfo> known = new HashMap<>();
    keys.forEach(key -> info(key).ifPresent(info -> known.put(key, info)));
    return known;
  }

  /**
   * The same, looked for where the clip itself would lie: whoever made it may have died before
   * anybody could know of it.
   */
  default Optional<ClipInfo> search(ClipKey key) {
    return info(key);
  }

  /** A clip's frames, or nothing if there is none. */
  Optional<byte[]> bytes(ClipKey key);

  /**
   * Keeps a clip unless the key has one.
   *
   * @return the clip that is kept now, which another may have put
   * @throws LibraryException with code {@code storage.full} if there is no room, {@code
   *     storage.failed} if it can't be written for another reason
   */
  ClipInfo put(ClipKey key, Clip clip);

  /**
   * Takes a clip away.
   *
   * @return how many bytes that gives back; 0 if there was none
   */
  long remove(ClipKey key);

  /** Is told of clips. */
  interface Visitor {
    /**
     * @param bytes what it takes with all that belongs to it
     * @param made when it was made
     */
    void clip(ClipKey key, long bytes, Instant made);
  }

  /** Tells of each clip, in no order. */
  void each(Visitor visitor);
}
