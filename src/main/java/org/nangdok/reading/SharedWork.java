package org.nangdok.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nangdok.library.ClipClaims;
import org.nangdok.library.LibraryException;
import org.nangdok.library.SectionQueue;
import org.nangdok.library.SectionQueue.Outcome;
import org.nangdok.library.SectionQueue.Section;
import org.nangdok.problem.ProblemException;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that several machines share: readings lie in a common queue by sections, whoever takes one
 * claims its clips, and a machine where somebody listens follows what the others make ({@link
 * Followed}). Each sentence is claimed by one machine; a machine that dies gives nothing more, and
 * what it held is taken by who waits for it or comes by.
 */
final class SharedWork implements SentenceWork, SectionQueue.Worker {

  private static final Logger LOG = LoggerFactory.getLogger(SharedWork.class);

  /** Of so many sentences each; the first one alone, so that it is heard soon. */
  private static final int SECTION = 8;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So long another machine may come that has a voice which this one lacks. */
  private static final Duration FOREIGN = Duration.ofMinutes(1);

  private final Sharing sharing;
  private final ClipClaims claims;
  private final KeptReadings kept;
  private final NaturalLoad load;
  private final Work work;
  private final Map<String, Followed> followed = new ConcurrentHashMap<>();
  private final Map<String, Instant> lacking = new ConcurrentHashMap<>();
  private final ScheduledExecutorService overseer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("followed").factory());

  SharedWork(Sharing sharing, KeptReadings kept, NaturalLoad load, Work work) {
    this.sharing = sharing;
    this.claims = sharing.claims();
    this.kept = kept;
    this.load = load;
    this.work = work;
    sharing.traffic().follow(this::heard);
  }

  @Override
  public void start() {
    sharing.queue().start(this);
    overseer.scheduleWithFixedDelay(
        this::lookAround, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void add(Reading reading) {
    Followed known = follow(reading);
    reading.audience().whenWanted(() -> add(reading));
    known.wanted();
  }

  private Followed follow(Reading reading) {
    return followed.compute(
        reading.id(),
        (id, before) ->
            before != null && before.reading() == reading
                ? before
                : new Followed(reading, sharing, kept, this));
  }

  @Override
  public void insist(Reading reading) {
    follow(reading).insist();
  }

  @Override
  public void rest(String reading) {
    sharing.traffic().released(reading);
  }

  /** Another machine says that something of a reading is new. */
  private void heard(String reading) {
    if (reading.isEmpty()) {
      followed.values().forEach(Followed::lookSoon);
    } else {
      Followed known = followed.get(reading);
      if (known != null) {
        known.lookSoon();
      }
    }
  }

  private void lookAround() {
    followed.forEach(
        (id, one) -> {
          if (one.isOver()) {
            followed.remove(id, one);
          } else {
            one.lookSoon();
          }
        });
  }

  /** A reading's sections that aren't settled, in their order. */
  static List<Section> sections(Reading reading) {
    Map<Integer, ClipKey> left = reading.unsettled();
    List<Section> sections = new ArrayList<>();
    for (int first = 0, end = 1; first < reading.size(); first = end, end += SECTION) {
      int last = Math.min(end, reading.size());
      int from = first;
      if (left.keySet().stream().anyMatch(index -> index >= from && index < last)) {
        sections.add(new Section(reading.id(), first, last));
      }
    }
    return sections;
  }

  @Override
  public Outcome work(Section section, boolean waitedFor) throws InterruptedException {
    try {
      Optional<Reading> reading = kept.find(section.reading());
      if (reading.isEmpty() || sharing.traffic().rests(section.reading())) {
        return Outcome.DONE; // whoever wants it again adds it again
      }
      return work(reading.get(), section, waitedFor);
    } catch (ProblemException e) {
      LOG.debug("A section is tried again", e);
      return Outcome.LATER;
    }
  }

  private Outcome work(Reading reading, Section section, boolean waitedFor)
      throws InterruptedException {
    kept.refresh(reading);
    Map<Integer, ClipKey> left = reading.unsettled();
    left.keySet().removeIf(index -> index < section.first() || index >= section.end());
    Set<ClipKey> mine = claims.claim(left.values());
    try {
      for (Map.Entry<Integer, ClipKey> one : left.entrySet()) {
        boolean claimed = mine.contains(one.getValue()) && claims.claim(one.getValue());
        if (claimed && reading.unsettled().containsKey(one.getKey())) {
          speak(reading, one.getKey());
          if (!waitedFor && sharing.queue().takeYield()) {
            return Outcome.YIELDED;
          }
        }
      }
    } finally {
      claims.release(mine);
    }
    kept.look(reading);
    kept.finish(reading);
    left.keySet().retainAll(reading.unsettled().keySet());
    return left.isEmpty() || reading.isSettled() ? Outcome.DONE : Outcome.LATER;
  }

  private void speak(Reading reading, int index) throws InterruptedException {
    try {
      work.speak(reading, index);
      lacking.remove(reading.id());
      sharing.traffic().changed(reading.id());
    } catch (ReadingException e) {
      Instant since = lacking.computeIfAbsent(reading.id(), id -> Instant.now());
      if (since.plus(FOREIGN).isAfter(Instant.now())) {
        throw e; // another machine may have the voice
      }
      work.without(reading, index);
    } catch (LibraryException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.error("A sentence broke the work on it", e);
      work.broke(reading, index, e);
    }
  }

  @Override
  public boolean survives(ProblemException failure) {
    return true;
  }

  @Override
  public int waiting() {
    return sharing.queue().readings();
  }

  @Override
  public Optional<Instant> oldest() {
    Duration age = sharing.queue().oldest();
    return age.isZero() ? Optional.empty() : Optional.of(Instant.now().minus(age));
  }

  @Override
  public Duration stalled() {
    return sharing.queue().busy();
  }

  @Override
  public int natural() {
    return (int)
        followed.values().stream()
            .map(Followed::reading)
            .filter(reading -> !reading.isSettled() && reading.audience().isWanted())
            .filter(reading -> load.isNatural(reading.plan()))
            .count();
  }

  /** Adds again what nobody works on, such as readings of a machine that died before it could. */
  void forgotten() {
    for (String id : sharing.traffic().forgotten()) {
      kept.find(id)
          .ifPresent(
              reading -> {
                sharing.queue().add(sections(reading), SectionQueue.OWED);
                kept.finish(reading);
              });
    }
  }

  @Override
  public void close() {
    overseer.shutdownNow();
    sharing.queue().close();
  }
}
