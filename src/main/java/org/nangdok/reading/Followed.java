package org.nangdok.reading;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.nangdok.library.SectionQueue;
import org.nangdok.library.SectionQueue.Section;
import org.nangdok.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reading that somebody wants at this machine while any machine makes it: the others are told
 * that somebody listens here, what they have made is looked for when they say so and once a second,
 * the sections that are heard next come first, and where nothing comes for a second this machine
 * makes it itself, if nobody holds it.
 */
final class Followed {

  private static final Logger LOG = LoggerFactory.getLogger(Followed.class);
  private static final long AGAIN = Duration.ofSeconds(10).toNanos();
  private static final long TELLING = Duration.ofSeconds(5).toNanos();
  private static final long STUCK = Duration.ofSeconds(1).toNanos();
  private static final long FORGOTTEN = Duration.ofMinutes(2).toNanos();
  private static final long SELDOM = Duration.ofSeconds(3).toNanos();
  private static final int AHEAD = 2;

  /** The database's clock has the last word whether a claim is over. */
  private static final Duration MARGIN = Duration.ofMillis(30);

  private final Reading reading;
  private final Sharing sharing;
  private final KeptReadings kept;
  private final Helper helper;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean looks = new AtomicBoolean();
  private final AtomicBoolean helps = new AtomicBoolean();
  private final Set<Section> urged = new HashSet<>();
  private volatile long lastWanted = System.nanoTime();
  private long added = System.nanoTime() - AGAIN;
  private long told = System.nanoTime() - TELLING;
  private volatile long lastNew = System.nanoTime();
  private int settled = -1;
  private volatile long looked = System.nanoTime();
  private volatile boolean listened;
  private volatile boolean finished;

  /** Makes a section beside all other work. */
  interface Helper {
    /**
     * @return after what time it may be worth another try; zero if there is nothing left to try
     */
    Duration help(Reading reading, Section section) throws InterruptedException;
  }

  Followed(Reading reading, Sharing sharing, KeptReadings kept, Helper helper) {
    this.reading = reading;
    this.sharing = sharing;
    this.kept = kept;
    this.helper = helper;
  }

  Reading reading() {
    return reading;
  }

  /** Somebody wants it: it is in the queue, and how it stands is looked for. */
  void wanted() {
    want();
    lookSoon();
  }

  private void want() {
    lastWanted = System.nanoTime();
    lock.lock();
    try {
      if (System.nanoTime() - added >= AGAIN) {
        add();
        added = System.nanoTime();
      }
    } finally {
      lock.unlock();
    }
  }

  /** It is owed: if it was let rest meanwhile, it goes on. */
  void insist() {
    if (sharing.traffic().owed(reading.id())) {
      lock.lock();
      try {
        added = System.nanoTime() - AGAIN;
      } finally {
        lock.unlock();
      }
    }
    want();
  }

  private void add() {
    if (reading.audience().isOwed()) {
      sharing.traffic().owed(reading.id());
      sharing.queue().add(SharedWork.owed(reading), SectionQueue.OWED);
      return;
    }
    sharing.traffic().wanted(reading.id());
    List<Section> sections = SharedWork.sections(reading);
    if (!sections.isEmpty() && sections.getFirst().first() == 0) {
      sharing.queue().add(sections.subList(0, 1), SectionQueue.WAITED_FOR);
      sections = sections.subList(1, sections.size());
    }
    sharing.queue().add(sections, SectionQueue.ASKED_FOR);
  }

  /** Whether nobody needs it to be followed any more. */
  boolean isOver() {
    return !listened && (finished || System.nanoTime() - lastWanted > FORGOTTEN);
  }

  /** It is time for a look: each time where somebody listens, else now and then. */
  void lookAgain() {
    if (listened
        || reading.audience().isListening()
        || reading.isSettled()
        || System.nanoTime() - looked >= SELDOM) {
      lookSoon();
    }
  }

  /** Looks at once, on a thread that may wait; two looks at the same time are one. */
  void lookSoon() {
    if (looks.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::look);
    }
  }

  private void look() {
    lock.lock();
    try {
      looked = System.nanoTime();
      looks.set(false); // what comes from here on is worth another look
      boolean listens = reading.audience().isListening() && !reading.isSettled();
      if (listens) {
        lastWanted = System.nanoTime();
        listen();
      } else {
        kept.look(reading);
        if (listened) {
          silence();
        }
        finish();
      }
    } catch (ProblemException e) {
      LOG.debug("How a reading stands can't be seen", e);
    } catch (RuntimeException e) {
      LOG.warn("A reading can't be followed: {}", e.toString());
    } finally {
      lock.unlock();
    }
  }

  /** Whoever sees the end first keeps it: those who made it know only what each of them made. */
  private void finish() {
    if (!finished && reading.isSettled()) {
      kept.finish(reading);
      finished = true;
    }
  }

  private void listen() {
    long now = System.nanoTime();
    boolean due = now - told >= TELLING;
    if (due || !listened) {
      sharing.traffic().listening(reading.id());
      told = now;
      listened = true;
    }
    if (due) {
      kept.refresh(reading);
    } else {
      kept.look(reading);
    }
    int done = reading.progress().done();
    if (done != settled) {
      settled = done;
      lastNew = now;
      urge();
    } else if (now - lastNew >= STUCK) {
      kept.refresh(reading);
      help();
    }
  }

  private void urge() {
    List<Section> next = SharedWork.sections(reading);
    List<Section> fresh = next.stream().limit(AHEAD).filter(urged::add).toList();
    if (!fresh.isEmpty()) {
      sharing.queue().add(fresh, SectionQueue.WAITED_FOR);
    }
  }

  /** The next section, made here beside all other work; claims keep it from being made twice. */
  private void help() {
    List<Section> next = SharedWork.sections(reading);
    if (!next.isEmpty() && helps.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("listener-help").start(() -> help(next.getFirst()));
    }
  }

  /** What a machine that died held is taken when its claim ends, not at the next look. */
  private void help(Section section) {
    try {
      Duration wait = helper.help(reading, section);
      while (wait.isPositive() && isStuck()) {
        Thread.sleep(wait.plus(MARGIN));
        wait = isStuck() ? helper.help(reading, section) : Duration.ZERO;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ProblemException e) {
      LOG.debug("A listener can't be helped yet", e);
    } catch (RuntimeException e) {
      LOG.warn("A listener can't be helped: {}", e.toString());
    } finally {
      helps.set(false);
    }
  }

  private boolean isStuck() {
    return reading.audience().isListening() && System.nanoTime() - lastNew >= STUCK;
  }

  private void silence() {
    listened = false;
    if (reading.audience().isWanted()) {
      sharing.traffic().silent(reading.id());
    } else {
      sharing.traffic().left(reading.id());
    }
  }
}
