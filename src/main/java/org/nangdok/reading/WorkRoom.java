package org.nangdok.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The threads that speak: a fixed number of them, each taking the next sentence of the reading that
 * is most urgent. Readings with listeners come before those without, older ones before newer ones;
 * one that everybody has left rests.
 */
final class WorkRoom implements AutoCloseable {

  /** What a worker does with a sentence. */
  interface Work {
    void speak(Reading reading, PlannedSentence sentence) throws InterruptedException;
  }

  private final Work work;
  private final List<Thread> workers = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<Reading> waiting = new ArrayList<>();
  private boolean closed;

  WorkRoom(int threads, Work work) {
    this.work = work;
    for (int i = 0; i < threads; i++) {
      workers.add(
          Thread.ofPlatform().name("speech-" + (i + 1)).daemon().unstarted(this::workUntilClosed));
    }
  }

  void start() {
    workers.forEach(Thread::start);
  }

  void add(Reading reading) {
    lock.lock();
    try {
      if (!waiting.contains(reading)) {
        waiting.add(reading);
        reading.audience().whenWanted(() -> add(reading));
        more.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many readings wait for their turn. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** When the oldest of them was asked for. */
  Optional<Instant> oldest() {
    lock.lock();
    try {
      return waiting.stream().map(Reading::created).min(Comparator.naturalOrder());
    } finally {
      lock.unlock();
    }
  }

  private record Task(Reading reading, PlannedSentence sentence) {}

  private void workUntilClosed() {
    try {
      while (true) {
        Task task = next();
        work.speak(task.reading(), task.sentence());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
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
          return task.get();
        }
        more.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Task> mostUrgent() {
    for (boolean heard : new boolean[] {true, false}) {
      for (Reading reading : List.copyOf(waiting)) {
        if (!reading.audience().isWanted()) {
          waiting.remove(reading); // it comes back when somebody wants it
          continue;
        }
        if (reading.audience().isListening() != heard) {
          continue;
        }
        Optional<PlannedSentence> sentence = reading.take();
        if (sentence.isPresent()) {
          return sentence.map(next -> new Task(reading, next));
        }
        waiting.remove(reading);
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
