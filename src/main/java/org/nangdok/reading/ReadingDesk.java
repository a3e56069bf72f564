package org.nangdok.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.StoredReading;
import org.nangdok.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests for readings, has them spoken, keeps them, and finds them again. */
public final class ReadingDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);
  private static final int KNOWN_READINGS = 500;

  private final Preparation preparation;
  private final ClipMaker maker;
  private final ReadingStore readings;
  private final ClipStore clips;
  private final ReadingDocument documents;
  private final Clock clock;
  private final WorkRoom work;
  private final int mostWaiting;
  private final Cache<String, Reading> known =
      Caffeine.newBuilder().maximumSize(KNOWN_READINGS).build();

  /**
   * @param threads how many sentences are made at the same time
   * @param mostWaiting how many readings may wait for a voice before new ones are refused
   */
  public ReadingDesk(
      Preparation preparation,
      ClipMaker maker,
      ReadingStore readings,
      ClipStore clips,
      Clock clock,
      int threads,
      int mostWaiting) {
    this.preparation = preparation;
    this.maker = maker;
    this.readings = readings;
    this.clips = clips;
    this.documents = new ReadingDocument();
    this.clock = clock;
    this.work =
        new WorkRoom(
            threads,
            new WorkRoom.Work() {
              @Override
              public void speak(Reading reading, PlannedSentence sentence)
                  throws InterruptedException {
                ReadingDesk.this.speak(reading, sentence);
              }

              @Override
              public void broke(Reading reading, PlannedSentence sentence, Throwable why) {
                leaveOut(reading, sentence);
              }
            });
    this.mostWaiting = mostWaiting;
  }

  /** Starts speaking. */
  public void start() {
    work.start();
  }

  /** Goes on with what an earlier process left unfinished. Call it when all engines run. */
  public void resume() {
    for (StoredReading stored : readings.unfinished()) {
      try {
        work.add(known.get(stored.id(), id -> restore(stored)));
      } catch (IllegalArgumentException e) {
        LOG.warn(
            "The unfinished reading {} can't be read any more and stays as it is", stored.id());
      }
    }
  }

  /**
   * Prepares a reading and has it spoken. The same article with the same settings gives the same
   * reading.
   *
   * <p>It is made as long as somebody waits for it: when the last who listened has left, it rests
   * until it is asked for again.
   *
   * @throws org.nangdok.problem.ProblemException if there is nothing that can be read
   * @throws BusyException if too many readings wait already
   */
  public Reading ask(ReadingRequest request) {
    ReadingPlan plan = preparation.plan(request);
    if (work.waiting() >= mostWaiting && find(plan.id()).isEmpty()) {
      throw new BusyException();
    }
    Reading reading = known(plan);
    reading.audience().want();
    return reading;
  }

  /** Has a plan spoken to its end, whether somebody listens or not. */
  public Reading open(ReadingPlan plan) {
    Reading reading = known(plan);
    reading.audience().owe();
    return reading;
  }

  private Reading known(ReadingPlan plan) {
    Reading reading =
        known.get(
            plan.id(),
            id -> {
              Optional<StoredReading> stored = readings.find(id);
              return stored.isPresent() ? restore(stored.get()) : begin(plan);
            });
    Reading.State state = reading.progress().state();
    if (state == Reading.State.FAILED) {
      known.invalidate(plan.id());
      reading = known.get(plan.id(), id -> begin(plan)); // asked again: tried again
      state = reading.progress().state();
    }
    if (state == Reading.State.PREPARED || state == Reading.State.SPEAKING) {
      work.add(reading);
    }
    return reading;
  }

  /** A reading that was asked for before; whoever asks for it waits for it again. */
  public Optional<Reading> find(String id) {
    Reading reading =
        known.get(id, missing -> readings.find(missing).map(this::restore).orElse(null));
    if (reading != null) {
      reading.audience().want();
    }
    return Optional.ofNullable(reading);
  }

  /** How many readings wait for a voice. */
  public int waiting() {
    return work.waiting();
  }

  /** How long the oldest reading that waits for a voice has been asked for; zero if none waits. */
  public Duration longestWait() {
    return work.oldest()
        .map(created -> Duration.between(created, clock.instant()))
        .filter(Duration::isPositive) // the clock may have been put back
        .orElse(Duration.ZERO);
  }

  /** How long readings have waited without one sentence of any being made; zero if none waits. */
  public Duration stalled() {
    return work.stalled();
  }

  /** Engines that don't speak at the moment, by their names. */
  public Set<String> brokenEngines() {
    return maker.brokenEngines();
  }

  /** Whether a reading is being made or waits for it, with somebody who wants it. */
  public boolean isInWork(String id) {
    Reading reading = known.getIfPresent(id);
    return reading != null && reading.audience().isWanted() && !reading.isSettled();
  }

  /** The audio of a complete reading as one stretch of bytes. */
  public JoinedAudio joined(Reading reading) {
    if (!reading.progress().timeline().complete()) {
      throw new IllegalArgumentException("The reading isn't complete.");
    }
    return spoken(reading);
  }

  /** The audio of a reading as far as it is made. */
  public JoinedAudio spoken(Reading reading) {
    return new JoinedAudio(reading, reading.progress().timeline(), clips);
  }

  private Reading begin(ReadingPlan plan) {
    List<SentenceState> states = new ArrayList<>();
    for (PlannedSentence sentence : plan.sentences()) {
      Optional<ClipInfo> kept = maker.kept(sentence);
      if (kept.isPresent()) {
        maker.watch().clipFound();
        states.add(new SentenceState.Ready(kept.get()));
      } else {
        states.add(new SentenceState.Waiting());
      }
    }
    var reading = new Reading(plan, clock.instant(), states);
    keep(reading);
    maker.watch().readingIs(Reading.State.PREPARED);
    return reading;
  }

  private Reading restore(StoredReading stored) {
    ReadingDocument.Kept kept = documents.read(stored.document());
    List<SentenceState> states = new ArrayList<>();
    for (PlannedSentence sentence : kept.plan().sentences()) {
      SentenceState.Skipped skipped = kept.skipped().get(sentence.index());
      Optional<ClipInfo> clip = maker.kept(sentence);
      if (clip.isPresent()) {
        states.add(new SentenceState.Ready(clip.get()));
      } else if (skipped != null) {
        states.add(skipped);
      } else {
        states.add(new SentenceState.Waiting());
      }
    }
    var reading = new Reading(kept.plan(), stored.created(), states);
    if (states.stream().anyMatch(state -> !state.settled())) {
      work.add(reading);
    }
    return reading;
  }

  private void speak(Reading reading, PlannedSentence taken) throws InterruptedException {
    PlannedSentence sentence = reading.sentence(taken.index());
    try {
      boolean settled = false;
      while (!settled) {
        SentenceState state = maker.make(sentence);
        PlannedSentence failed = sentence;
        if (state instanceof SentenceState.Skipped skipped
            && skipped.code().equals(ClipMaker.FAILED)
            && reading.replan(
                failed, (plan, done) -> preparation.withoutEngine(plan, failed, done))) {
          LOG.warn("The voice {} fails; another goes on", failed.utterance().voice().id());
          keep(reading);
        } else {
          settled = reading.settle(sentence, state);
        }
        sentence = reading.sentence(taken.index());
      }
      if (taken.index() == 0) {
        maker.watch().firstSound(Duration.between(reading.created(), clock.instant()));
      }
      Reading.State state = reading.progress().state();
      if (state == Reading.State.COMPLETE || state == Reading.State.FAILED) {
        keep(reading);
        maker.watch().readingIs(state);
      }
    } catch (ProblemException e) {
      LOG.error("A reading stops: {}", e.code(), e);
      reading.fail(new Reading.Failure(e.code(), e.sentence()));
      maker.watch().readingIs(Reading.State.FAILED);
    }
  }

  /** After a failure that nobody expected, so that the reading goes on and comes to its end. */
  private void leaveOut(Reading reading, PlannedSentence sentence) {
    reading.settle(
        reading.sentence(sentence.index()),
        new SentenceState.Skipped("internal", "This sentence could not be made; it was left out."));
    if (reading.isSettled()) {
      try {
        keep(reading);
      } catch (ProblemException e) {
        LOG.warn("A reading's end can't be kept: {}", e.code());
      }
      maker.watch().readingIs(reading.progress().state());
    }
  }

  private void keep(Reading reading) {
    var progress = reading.progress();
    boolean finished = progress.sentences().stream().allMatch(SentenceState::settled);
    readings.save(
        new StoredReading(
            reading.plan().id(),
            finished,
            documents.write(reading.plan(), progress.sentences()),
            reading.created()));
  }

  /** Lets the sentences in work be finished and kept. */
  @Override
  public void close() {
    work.close();
    maker.close();
  }
}
