package org.nangdok.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.nangdok.speech.Engine;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.TimedPhone;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the clips of sentences, each key once, and never lets one bad sentence stop a reading. */
public final class ClipMaker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClipMaker.class);

  /** The code of a sentence that its voice could not speak. */
  static final String FAILED = "speech.failed";

  private static final int TRIES = 3;

  /** Ten times what a slow reader needs, so that only an engine that hangs is stopped. */
  private static final Duration TIME_PER_WORD = Duration.ofMillis(5_000);

  private static final Duration LEAST_TIME = Duration.ofSeconds(20);

  private final Function<String, Optional<Engine>> engines;
  private final ClipStore clips;
  private final Watch watch;
  private final Duration timePerWord;
  private final Duration leastTime;
  private final ConcurrentHashMap<ClipKey, CompletableFuture<SentenceState>> making =
      new ConcurrentHashMap<>();
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("speech-watchdog").factory());

  /**
   * @param engines finds an engine by its name
   */
  public ClipMaker(Function<String, Optional<Engine>> engines, ClipStore clips) {
    this(engines, clips, Watch.NOBODY);
  }

  /**
   * @param watch is told of each clip
   */
  public ClipMaker(Function<String, Optional<Engine>> engines, ClipStore clips, Watch watch) {
    this(engines, clips, watch, TIME_PER_WORD, LEAST_TIME);
  }

  /**
   * @param timePerWord how long an engine may take for each word
   * @param leastTime how long it may take at least
   */
  ClipMaker(
      Function<String, Optional<Engine>> engines,
      ClipStore clips,
      Watch watch,
      Duration timePerWord,
      Duration leastTime) {
    this.engines = engines;
    this.clips = clips;
    this.watch = watch;
    this.timePerWord = timePerWord;
    this.leastTime = leastTime;
  }

  /** Who is told of what is made. */
  Watch watch() {
    return watch;
  }

  /**
   * When each sound of an utterance is heard, where its engine knows.
   *
   * @throws org.nangdok.speech.SpeechException if it can't be spoken
   */
  Optional<List<TimedPhone>> phones(Utterance utterance) {
    return engines
        .apply(utterance.voice().engine())
        .filter(PhoneticEngine.class::isInstance)
        .map(engine -> ((PhoneticEngine) engine).phones(utterance));
  }

  /** What is already kept of a sentence. */
  public Optional<ClipInfo> kept(PlannedSentence sentence) {
    return clips.info(sentence.key());
  }

  /**
   * Makes a sentence's clip, or finds it.
   *
   * @return ready or skipped, never waiting
   * @throws LibraryException if the clip can't be kept
   * @throws ReadingException with code {@code voice.loading} if the voice's engine isn't running
   * @throws InterruptedException if this thread is told to stop
   */
  public SentenceState make(PlannedSentence sentence) throws InterruptedException {
    if (sentence.utterance().reading().words().isEmpty()) {
      return new SentenceState.Skipped(
          "speech.nothing-to-say", "This sentence has nothing that can be spoken.");
    }
    Optional<ClipInfo> kept = kept(sentence);
    if (kept.isPresent()) {
      watch.clipFound();
      return new SentenceState.Ready(kept.get());
    }
    var mine = new CompletableFuture<SentenceState>();
    CompletableFuture<SentenceState> other = making.putIfAbsent(sentence.key(), mine);
    if (other != null) {
      return result(other);
    }
    try {
      mine.complete(speak(sentence));
    } catch (RuntimeException | InterruptedException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      making.remove(sentence.key());
    }
    return result(mine);
  }

  private static SentenceState result(CompletableFuture<SentenceState> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("A clip could not be made.", e.getCause());
    }
  }

  private SentenceState speak(PlannedSentence sentence) throws InterruptedException {
    Utterance utterance = sentence.utterance();
    Engine engine = engines.apply(utterance.voice().engine()).orElse(null);
    if (engine == null) {
      throw new ReadingException(
          "voice.loading",
          "The voice " + utterance.voice().name() + " isn't running. Ask for the reading again.");
    }
    for (int attempt = 1; ; attempt++) {
      long start = System.nanoTime();
      try {
        var speech = guarded(() -> engine.speak(utterance), timeFor(utterance));
        var clip =
            ClipEncoder.encode(speech, utterance.voice().gain() + utterance.delivery().volume());
        ClipInfo info = clips.put(sentence.key(), clip);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        watch.clipMade(engine.name(), Duration.ofMillis(info.millis()), took);
        return new SentenceState.Ready(info);
      } catch (LibraryException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        // The text stays out of the log; the index in the reading is enough to find it.
        LOG.warn("{} failed on a sentence ({} of {} tries)", engine.name(), attempt, TRIES, e);
        if (attempt == TRIES) {
          watch.clipFailed(engine.name());
          return new SentenceState.Skipped(
              FAILED, "The voice could not speak this sentence; it was left out.");
        }
      }
    }
  }

  /** Runs the work on this thread and interrupts it when its time is over. */
  private <T> T guarded(java.util.function.Supplier<T> work, Duration atMost)
      throws InterruptedException {
    var guard = new Guard(Thread.currentThread());
    var alarm = watchdog.schedule(guard::ring, atMost.toMillis(), TimeUnit.MILLISECONDS);
    try {
      T result = work.get();
      guard.dismiss();
      return result;
    } catch (RuntimeException e) {
      if (guard.dismiss()) {
        throw new SpeechException("The engine took longer than " + atMost.toSeconds() + " s.", e);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("The reading was stopped.");
      }
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  /** Makes sure that an interruption meant for one sentence never meets the next. */
  private static final class Guard {
    private final Thread worker;
    private boolean over;
    private boolean rung;

    Guard(Thread worker) {
      this.worker = worker;
    }

    synchronized void ring() {
      if (!over) {
        rung = true;
        worker.interrupt();
      }
    }

    /** Ends the guard; tells whether it had to interrupt. */
    synchronized boolean dismiss() {
      over = true;
      if (rung) {
        Thread.interrupted();
      }
      return rung;
    }
  }

  private Duration timeFor(Utterance utterance) {
    Duration time = timePerWord.multipliedBy(utterance.reading().words().size());
    return time.compareTo(leastTime) < 0 ? leastTime : time;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }
}
