package org.nangdok.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.nangdok.article.Article;
import org.nangdok.script.Script;

/**
 * What comes before the sound, for many at once: the same request at the same time is worked on
 * once, and only a few are worked on together, because a large page takes much memory.
 */
public final class Preparation {

  private final ReadingPlanner planner;
  private final PreparationPlaces places;
  private final ConcurrentHashMap<Task, CompletableFuture<Object>> inWork =
      new ConcurrentHashMap<>();

  private enum Result {
    ARTICLE,
    SCRIPT,
    PLAN
  }

  private record Task(Result result, ReadingRequest request) {}

  /**
   * @param atOnce how many requests are worked on together
   * @param patience how long one waits for its turn
   */
  public Preparation(ReadingPlanner planner, int atOnce, Duration patience) {
    this(planner, new PreparationPlaces(atOnce, patience));
  }

  /**
   * @param places where the planner's pages are fetched {@link PreparationPlaces#around around}
   */
  public Preparation(ReadingPlanner planner, PreparationPlaces places) {
    this.planner = planner;
    this.places = places;
  }

  /**
   * The article of a request.
   *
   * @throws BusyException if its turn doesn't come soon
   */
  public Article article(ReadingRequest request) {
    return (Article) shared(new Task(Result.ARTICLE, request), planner::article);
  }

  /**
   * Who says what in a request's article.
   *
   * @throws BusyException if its turn doesn't come soon
   */
  public Script script(ReadingRequest request) {
    return (Script)
        shared(
            new Task(Result.SCRIPT, request),
            asked -> planner.script(planner.article(asked), asked));
  }

  /**
   * All that is decided before the first sentence is spoken.
   *
   * @throws BusyException if its turn doesn't come soon
   */
  public ReadingPlan plan(ReadingRequest request) {
    return (ReadingPlan) shared(new Task(Result.PLAN, request), planner::plan);
  }

  /**
   * The same for a part of a longer work.
   *
   * @throws BusyException if its turn doesn't come soon
   */
  public ReadingPlan plan(PartRequest part) {
    return places.inTurn(part.manner(), () -> planner.plan(part));
  }

  /** A plan with another voice where one can't go on; at once, because nothing is fetched. */
  Optional<ReadingPlan> withoutEngine(
      ReadingPlan plan, PlannedSentence failed, List<Boolean> settled) {
    return planner.withoutEngine(plan, failed, settled);
  }

  /** A plan whose open sentences of a voice are for the versions that are here. */
  Optional<ReadingPlan> inVersionsOfHere(
      ReadingPlan plan, PlannedSentence failed, List<Boolean> settled) {
    return planner.inVersionsOfHere(plan, failed, settled);
  }

  /** A plan's words with the voices of today; at once, because nothing is fetched. */
  ReadingPlan again(ReadingPlan plan) {
    return planner.again(plan);
  }

  private Object shared(Task task, Function<ReadingRequest, Object> work) {
    var mine = new CompletableFuture<Object>();
    CompletableFuture<Object> other = inWork.putIfAbsent(task, mine);
    if (other != null) {
      return result(other);
    }
    try {
      mine.complete(places.inTurn(task.request(), () -> work.apply(task.request())));
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      inWork.remove(task);
    }
    return result(mine);
  }

  private static Object result(CompletableFuture<Object> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("No article was prepared.", e.getCause());
    }
  }
}
