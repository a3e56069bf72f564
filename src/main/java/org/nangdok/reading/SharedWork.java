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
import org.nangdok.library.LibraryException;
import org.nangdok.library.SectionClaims;
import org.nangdok.library.SectionQueue;
import org.nangdok.library.SectionQueue.Outcome;
import org.nangdok.library.SectionQueue.Section;
import org.nangdok.library.SectionQueue.Turn;
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

  /** Of what nobody waits for: each section costs the database the same, however long. */
  private static final int OWED = 16;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So long another machine may come that has a voice which this one lacks. */
  private static final Duration FOREIGN = Duration.ofMinutes(1);

  /** The same for one that has a voice in another version; this one can go on in its own. */
  private static final Duration OTHER_VERSION = Duration.ofSeconds(20);

  private static final Duration SOON = Duration.ofMillis(1);

  /** For whom a section is made. */
  private enum Urgency {
    USUAL,
    WAITED_FOR,
    /** Who listens here and has waited too long for others. */
    HELP
  }

  private final Sharing sharing;
  private final SectionClaims claims;
  private final KeptReadings kept;
  private final NaturalLoad load;
  private final Work work;
  private final Map<String, Followed> followed = new ConcurrentHashMap<>();
  private final Map<String, Long> lacking = new ConcurrentHashMap<>();
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
                : new Followed(reading, sharing, kept, this::help));
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
            one.lookAgain();
          }
        });
  }

  /** A reading's sections that aren't settled, in their order. */
  static List<Section> sections(Reading reading) {
    return sections(reading, 1, SECTION);
  }

  /** The same where nobody waits for the first sentence. */
  static List<Section> owed(Reading reading) {
    return sections(reading, OWED, OWED);
  }

  private static List<Section> sections(Reading reading, int opening, int each) {
    Map<Integer, ClipKey> left = reading.unsettled();
    List<Section> sections = new ArrayList<>();
    for (int first = 0, end = opening; first < reading.size(); first = end, end += each) {
      int last = Math.min(end, reading.size());
      int from = first;
      if (left.keySet().stream().anyMatch(index -> index >= from && index < last)) {
        sections.add(new Section(reading.id(), first, last));
      }
    }
    return sections;
  }

  @Override
  public Turn work(Section section, boolean waitedFor) throws InterruptedException {
    try {
      Optional<Reading> reading = kept.made(section.reading());
      return reading.isEmpty()
          ? Turn.of(Outcome.DONE)
          : work(reading.get(), section, waitedFor ? Urgency.WAITED_FOR : Urgency.USUAL);
    } catch (ReadingException e) {
      LOG.debug("A section is left to others: {}", e.code());
      return Turn.of(Outcome.PASSED_ON);
    } catch (ProblemException e) {
      LOG.debug("A section is tried again", e);
      return Turn.of(Outcome.LATER);
    }
  }

  /**
   * Makes a section beside all other work, for who listens here.
   *
   * @return after what time it may be worth another try; zero if there is nothing left to be tried
   */
  Duration help(Reading reading, Section section) throws InterruptedException {
    Turn turn = work(reading, section, Urgency.HELP);
    claims.release(turn.claims());
    return turn.outcome() == Outcome.YIELDED ? SOON : turn.elsewhere();
  }

  private static Map<Integer, ClipKey> left(Reading reading, Section section) {
    Map<Integer, ClipKey> left = reading.unsettled();
    left.keySet().removeIf(index -> index < section.first() || index >= section.end());
    return left;
  }

  /** One statement tells how the section stands and claims what is left of it. */
  private Turn work(Reading reading, Section section, Urgency urgency) throws InterruptedException {
    Map<Integer, ClipKey> left = left(reading, section);
    if (left.isEmpty()) {
      kept.finish(reading);
      return Turn.of(Outcome.DONE);
    }
    SectionClaims.Standing standing = claims.begin(reading.id(), left.values());
    if (standing.rests()) {
      return Turn.of(Outcome.DONE); // whoever wants it again adds it again
    }
    Set<ClipKey> mine = standing.claimed();
    boolean whole = false;
    try {
      Turn turn =
          kept.take(reading, standing)
                  || left.entrySet().containsAll(left(reading, section).entrySet())
              ? turn(section, urgency, standing, new Speaking(reading, left))
              : new Turn(Outcome.YIELDED, mine, Duration.ZERO); // its sentences are others by now
      whole = true;
      return turn;
    } finally {
      if (!whole) {
        claims.release(mine);
      }
    }
  }

  /** What is left of a section when its turn begins. */
  private record Speaking(Reading reading, Map<Integer, ClipKey> left) {

    boolean isOpen(int index) {
      return reading.unsettled().containsKey(index);
    }

    boolean isDone() {
      return left.keySet().stream().noneMatch(this::isOpen);
    }
  }

  private Turn turn(
      Section section, Urgency urgency, SectionClaims.Standing standing, Speaking speaking)
      throws InterruptedException {
    long begun = System.nanoTime();
    Reading reading = speaking.reading();
    Set<ClipKey> mine = standing.claimed();
    for (Map.Entry<Integer, ClipKey> one : speaking.left().entrySet()) {
      ClipKey key = one.getValue();
      if (mine.contains(key) && speaking.isOpen(one.getKey()) && claims.claim(key)) {
        speak(reading, one.getKey());
        if (makesRoom(urgency, standing.elsewhere(), begun)) {
          return new Turn(Outcome.YIELDED, mine, Duration.ZERO);
        }
      }
    }
    boolean last = section.end() == reading.size();
    if (last || !speaking.isDone()) {
      claims.release(mine); // what is written can be counted
      kept.look(reading);
      kept.finish(reading);
    }
    return speaking.isDone() || reading.isSettled()
        ? new Turn(Outcome.DONE, mine, Duration.ZERO)
        : new Turn(Outcome.LATER, mine, standing.elsewhere());
  }

  /** Whether something else comes first now: a listener, or an earlier sentence that is free. */
  private boolean makesRoom(Urgency urgency, Duration elsewhere, long begun) {
    return switch (urgency) {
      case USUAL -> sharing.queue().takeYield();
      case WAITED_FOR -> false;
      case HELP -> elsewhere.isPositive() && System.nanoTime() - begun > elsewhere.toNanos();
    };
  }

  private void speak(Reading reading, int index) throws InterruptedException {
    try {
      work.speak(reading, index);
      lacking.remove(reading.id());
      sharing.traffic().changed(reading.id());
    } catch (ReadingException e) {
      long since = lacking.computeIfAbsent(reading.id(), id -> System.nanoTime());
      Duration patience = e.code().equals(ClipMaker.OTHER_VERSION) ? OTHER_VERSION : FOREIGN;
      if (System.nanoTime() - since < patience.toNanos()) {
        throw e; // another machine may have the voice, and in its version
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
                kept.refresh(reading);
                kept.finish(reading);
                sharing.queue().add(owed(reading), SectionQueue.OWED);
              });
    }
  }

  @Override
  public void close() {
    overseer.shutdownNow();
    sharing.queue().close();
  }
}
