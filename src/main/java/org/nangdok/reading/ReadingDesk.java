package org.nangdok.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipStore;
import org.nangdok.library.ReadingStore;
import org.nangdok.problem.ProblemException;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests for readings, has them spoken, keeps them, and finds them again. */
public final class ReadingDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

  /** What readings may take of the heap. */
  private static final int SHARE = 4;

  private final Preparation preparation;
  private final ClipMaker maker;
  private final ReadingStore readings;
  private final ClipStore clips;
  private final KeptReadings kept;
  private final Clock clock;
  private final SentenceWork work;
  private final @Nullable SharedWork shared;
  private final int mostWaiting;
  private final NaturalLoad load;

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
    this(preparation, maker, readings, clips, clock, threads, mostWaiting, NaturalLoad.none());
  }

  /**
   * @param threads how many sentences are made at the same time
   * @param mostWaiting how many readings may wait for a voice before new ones are refused
   * @param load how many readings natural voices keep up with
   */
  public ReadingDesk(
      Preparation preparation,
      ClipMaker maker,
      ReadingStore readings,
      ClipStore clips,
      Clock clock,
      int threads,
      int mostWaiting,
      NaturalLoad load) {
    this(preparation, maker, readings, clips, clock, threads, mostWaiting, load, null);
  }

  /**
   * @param threads how many sentences are made here at the same time
   * @param mostWaiting how many readings may wait for a voice before new ones are refused
   * @param load how many readings natural voices keep up with
   * @param sharing what this machine has in common with others; null if it is alone
   */
  public ReadingDesk(
      Preparation preparation,
      ClipMaker maker,
      ReadingStore readings,
      ClipStore clips,
      Clock clock,
      int threads,
      int mostWaiting,
      NaturalLoad load,
      @Nullable Sharing sharing) {
    this.load = load;
    this.preparation = preparation;
    this.maker = maker;
    this.readings = readings;
    this.clips = clips;
    this.clock = clock;
    this.kept =
        new KeptReadings(readings, clips, maker, clock, Runtime.getRuntime().maxMemory() / SHARE);
    this.shared = sharing == null ? null : new SharedWork(sharing, kept, load, new OneSentence());
    this.work = shared == null ? new WorkRoom(threads, new OneSentence(), load) : shared;
    this.mostWaiting = mostWaiting;
  }

  private final class OneSentence implements SentenceWork.Work {
    @Override
    public void speak(Reading reading, int sentence) throws InterruptedException {
      ReadingDesk.this.speak(reading, sentence);
    }

    @Override
    public void broke(Reading reading, int sentence, Throwable why) {
      leaveOut(reading, sentence);
    }

    @Override
    public void without(Reading reading, int sentence) {
      PlannedSentence planned = reading.sentence(sentence);
      if (maker.isOfOtherVersion(planned)) {
        LOG.info("A reading goes on with the versions of its voices that are here");
        kept.look(reading); // what others made stays as it is
        reading.replan(planned, (plan, done) -> preparation.inVersionsOfHere(plan, planned, done));
        kept.save(reading);
      } else if (!understudy(reading, planned)) {
        leaveOut(reading, sentence);
      }
    }
  }

  /** Starts speaking. */
  public void start() {
    work.start();
  }

  /** Goes on with what an earlier process left unfinished. Call it when all engines run. */
  public void resume() {
    if (shared != null) {
      return; // what is unfinished lies in the queue
    }
    for (String id : readings.unfinished()) {
      try {
        kept.find(id).ifPresent(this::work);
      } catch (ProblemException e) {
        LOG.warn("The unfinished reading {} can't be read any more and stays as it is", id);
      }
    }
  }

  private void work(Reading reading) {
    if (!reading.isSettled()) {
      work.add(reading);
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
    if (isTooMuch(plan)) {
      plan = preparation.plan(request.lightly()).warning(ReadingPlan.BUSY);
    }
    return wanted(plan);
  }

  /** A reading's words once more, with the voices that casting gives its people now. */
  public Optional<Reading> again(String id) {
    return find(id).map(reading -> wanted(preparation.again(reading.plan())));
  }

  private Reading wanted(ReadingPlan plan) {
    Reading reading = known(plan);
    reading.audience().want();
    return reading;
  }

  /** Whether natural voices can't keep up with a new reading beside those that are being made. */
  private boolean isTooMuch(ReadingPlan plan) {
    return !load.waits()
        && load.isNatural(plan)
        && work.natural() >= load.most()
        && kept.find(plan.id()).isEmpty()
        && !isMade(plan);
  }

  private boolean isMade(ReadingPlan plan) {
    Set<ClipKey> keys =
        plan.sentences().stream().map(PlannedSentence::key).collect(Collectors.toSet());
    return clips.infos(keys).size() == keys.size();
  }

  /** Has a plan spoken to its end, whether somebody listens or not. */
  public Reading open(ReadingPlan plan) {
    Reading reading = current(plan);
    reading.audience().owe(); // before it is in the queue, so that it is known there as owed
    work(reading);
    return reading;
  }

  /** Has a reading that is owed go on, should another machine have let it rest meanwhile. */
  public void insist(Reading reading) {
    work.insist(reading);
  }

  /**
   * Decides everything about a part of a longer work, and makes nothing of it yet.
   *
   * @throws org.nangdok.problem.ProblemException if there is nothing that can be read
   */
  public ReadingPlan plan(PartRequest part) {
    return preparation.plan(part);
  }

  /** Has a plan spoken as long as somebody waits for it. */
  public Reading ask(ReadingPlan plan) {
    return wanted(plan);
  }

  /** Has a reading that was promised rest until somebody waits for it. */
  public void rest(String id) {
    Reading reading = kept.present(id);
    if (reading != null) {
      reading.audience().rest();
    }
    work.rest(id);
  }

  /** A reading as it is; that somebody looks at it means nothing. */
  public Optional<Reading> look(String id) {
    return kept.find(id);
  }

  private Reading known(ReadingPlan plan) {
    Reading reading = current(plan);
    work(reading);
    return reading;
  }

  private Reading current(ReadingPlan plan) {
    Reading reading = kept.of(plan);
    return reading.progress().state() == Reading.State.FAILED
        ? kept.again(reading, plan) // asked again: tried again
        : reading;
  }

  /** A reading that was asked for before; whoever asks for it waits for it again. */
  public Optional<Reading> find(String id) {
    Optional<Reading> reading = kept.find(id);
    reading.ifPresent(
        found -> {
          work(found);
          found.audience().want();
        });
    return reading;
  }

  /** A reading for who only looks something up in it; nothing is made because of that. */
  public Optional<Reading> lookUp(String id) {
    return kept.peek(id);
  }

  /** All readings, in memory and in the store. */
  KeptReadings kept() {
    return kept;
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

  /** How long an engine has been broken that only a new process can use again; zero if none is. */
  public Duration lost() {
    return maker.lost();
  }

  /** Whether a reading is being made or waits for it, with somebody who wants it. */
  public boolean isInWork(String id) {
    Reading reading = kept.present(id);
    return reading != null && reading.audience().isWanted() && !reading.isSettled();
  }

  /** Whether a reading is being made or heard. */
  boolean isInUse(String id) {
    Reading reading = kept.present(id);
    return reading != null
        && (reading.audience().isListening()
            || reading.audience().isWanted() && !reading.isSettled());
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
    return new JoinedAudio(
        reading, reading.progress().timeline(), clips, () -> kept.doubt(reading));
  }

  private void speak(Reading reading, int index) throws InterruptedException {
    try {
      settle(reading, index);
      if (index == 0) {
        maker.watch().firstSound(Duration.between(reading.created(), clock.instant()));
      }
      Reading.State state = reading.progress().state();
      if (state == Reading.State.COMPLETE || state == Reading.State.FAILED) {
        if (shared == null) {
          kept.settle(reading); // else when its clips' rows are written
        }
        maker.watch().readingIs(state);
      }
    } catch (ProblemException e) {
      if (work.survives(e)) {
        throw e;
      }
      LOG.error("A reading stops: {}", e.code(), e);
      reading.fail(new Reading.Failure(e.code(), e.sentence()));
      maker.watch().readingIs(Reading.State.FAILED);
    }
  }

  /** Makes a sentence's clip, in another voice if its own fails. */
  private void settle(Reading reading, int index) throws InterruptedException {
    boolean settled = false;
    while (!settled) {
      PlannedSentence sentence = reading.sentence(index);
      SentenceState state = maker.make(sentence);
      if (state instanceof SentenceState.Skipped skipped
          && skipped.code().equals(ClipMaker.FAILED)
          && understudy(reading, sentence)) {
        LOG.warn("The voice {} fails; another goes on", sentence.utterance().voice().id());
      } else {
        settled = reading.settle(sentence, state);
        if (shared != null && state instanceof SentenceState.Skipped) {
          kept.settle(reading); // others can't see it in the clips
        }
      }
      if (reading.isRemoved()) {
        kept.forget(sentence.key());
        return;
      }
    }
  }

  /** Gives what is left to another voice; tells whether there is one. */
  private boolean understudy(Reading reading, PlannedSentence failed) {
    boolean another =
        reading.replan(failed, (plan, done) -> preparation.withoutEngine(plan, failed, done));
    if (another) {
      kept.save(reading);
    }
    return another;
  }

  /** Of several machines: adds again what nobody works on. */
  public void addForgotten() {
    if (shared != null) {
      shared.forgotten();
    }
  }

  /** After a failure that nobody expected, so that the reading goes on and comes to its end. */
  private void leaveOut(Reading reading, int index) {
    reading.settle(
        index,
        new SentenceState.Skipped("internal", "This sentence could not be made; it was left out."));
    if (reading.isSettled()) {
      try {
        kept.settle(reading);
      } catch (ProblemException e) {
        LOG.warn("A reading's end can't be kept: {}", e.code());
      }
      maker.watch().readingIs(reading.progress().state());
    }
  }

  /** Lets the sentences in work be finished and kept. */
  @Override
  public void close() {
    work.close();
    maker.close();
  }
}
