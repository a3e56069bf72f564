package org.nangdok.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;
import org.nangdok.library.Turns;
import org.nangdok.library.WorkStore;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that has works made in the background, one part after the other, so that a book costs
 * no more memory than an article: the work that was asked for last first, from the place on where
 * somebody listens. Everybody who waits for an article comes before it.
 */
final class WorkMaker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkMaker.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** By time, not by sentence: whether it is still to be made here. */
  private static final Duration ASKING = Duration.ofSeconds(3);

  /** When so many sentences of a part are left, the next one is planned, so that nobody idles. */
  private static final int FEW = 40;

  /** When nothing can be done, because the disk is full or too much is asked for. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** When another machine has works made. */
  private static final Duration OTHERS = Duration.ofSeconds(5);

  private static final String TURN = "works";
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final WorkStore works;
  private final WorkParts parts;
  private final ReadingDesk desk;
  private final Turns turns;
  private final Pace pace = new Pace();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().daemon().name("works").unstarted(this::run);
  private boolean told;
  private volatile boolean closed;

  WorkMaker(WorkStore works, WorkParts parts, ReadingDesk desk, Turns turns) {
    this.works = works;
    this.parts = parts;
    this.desk = desk;
    this.turns = turns;
  }

  void start() {
    thread.start();
  }

  Pace pace() {
    return pace;
  }

  /** Something may be to be made, or not any more. */
  void tell() {
    lock.lock();
    try {
      told = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (!closed) {
        Duration pause = round();
        await(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void await(Duration pause) throws InterruptedException {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!told && !closed && left > 0) {
        left = news.awaitNanos(left);
      }
      told = false;
    } finally {
      lock.unlock();
    }
  }

  /** Makes a part, if there is one to be made; returns how long there is nothing to do. */
  private Duration round() throws InterruptedException {
    try {
      if (!turns.take(TURN)) {
        return OTHERS;
      }
      Optional<String> work = works.unmade();
      if (work.isPresent()) {
        return make(work.get());
      }
    } catch (ProblemException e) {
      LOG.warn("Works can't be made for the moment: {}", e.code());
    } catch (RuntimeException e) {
      LOG.error("The making of works goes on after a failure that nobody expected", e);
    }
    turns.give(TURN); // another machine may have what this one lacks, or be asked next
    return PATIENCE;
  }

  private Duration make(String work) throws InterruptedException {
    StoredPart part = next(work, any -> true);
    if (part == null) {
      return Duration.ZERO;
    }
    Reading reading;
    try {
      reading = open(work, part);
    } catch (ProblemException e) {
      if (passes(e)) {
        throw e;
      }
      LOG.info("A part of the work {} can't be read: {}", work, e.code());
      works.failed(work, part.number(), e.sentence());
      return Duration.ZERO;
    }
    follow(work, part, reading);
    return Duration.ZERO;
  }

  private Reading open(String work, StoredPart part) {
    Optional<Reading> kept = parts.kept(part);
    return desk.open(kept.isPresent() ? kept.get().plan() : parts.plan(work, part.number()));
  }

  /** Opens what comes after a part already; if it can't, that is found out in its turn. */
  private void openAfter(String work, StoredPart part) {
    try {
      StoredPart then = next(work, other -> other.number() != part.number());
      if (then != null) {
        open(work, then);
      }
    } catch (ProblemException e) {
      LOG.debug("The next part of {} isn't opened yet: {}", work, e.code());
    }
  }

  /** Whether the same can be tried again later. */
  static boolean passes(ProblemException problem) {
    return problem.code().startsWith("storage.")
        || problem.code().equals("service.busy")
        || problem.code().equals("voice.loading");
  }

  /** The next part from where somebody listens, else the first. */
  private @Nullable StoredPart next(String work, Predicate<StoredPart> which) {
    int from = works.find(work).map(StoredWork::place).map(StoredWork.Place::part).orElse(0);
    List<StoredPart> open =
        works.parts(work).stream().filter(part -> !part.isSettled()).filter(which).toList();
    return open.stream()
        .filter(part -> part.number() >= from)
        .findFirst()
        .orElse(open.isEmpty() ? null : open.getFirst());
  }

  /** Waits until a part is made, or shall not be made now. */
  private void follow(String work, StoredPart part, Reading reading) throws InterruptedException {
    long start = System.nanoTime();
    int before = reading.progress().done();
    Reading.Progress progress = reading.progress();
    long asked = start - ASKING.toNanos();
    boolean ahead = false;
    while (!isSettled(progress)) {
      boolean goesOn = progress.done() > before;
      if (!ahead && goesOn && reading.size() - progress.done() <= FEW) {
        ahead = true;
        openAfter(work, part);
      }
      if (System.nanoTime() - asked >= ASKING.toNanos()) {
        asked = System.nanoTime();
        if (isTakenAway()) {
          return;
        }
        if (works.unmade().filter(work::equals).isEmpty()) {
          desk.rest(reading.id());
          return;
        }
        desk.insist(reading);
      }
      progress = reading.awaitChange(progress.version(), LOOK);
    }
    if (progress.state() == Reading.State.COMPLETE) {
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      int all = Math.max(1, reading.size());
      pace.made((long) part.characters() * (all - before) / all, time);
      works.made(work, part.number(), progress.timeline().millis());
    } else {
      Reading.Failure why = progress.failure();
      works.failed(
          work, part.number(), why == null ? "This part could not be spoken." : why.sentence());
    }
  }

  /** Whether other machines go on with it, or the next process. */
  private boolean isTakenAway() {
    return closed || !turns.take(TURN);
  }

  private static boolean isSettled(Reading.Progress progress) {
    return progress.state() == Reading.State.COMPLETE || progress.state() == Reading.State.FAILED;
  }

  /** Ends the round that is being done, so that stores can be closed after it. */
  @Override
  public void close() {
    closed = true;
    tell();
    try {
      thread.join(ENDING.toMillis());
      thread.interrupt();
      turns.give(TURN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
