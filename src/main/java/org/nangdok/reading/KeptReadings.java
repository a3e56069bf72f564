package org.nangdok.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.SectionClaims;
import org.nangdok.library.StoredPlan;
import org.nangdok.library.StoredReading;
import org.nangdok.problem.ProblemException;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.DigestUtils;

/**
 * All readings: each is one object while anybody has it, those that were used last stay in memory,
 * and all of them are in the store. Thread-safe.
 */
final class KeptReadings {

  private static final Logger LOG = LoggerFactory.getLogger(KeptReadings.class);
  private static final Duration HEARD = Duration.ofHours(1);
  private static final int BYTES_PER_SENTENCE = 500;

  private final ReadingStore store;
  private final ClipStore clips;
  private final ClipMaker maker;
  private final Clock clock;
  private final PlanShelf shelf;
  private final ReadingDocument documents = new ReadingDocument();
  private final Cache<String, Reading> live = Caffeine.newBuilder().weakValues().build();
  private final Cache<String, Reading> recent;
  private final Cache<String, Boolean> heard =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(HEARD).build();

  /** Who begins a reading relies on the clips that it finds; who removes one takes clips away. */
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

  /**
   * @param bytes how much memory readings may take together
   */
  KeptReadings(ReadingStore store, ClipStore clips, ClipMaker maker, Clock clock, long bytes) {
    this.store = store;
    this.clips = clips;
    this.maker = maker;
    this.clock = clock;
    this.shelf = new PlanShelf(store, bytes / 2);
    this.recent =
        Caffeine.newBuilder()
            .maximumWeight(bytes / 2)
            .weigher((String id, Reading reading) -> 1_000 + BYTES_PER_SENTENCE * reading.size())
            .build();
  }

  /** The reading of a plan, begun if there is none. */
  Reading of(ReadingPlan plan) {
    use.readLock().lock();
    try {
      Reading reading =
          live.get(
              plan.id(),
              id -> {
                Optional<StoredReading> stored = store.find(id);
                return stored.isPresent() ? restore(stored.get()) : begin(plan);
              });
      return touched(reading);
    } finally {
      use.readLock().unlock();
    }
  }

  /** The same reading from its beginning, after it failed. */
  Reading again(Reading failed, ReadingPlan plan) {
    use.readLock().lock();
    try {
      live.asMap().remove(plan.id(), failed);
      return touched(live.get(plan.id(), id -> begin(plan)));
    } finally {
      use.readLock().unlock();
    }
  }

  Optional<Reading> find(String id) {
    use.readLock().lock();
    try {
      Reading reading =
          live.get(id, missing -> store.find(missing).map(this::restore).orElse(null));
      return reading == null ? Optional.empty() : Optional.of(touched(reading));
    } finally {
      use.readLock().unlock();
    }
  }

  /** The same for who only looks something up: it isn't heard by that. */
  Optional<Reading> peek(String id) {
    use.readLock().lock();
    try {
      return Optional.ofNullable(
          live.get(id, missing -> store.find(missing).map(this::restore).orElse(null)));
    } finally {
      use.readLock().unlock();
    }
  }

  /** The same for who makes it: it is kept in memory, but isn't heard by that either. */
  Optional<Reading> made(String id) {
    Optional<Reading> reading = peek(id);
    reading.filter(one -> recent.getIfPresent(id) == null).ifPresent(one -> recent.put(id, one));
    return reading;
  }

  /** A reading that somebody has at the moment, or had lately. */
  @Nullable Reading present(String id) {
    return live.getIfPresent(id);
  }

  private Reading touched(Reading reading) {
    if (recent.getIfPresent(reading.id()) == null) {
      recent.put(reading.id(), reading);
    }
    if (heard.asMap().putIfAbsent(reading.id(), true) == null) {
      try {
        store.heard(reading.id(), clock.instant());
      } catch (LibraryException e) {
        LOG.debug("When a reading was heard isn't kept", e);
      }
    }
    return reading;
  }

  private Reading begin(ReadingPlan plan) {
    List<SentenceState> states = states(plan, Map.of());
    states.stream()
        .filter(SentenceState.Ready.class::isInstance)
        .forEach(ready -> maker.watch().clipFound());
    var reading = new Reading(plan, clock.instant(), states);
    save(reading);
    heard.put(reading.id(), true); // with its creation
    maker.watch().readingIs(Reading.State.PREPARED);
    List<String> reasons = plan.unspoken().stream().map(Account.Part::reason).toList();
    maker.watch().accounted(plan.dropped().size(), reasons);
    return reading;
  }

  private Reading restore(StoredReading stored) {
    String document = stored.document();
    ReadingPlan plan;
    Map<Integer, SentenceState.Skipped> skipped;
    try {
      if (document == null) {
        plan = shelf.get(stored.id()).plan();
        skipped = documents.skipped(stored.states());
      } else {
        ReadingDocument.Kept kept = documents.read(document);
        plan = kept.plan();
        skipped = kept.skipped();
      }
    } catch (IllegalArgumentException e) {
      throw new LibraryException(
          "storage.failed", "This reading can't be read any more. Ask for the article again.", e);
    }
    var reading = new Reading(plan, stored.created(), states(plan, skipped));
    if (document == null) {
      reading.shelve(shelf);
    } else {
      upgrade(reading);
    }
    return reading;
  }

  /** How its sentences stand by what is kept; asked once for all of them. */
  private List<SentenceState> states(
      ReadingPlan plan, Map<Integer, SentenceState.Skipped> skipped) {
    List<PlannedSentence> sentences = plan.sentences();
    Map<ClipKey, ClipInfo> kept =
        clips.infos(sentences.stream().map(PlannedSentence::key).distinct().toList());
    return sentences.stream()
        .map(sentence -> state(kept.get(sentence.key()), skipped.get(sentence.index())))
        .toList();
  }

  private static SentenceState state(
      @Nullable ClipInfo clip, SentenceState.@Nullable Skipped skipped) {
    if (clip != null) {
      return new SentenceState.Ready(clip);
    }
    return skipped != null ? skipped : SentenceState.WAITING;
  }

  /** Where there is no room for the new form, the old one stays. */
  private void upgrade(Reading reading) {
    try {
      save(reading);
    } catch (LibraryException e) {
      LOG.warn("A reading of an earlier version stays in its form: {}", e.code());
    }
  }

  /** Keeps all of a reading; from then on its plan needn't stay in memory. */
  void save(Reading reading) {
    List<SentenceState> states = reading.progress().sentences();
    store.save(
        new StoredReading(
            reading.id(),
            states.stream().allMatch(SentenceState::settled),
            documents.states(states),
            reading.created()),
        documents.write(reading.plan()));
    reading.shelve(shelf);
  }

  /** One of its clips isn't what it was: whoever asks next has it looked at anew, and made. */
  void doubt(Reading reading) {
    LOG.warn("A clip of the reading {} is gone or cut short", reading.id());
    live.asMap().remove(reading.id(), reading);
    recent.asMap().remove(reading.id(), reading);
  }

  /** Takes what other machines have made of a reading. */
  void look(Reading reading) {
    Map<Integer, ClipKey> left = reading.unsettled();
    if (!left.isEmpty()) {
      reading.found(clips.infos(Set.copyOf(left.values())));
    }
  }

  /**
   * Takes all that other machines have changed of a reading: clips, what was left out, other
   * voices, that it was removed.
   */
  void refresh(Reading reading) {
    Optional<StoredReading> stored = store.find(reading.id());
    if (stored.isEmpty()) {
      reading.fail(new Reading.Failure(Reading.REMOVED, "This reading was removed."));
      return;
    }
    if (!Arrays.equals(store.clips(reading.id()), keys(reading))) {
      shelf.remove(reading.id());
      reading.adopt(shelf.get(reading.id()).plan());
      reading.shelve(shelf);
    }
    look(reading);
    leaveOut(reading, stored.get().states());
  }

  /**
   * Takes how a reading stood when a section of it was begun.
   *
   * @return whether its plan is still the one that the section was taken from
   */
  boolean take(Reading reading, SectionClaims.Standing standing) {
    if (!standing.known()) {
      reading.fail(new Reading.Failure(Reading.REMOVED, "This reading was removed."));
      return true;
    }
    if (!standing.plan().equals(DigestUtils.md5DigestAsHex(keys(reading)))) {
      refresh(reading);
      return false;
    }
    reading.found(standing.kept());
    leaveOut(reading, standing.states());
    return true;
  }

  /** What others left out isn't tried here. */
  private void leaveOut(Reading reading, String states) {
    Map<Integer, ClipKey> left = reading.unsettled();
    documents
        .skipped(states)
        .forEach(
            (index, skipped) -> {
              if (left.containsKey(index)) {
                reading.settle(index, skipped);
              }
            });
  }

  private static byte[] keys(Reading reading) {
    var keys = new ByteArrayOutputStream();
    for (int i = 0; i < reading.size(); i++) {
      keys.writeBytes(HexFormat.of().parseHex(reading.key(i).hex()));
    }
    return keys.toByteArray();
  }

  /** Keeps that a reading has come to its end, if it has. */
  void finish(Reading reading) {
    if (reading.unsettled().isEmpty() && !reading.isRemoved()) {
      settle(reading);
    }
  }

  /** Keeps how a reading stands. */
  void settle(Reading reading) {
    List<SentenceState> states = reading.progress().sentences();
    store.settle(
        reading.id(), states.stream().allMatch(SentenceState::settled), documents.states(states));
  }

  /**
   * Forgets readings, and the clips that no other reading uses.
   *
   * @return how many bytes of sound that gave back
   */
  long remove(Collection<String> ids) {
    upgrade();
    use.writeLock().lock();
    try {
      Set<ClipKey> free = new LinkedHashSet<>();
      for (String id : ids) {
        each(store.clips(id), free::add);
        Reading reading = live.getIfPresent(id);
        if (store.remove(id) && reading != null) {
          reading.fail(new Reading.Failure(Reading.REMOVED, "This reading was removed."));
        }
        live.invalidate(id);
        recent.invalidate(id);
        heard.invalidate(id);
        shelf.remove(id);
      }
      store.eachClips(used -> each(used, free::remove));
      return free.stream().mapToLong(clips::remove).sum();
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Brings readings of version 1 into the form in which it is known which clips they use. */
  void upgrade() {
    for (String old : store.outdated()) {
      try {
        find(old);
      } catch (ProblemException e) {
        LOG.warn("The reading {} can't be read any more", old);
      }
    }
  }

  /** A clip that was made for a reading while that was removed. */
  void forget(ClipKey key) {
    use.writeLock().lock();
    try {
      Set<ClipKey> free = new LinkedHashSet<>(Set.of(key));
      store.eachClips(used -> each(used, free::remove));
      free.forEach(clips::remove);
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Does something while no reading begins that would rely on clips. */
  void alone(Runnable work) {
    use.writeLock().lock();
    try {
      work.run();
    } finally {
      use.writeLock().unlock();
    }
  }

  static void each(byte[] keys, java.util.function.Consumer<ClipKey> told) {
    for (int from = 0; from + StoredPlan.KEY <= keys.length; from += StoredPlan.KEY) {
      String hex = HexFormat.of().formatHex(keys, from, from + StoredPlan.KEY);
      ClipKey.parse(hex).ifPresent(told);
    }
  }
}
