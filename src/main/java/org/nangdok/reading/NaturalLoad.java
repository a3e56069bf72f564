package org.nangdok.reading;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.nangdok.speech.Engine;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.TimedPhone;
import org.nangdok.utterance.Utterance;

/**
 * How many readings at the same time natural voices keep up with: measured on what they make, since
 * a second of sound takes them some seventy times what it takes the light voices. Thread-safe.
 */
public final class NaturalLoad {

  /** What happens to a reading that natural voices can't keep up with any more. */
  public enum WhenBusy {
    /** It is read by light voices, and says so. */
    LIGHT,
    /** It waits until one of those before it is made. */
    WAIT
  }

  /** Seconds of work for a second of sound, until something is measured. */
  private static final double AT_FIRST = 0.75;

  /** The share of a new measurement. */
  private static final double NEW = 0.1;

  /** Room for what else the machine does. */
  private static final double USABLE = 0.9;

  private final Predicate<String> natural;
  private final WhenBusy whenBusy;
  private final int threads;
  private final int threadsOfOne;
  private final int atMost;
  private final Semaphore places;
  private volatile double factor = AT_FIRST;

  /**
   * @param natural whether an engine of that name is one of those that take much work
   * @param threads how many sentences are made at the same time
   * @param atOnce how many of those natural voices may make; 0 for all
   * @param threadsOfOne how many threads a natural voice uses for one sentence
   */
  public NaturalLoad(
      Predicate<String> natural, WhenBusy whenBusy, int threads, int atOnce, int threadsOfOne) {
    this.natural = natural;
    this.whenBusy = whenBusy;
    this.threads = atOnce > 0 ? Math.min(atOnce, threads) : threads;
    this.threadsOfOne = threadsOfOne;
    this.atMost = atOnce > 0 ? atOnce : Integer.MAX_VALUE;
    this.places = new Semaphore(atMost, true);
  }

  /** Where no natural voice is. */
  public static NaturalLoad none() {
    return new NaturalLoad(engine -> false, WhenBusy.LIGHT, 1, 0, 1);
  }

  /**
   * Counts what an engine has made.
   *
   * @param sound how long it is heard
   * @param took how long it took, beside what others were making
   */
  public void made(String engine, Duration sound, Duration took) {
    if (natural.test(engine) && sound.isPositive()) {
      double now = took.toNanos() * threadsHeld() / sound.toNanos();
      synchronized (this) {
        factor += NEW * (now - factor);
      }
    }
  }

  /** How many threads one of those that are being made has for itself. */
  private double threadsHeld() {
    int beside = Math.max(1, atMost - places.availablePermits());
    return Math.min(threadsOfOne, (double) threads / beside);
  }

  /** Seconds of one thread's work for a second of sound, lately. */
  public double realTimeFactor() {
    return factor;
  }

  /** With how many readings at the same time sound is made faster than it is heard; at least 1. */
  public int most() {
    return Math.max(1, (int) (USABLE * threads / factor));
  }

  boolean waits() {
    return whenBusy == WhenBusy.WAIT;
  }

  /** Whether natural voices have anything to do in a plan. */
  boolean isNatural(ReadingPlan plan) {
    return plan.turns().stream().anyMatch(turn -> isNatural(turn.sentences()));
  }

  private boolean isNatural(List<PlannedSentence> sentences) {
    return sentences.stream()
        .anyMatch(sentence -> natural.test(sentence.utterance().voice().engine()));
  }

  /** The engine, held to as many sentences at the same time as it may make, and counted. */
  public Engine bounded(Engine engine) {
    if (!natural.test(engine.name())) {
      return engine;
    }
    return engine instanceof PhoneticEngine phonetic ? new Sounds(phonetic) : new Bounded(engine);
  }

  private class Bounded implements Engine {

    private final Engine engine;

    Bounded(Engine engine) {
      this.engine = engine;
    }

    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public String version() {
      return engine.version();
    }

    @Override
    public void load() throws InterruptedException {
      engine.load();
    }

    @Override
    public Speech speak(Utterance utterance) {
      enter();
      try {
        return engine.speak(utterance);
      } finally {
        places.release();
      }
    }

    final void enter() {
      try {
        places.acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SpeechException("Speaking was interrupted.", e);
      }
    }
  }

  private final class Sounds extends Bounded implements PhoneticEngine {

    private final PhoneticEngine phonetic;

    Sounds(PhoneticEngine phonetic) {
      super(phonetic);
      this.phonetic = phonetic;
    }

    @Override
    public List<TimedPhone> phones(Utterance utterance) {
      enter();
      try {
        return phonetic.phones(utterance);
      } finally {
        places.release();
      }
    }
  }
}
