package org.nangdok.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;
import org.nangdok.voice.pack.Acceptance;
import org.nangdok.voice.pack.FileSource;
import org.nangdok.voice.pack.LicenceText;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackOffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installations that an administrator has asked for over HTTP or that the service begins by itself,
 * each in a thread of its own.
 */
public final class PackWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PackWork.class);

  private static final String NOT_INSTALLED = "The pack {} wasn't installed: {}";

  /** How long a stop waits for what is being brought. */
  private static final Duration MOST_AT_THE_END = Duration.ofSeconds(3);

  /** How far an installation has come. */
  public enum Stage {
    OFFERED,
    INSTALLING,
    INSTALLED,
    FAILED
  }

  /**
   * One pack at one moment.
   *
   * @param file the file in work
   * @param done bytes that are there
   * @param all bytes of the whole pack, roughly where a size isn't known
   * @param code why it failed
   * @param problem why it failed, in a sentence
   */
  public record State(
      Stage stage,
      @Nullable String file,
      long done,
      long all,
      @Nullable String code,
      @Nullable String problem) {

    static State of(Stage stage, long all) {
      return new State(stage, null, stage == Stage.INSTALLED ? all : 0, all, null, null);
    }
  }

  private final PackDesk packs;
  private final Supplier<FileSource> sources;
  private final Runnable changed;
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();

  /**
   * @param sources gives each installation where to bring files from
   * @param changed is run when a pack has come or gone
   */
  public PackWork(PackDesk packs, Supplier<FileSource> sources, Runnable changed) {
    this.packs = packs;
    this.sources = sources;
    this.changed = changed;
  }

  /** What is offered and what is installed. */
  public PackDesk packs() {
    return packs;
  }

  /** The text of a pack's licence. */
  Optional<LicenceText> licence(PackOffer offer) {
    return packs.licence(offer.name(), sources.get());
  }

  /** How a pack stands. */
  State state(PackOffer offer) {
    State state = states.get(offer.name());
    if (state != null) {
      return state;
    }
    boolean installed = packs.installed().contains(offer.name());
    return State.of(installed ? Stage.INSTALLED : Stage.OFFERED, offer.about());
  }

  /**
   * Begins an installation; one that runs already goes on.
   *
   * @throws ProblemException if the licence isn't accepted or the pack is installed already
   */
  State install(PackOffer offer, Acceptance acceptance) {
    boolean refused = offer.asks() && !acceptance.given();
    if (refused || packs.installed().contains(offer.name())) {
      packs.install(
          offer.name(), acceptance, sources.get(), (file, done, all) -> {}); // says why not
    }
    return begin(
        offer,
        () -> work(offer, acceptance, problem -> LOG.warn(NOT_INSTALLED, offer.name(), problem)),
        Thread.NORM_PRIORITY);
  }

  /**
   * Begins to fetch a pack that asks nothing and that nobody has asked for, beside everything else.
   * If it can't be had, the log says so once.
   */
  public void fetch(PackOffer offer) {
    LOG.info(
        "{} ({} MB, {}) is being fetched; the light voices speak until it is there",
        offer.title(),
        offer.about() / 1_000_000,
        offer.licence());
    begin(
        offer,
        () ->
            work(
                offer,
                Acceptance.NONE,
                problem ->
                    LOG.warn(
                        "Natural voices can't be fetched now, the light voices go on: {}",
                        problem)),
        Thread.MIN_PRIORITY);
  }

  private State begin(PackOffer offer, Runnable work, int priority) {
    State begun = State.of(Stage.INSTALLING, offer.about());
    State before =
        states.compute(
            offer.name(),
            (name, state) -> state != null && state.stage() == Stage.INSTALLING ? state : begun);
    if (before == begun) {
      Thread thread =
          Thread.ofPlatform()
              .daemon()
              .name("installing-" + offer.name())
              .priority(priority)
              .unstarted(work);
      working.add(thread);
      thread.start();
    }
    return before;
  }

  private void work(PackOffer offer, Acceptance acceptance, Consumer<String> refused) {
    try {
      packs.install(
          offer.name(),
          acceptance,
          sources.get(),
          (file, done, all) ->
              states.put(offer.name(), new State(Stage.INSTALLING, file, done, all, null, null)));
      changed.run();
      states.remove(offer.name());
      LOG.info("{} is installed", offer.title());
    } catch (ProblemException e) {
      if (!Thread.currentThread().isInterrupted()) {
        refused.accept(e.sentence());
      }
      states.put(
          offer.name(), new State(Stage.FAILED, null, 0, offer.about(), e.code(), e.sentence()));
    } catch (RuntimeException e) {
      LOG.error("The pack {} wasn't installed", offer.name(), e);
      states.put(
          offer.name(),
          new State(
              Stage.FAILED,
              null,
              0,
              offer.about(),
              "voice.pack-failed",
              "The pack could not be installed; the log says why."));
    } finally {
      working.remove(Thread.currentThread());
    }
  }

  /** Stops what is being brought, package clients too; what is there is kept for the next start. */
  @Override
  public void close() {
    List<Thread> all = List.copyOf(working);
    all.forEach(Thread::interrupt);
    try {
      for (Thread thread : all) {
        thread.join(MOST_AT_THE_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Removes a pack. */
  void remove(PackOffer offer) {
    packs.remove(offer.name());
    states.remove(offer.name());
    changed.run();
  }
}
