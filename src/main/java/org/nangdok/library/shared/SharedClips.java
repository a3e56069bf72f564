package org.nangdok.library.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Clip;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipObject;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Clips as objects {@code clips/ab/<key>} of a bucket, with a row for each in the database. The
 * object decides: a row says only what the object that is kept says, whoever writes it. Clips that
 * were used last are in memory.
 */
public final class SharedClips implements ClipStore {

  private static final Logger LOG = LoggerFactory.getLogger(SharedClips.class);
  private static final int TRIES = 5;

  private final Bucket bucket;
  private final ClipTable table;
  private final @Nullable ClipLeases leases;
  private final Cache<ClipKey, byte[]> sounds;

  /**
   * @param memory how many bytes of sound are kept in memory
   */
  public SharedClips(Bucket bucket, JdbcClient client, long memory) {
    this(bucket, client, memory, null);
  }

  /**
   * @param memory how many bytes of sound are kept in memory
   * @param leases this node's claims, by which rows are written behind; null to write each at once
   */
  public SharedClips(Bucket bucket, JdbcClient client, long memory, @Nullable ClipLeases leases) {
    this.leases = leases;
    this.bucket = bucket;
    this.table = new ClipTable(client);
    this.sounds =
        Caffeine.newBuilder()
            .maximumWeight(memory)
            .weigher((ClipKey key, byte[] sound) -> sound.length)
            .build();
  }

  @Override
  public Optional<ClipInfo> info(ClipKey key) {
    Optional<ClipInfo> unwritten = leases == null ? Optional.empty() : leases.unwritten(key);
    return unwritten.isPresent() ? unwritten : explained(() -> table.info(key));
  }

  @Override
  public Optional<ClipInfo> search(ClipKey key) {
    return explained(
        () ->
            bucket
                .get(name(key))
                .flatMap(ClipObject::read)
                .map(ClipObject::info)
                .map(info -> written(key, info)));
  }

  @Override
  public Map<ClipKey, ClipInfo> infos(Collection<ClipKey> keys) {
    Map<ClipKey, ClipInfo> known = explained(() -> table.infos(keys));
    if (leases != null) {
      keys.forEach(key -> leases.unwritten(key).ifPresent(info -> known.put(key, info)));
    }
    return known;
  }

  @Override
  public Optional<byte[]> bytes(ClipKey key) {
    byte[] known = sounds.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> sound =
        explained(() -> bucket.get(name(key))).flatMap(ClipObject::read).map(ClipObject::sound);
    if (sound.isPresent()) {
      sounds.put(key, sound.get());
    } else {
      explained(() -> table.remove(key)); // else its reading would never make it again
    }
    return sound;
  }

  @Override
  public ClipInfo put(ClipKey key, Clip clip) {
    return explained(() -> written(key, kept(key, clip)));
  }

  private ClipInfo written(ClipKey key, ClipInfo info) {
    return leases != null && leases.kept(key, info) ? info : table.keep(key, info);
  }

  /** That an object is there already may be the echo of an answer that was lost: it is read. */
  private ClipInfo kept(ClipKey key, Clip clip) {
    byte[] object = ClipObject.write(clip);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (bucket.put(name(key), object)) {
        sounds.put(key, clip.mp3());
        return new ClipInfo(clip.mp3().length, clip.soundEnd(), clip.marks(), clip.exact());
      }
      Optional<byte[]> there = bucket.get(name(key));
      Optional<ClipObject> whole = there.flatMap(ClipObject::read);
      if (whole.isPresent()) {
        sounds.put(key, whole.get().sound());
        return whole.get().info();
      }
      if (there.isPresent()) {
        LOG.warn("A clip in the bucket is damaged and is replaced");
        bucket.replace(name(key), object);
      } // else it was removed at this moment
    }
    throw failed(new IllegalStateException("An object is there and isn't, again and again."));
  }

  @Override
  public long remove(ClipKey key) {
    sounds.invalidate(key);
    if (leases != null) {
      leases.forget(key);
    }
    return explained(
        () -> {
          bucket.remove(name(key));
          return table.remove(key);
        });
  }

  @Override
  public void each(Visitor visitor) {
    explained(
        () -> {
          table.each(visitor);
          return true;
        });
  }

  static String name(ClipKey key) {
    return "clips/" + key.hex().substring(0, 2) + "/" + key.hex();
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException | SdkException e) {
      throw failed(e);
    }
  }

  private static LibraryException failed(Exception e) {
    LOG.warn("The shared clips can't be reached: {}", e.toString());
    return new LibraryException(
        "storage.failed",
        "The store of the sound doesn't answer at the moment. Try again in a moment.",
        e);
  }
}
