package org.nangdok.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that speak: a fixed number of them, each taking the next sentence of the reading that
 * is most urgent. Readings with listeners come before those without, these before what is made
 * without anybody waiting for it, older ones before newer ones; one that everybody has left rests.
 * While one of natural voices opens, its sentences are made one by one, so that the first are there
 * soon. A thread survives whatever its work throws, and one that dies all the same is replaced.
 */
final class WorkRoom implements SentenceWork {

  private static final Logger LOG = LoggerFactory.getLogger(WorkRoom.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Work work;
  private final List<Thread> workers = new ArrayList<>();
  private final ScheduledExecutorService overseer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("speech-overseer").factory());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<Reading> waiting = new ArrayList<>();
  private final NaturalLoad load;

  /** Those of the waiting that natural voices read. */
  private final Set<Reading> natural = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean closed;
  private int inWork;
  private long lastMoved = System.nanoTime();

  WorkRoom(int threads, Work work) {
    this(threads, work, NaturalLoad.none());
  }

  /**
   * @param load how many readings natural voices may make at the same time
   */
  WorkRoom(int threads, Work work, NaturalLoad load) {
    this.work = work;
    this.load = load;
    for (int i = 0; i < threads; i++) {
      workers.add(worker(i));
    }
  }

  private Thread worker(int index) {
    return Thread.ofPlatform()
        .name("speech-" + (index + 1))
        .daemon()
        .unstarted(this::workUntilClosed);
  }

  @Override
  public void start() {
    lock.lock();
    try {
      workers.forEach(Thread::start);
    } finally {
      lock.unlock();
    }
    overseer.scheduleWithFixedDelay(
        this::replaceTheDead, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void replaceTheDead() {
    lock.lock();
    try {
      for (int i = 0; i < workers.size() && !closed; i++) {
        if (!workers.get(i).isAlive()) {
          LOG.error("A thread that speaks has died; another takes its place");
          Thread another = worker(i);
          another.start();
          workers.set(i, another);
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.error("A thread that speaks can't be replaced yet", e); // tried again in a second
    } finally {
      lock.unlock();
    }
  }

  /**
   * How long readings have waited without one sentence of any being settled; zero if none waits.
   */
  @Override
  public Duration stalled() {
    lock.lock();
    try {
      return waiting.isEmpty() && inWork == 0
          ? Duration.ZERO
          : Duration.ofNanos(System.nanoTime() - lastMoved);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void add(Reading reading) {
    boolean isNatural = load.isNatural(reading.plan());
    lock.lock();
    try {
      if (!waiting.contains(reading)) {
        if (waiting.isEmpty() && inWork == 0) {
          lastMoved = System.nanoTime();
        }
        waiting.add(reading);
        reading.audience().whenWanted(() -> add(reading));
        if (isNatural) {
          natural.add(reading);
        }
        admitted(); // all workers may be busy: who is held back is known at once
        more.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many readings wait for their turn. */
  @Override
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** When the oldest of them was asked for. */
  @Override
  public Optional<Instant> oldest() {
    lock.lock();
    try {
      return waiting.stream().map(Reading::created).min(Comparator.naturalOrder());
    } finally {
      lock.unlock();
    }
  }

  private record Task(Reading reading, int sentence) {}

  private void workUntilClosed() {
    try {
      while (true) {
        Task task = next();
        try {
          work.speak(task.reading(), task.sentence());
        } catch (RuntimeException | Error e) {
          LOG.error("A sentence broke the work on it", e);
          work.broke(task.reading(), task.sentence(), e);
        } finally {
          done();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void done() {
    lock.lock();
    try {
      inWork--;
      lastMoved = System.nanoTime();
      more.signalAll(); // what had to wait for it may begin
    } finally {
      lock.unlock();
    }
  }

  private Task next() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        if (closed) {
          throw new InterruptedException("The work room is closed.");
        }
        Optional<Task> task = mostUrgent();
        if (task.isPresent()) {
          inWork++;
          return task.get();
        }
        more.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many readings of natural voices are in work that somebody waits for. */
  @Override
  public int natural() {
    lock.lock();
    try {
      return (int) waiting.stream().filter(this::isLiveAndNatural).count();
    } finally {
      lock.unlock();
    }
  }

  private boolean isLiveAndNatural(Reading reading) {
    return natural.contains(reading)
        && reading.audience().isWanted()
        && !reading.audience().isBehind();
  }

  /** Holds back what natural voices can't keep up with, in the order in which it was asked for. */
  private List<Reading> admitted() {
    List<Reading> admitted = new ArrayList<>();
    int live = 0;
    for (Reading reading : waiting) {
      boolean counts = load.waits() && isLiveAndNatural(reading);
      live += counts ? 1 : 0;
      boolean held = counts && live > load.most();
      reading.hold(held);
      if (!held) {
        admitted.add(reading);
      }
    }
    return admitted;
  }

  private void forget(Reading reading) {
    waiting.remove(reading);
    natural.remove(reading);
  }

  private Optional<Task> mostUrgent() {
    while (true) {
      int before = waiting.size();
      Optional<Task> task = mostUrgent(admitted());
      if (task.isPresent() || waiting.size() == before) {
        return task;
      } // else somebody is done, and a reading that was held may begin
    }
  }

  private Optional<Task> mostUrgent(List<Reading> admitted) {
    for (Urgency urgency : Urgency.values()) {
      for (Reading reading : admitted) {
        if (!reading.audience().isWanted()) {
          forget(reading); // it comes back when somebody wants it
          continue;
        }
        if (Urgency.of(reading.audience()) != urgency) {
          continue;
        }
        if (natural.contains(reading) && reading.isOpening()) {
          continue; // a second sentence beside it would make the one that is waited for later
        }
        OptionalInt sentence = reading.take();
        if (sentence.isPresent()) {
          return Optional.of(new Task(reading, sentence.getAsInt()));
        }
        forget(reading);
      }
    }
    return Optional.empty();
  }

  /** Lets each worker finish its sentence, then ends it. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
    overseer.shutdownNow();
    try {
      for (Thread worker : workers) {
        worker.join(10_000);
        worker.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
