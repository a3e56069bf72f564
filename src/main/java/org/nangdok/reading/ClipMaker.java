package org.nangdok.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.library.Attempts;
import org.nangdok.library.ClipClaims;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.nangdok.speech.Engine;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
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

  /** The code of a sentence that isn't tried any more, because it did harm. */
  static final String GIVEN_UP = "speech.given-up";

  /** The code of a sentence that was planned for what this machine has in another version. */
  static final String OTHER_VERSION = "voice.other-version";

  private static final int TRIES = 3;
  private static final int LOOK_MILLIS = 100;

  /** No sentence is as long as this takes, see {@link org.nangdok.language.LongSentences}. */
  private static final Duration MOST_TIME = Duration.ofMinutes(4);

  /** A long word takes as long as the words that its letters would make. */
  private static final int LETTERS_OF_A_WORD = 6;

  /** So many attempts may kill what they run on. */
  private static final int MOST_DEATHS = 2;

  /** Spoken letters from which on sentences are made one at a time: their sound is large. */
  private static final int HEAVY = 600;

  private final Function<String, Optional<Engine>> engines;
  private final ClipStore clips;
  private final Watch watch;
  private final Precautions precautions;
  private final EngineCalls calls;
  private final Canaries canaries;
  private final Semaphore heavy = new Semaphore(1, true);
  private final ConcurrentHashMap<ClipKey, CompletableFuture<SentenceState>> making =
      new ConcurrentHashMap<>();

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
    this(engines, clips, watch, Precautions.few());
  }

  /**
   * @param watch is told of each clip
   */
  public ClipMaker(
      Function<String, Optional<Engine>> engines,
      ClipStore clips,
      Watch watch,
      Precautions precautions) {
    this.engines = engines;
    this.clips = clips;
    this.watch = watch;
    this.precautions = precautions;
    this.calls = new EngineCalls(precautions.grace());
    this.canaries =
        new Canaries(
            engines, precautions.canary(), calls, precautions.leastTime(), precautions.again());
  }

  /** Engines that don't speak at the moment, by their names. */
  public Set<String> brokenEngines() {
    return canaries.broken();
  }

  /** How long an engine has been broken that only a new process can use again; zero if none is. */
  Duration lost() {
    return canaries.lost();
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
  Optional<List<TimedPhone>> phones(Utterance utterance) throws InterruptedException {
    Optional<Engine> engine = engines.apply(utterance.voice().engine());
    return engine.isPresent() && engine.get() instanceof PhoneticEngine phonetic
        ? Optional.of(phones(phonetic, utterance))
        : Optional.empty();
  }

  private List<TimedPhone> phones(PhoneticEngine engine, Utterance utterance)
      throws InterruptedException {
    if (canaries.isBroken(engine.name())) {
      throw new SpeechException("The engine doesn't speak at the moment.");
    }
    engine.load();
    return calls.call(engine.name(), timeFor(utterance), () -> engine.phones(utterance));
  }

  /** Whether a sentence was planned for what is here in another version. */
  boolean isOfOtherVersion(PlannedSentence sentence) {
    return engines
        .apply(sentence.utterance().voice().engine())
        .filter(engine -> !precautions.versions().fit(sentence, engine))
        .isPresent();
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
    if (!precautions.claims().isUnmade(sentence.key())) {
      Optional<ClipInfo> kept = kept(sentence);
      if (kept.isPresent()) {
        return found(kept.get());
      }
    }
    var mine = new CompletableFuture<SentenceState>();
    CompletableFuture<SentenceState> other = making.putIfAbsent(sentence.key(), mine);
    if (other != null) {
      Optional<SentenceState> theirs = result(other);
      return theirs.isPresent() ? theirs.get() : make(sentence);
    }
    try {
      SentenceState made = claimed(sentence);
      mine.complete(made);
      return made;
    } catch (RuntimeException | InterruptedException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      making.remove(sentence.key());
    }
  }

  /** Speaks it, unless another machine does: then that one's clip is waited for. */
  private SentenceState claimed(PlannedSentence sentence) throws InterruptedException {
    ClipClaims claims = precautions.claims();
    boolean before = claims.holds(sentence.key());
    while (!claims.claim(sentence.key())) {
      Optional<ClipInfo> theirs = kept(sentence);
      if (theirs.isPresent()) {
        return found(theirs.get());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    try {
      Optional<ClipInfo> left =
          claims.isTakenOver(sentence.key()) ? clips.search(sentence.key()) : Optional.empty();
      return left.isPresent() ? found(left.get()) : speak(sentence);
    } finally {
      if (!before) {
        claims.release(List.of(sentence.key()));
      }
    }
  }

  private SentenceState found(ClipInfo clip) {
    watch.clipFound();
    return new SentenceState.Ready(clip);
  }

  /** What another thread makes at this moment; nothing if it was told to stop. */
  private static Optional<SentenceState> result(CompletableFuture<SentenceState> future)
      throws InterruptedException {
    try {
      return Optional.of(future.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        return Optional.empty();
      }
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
    if (!precautions.versions().fit(sentence, engine)) {
      throw new ReadingException(
          OTHER_VERSION,
          "This sentence was planned for another version of the voice "
              + utterance.voice().name()
              + " than this machine has; a machine that has it makes it, or it is planned anew.");
    }
    for (int attempt = 1; ; attempt++) {
      if (precautions.attempts().deaths(sentence.key()) >= MOST_DEATHS) {
        watch.clipFailed(engine.name());
        return new SentenceState.Skipped(
            GIVEN_UP, "Speaking this sentence ended the work twice; it was left out.");
      }
      if (!canaries.speaks(engine.name())) {
        watch.clipFailed(engine.name());
        return new SentenceState.Skipped(
            FAILED,
            "The voice "
                + utterance.voice().name()
                + " doesn't speak at the moment; this sentence was left out. Ask again later.");
      }
      Optional<SentenceState> made = attempt(sentence, engine, attempt);
      if (made.isPresent()) {
        return made.get();
      }
      if (attempt == TRIES) {
        canaries.trouble(engine.name());
        watch.clipFailed(engine.name());
        return new SentenceState.Skipped(
            FAILED, "The voice could not speak this sentence; it was left out.");
      }
    }
  }

  /** One attempt, counted while it runs; nothing if it failed. */
  private Optional<SentenceState> attempt(PlannedSentence sentence, Engine engine, int attempt)
      throws InterruptedException {
    Attempts attempts = precautions.attempts();
    attempts.begun(sentence.key());
    try {
      ClipInfo info = made(sentence, engine);
      attempts.ended(sentence.key());
      return Optional.of(new SentenceState.Ready(info));
    } catch (EngineCalls.LateException e) {
      attempts.died(sentence.key());
      canaries.trouble(engine.name());
      LOG.warn("{} doesn't answer ({} of {} tries)", engine.name(), attempt, TRIES, e);
    } catch (LibraryException | InterruptedException e) {
      attempts.ended(sentence.key());
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      attempts.ended(sentence.key());
      // The text stays out of the log; the index in the reading is enough to find it.
      LOG.warn("{} failed on a sentence ({} of {} tries)", engine.name(), attempt, TRIES, e);
    } catch (Error e) {
      attempts.died(sentence.key());
      canaries.trouble(engine.name());
      LOG.error("{} broke on a sentence ({} of {} tries)", engine.name(), attempt, TRIES, e);
    }
    return Optional.empty();
  }

  private ClipInfo made(PlannedSentence sentence, Engine engine) throws InterruptedException {
    Utterance utterance = sentence.utterance();
    boolean large = letters(utterance) > HEAVY;
    if (large) {
      heavy.acquire();
    }
    try {
      engine.load();
      long start = System.nanoTime();
      Speech speech = calls.call(engine.name(), timeFor(utterance), () -> engine.speak(utterance));
      var clip =
          ClipEncoder.encode(speech, utterance.voice().gain() + utterance.delivery().volume());
      ClipInfo info = clips.put(sentence.key(), clip);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      watch.clipMade(engine.name(), Duration.ofMillis(info.millis()), took);
      return info;
    } finally {
      if (large) {
        heavy.release();
      }
    }
  }

  private static int letters(Utterance utterance) {
    return utterance.reading().words().stream().mapToInt(word -> word.spoken().length()).sum();
  }

  private Duration timeFor(Utterance utterance) {
    int words =
        Math.max(utterance.reading().words().size(), letters(utterance) / LETTERS_OF_A_WORD);
    Duration time = precautions.timePerWord().multipliedBy(words);
    Duration least = precautions.leastTime();
    return time.compareTo(least) < 0 ? least : time.compareTo(MOST_TIME) > 0 ? MOST_TIME : time;
  }

  @Override
  public void close() {
    canaries.close();
    calls.close();
  }
}
