package org.nangdok.work;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;
import org.nangdok.library.Turns;
import org.nangdok.library.WorkStore;
import org.nangdok.problem.ProblemException;
import org.nangdok.publish.book.Book;
import org.nangdok.reading.BusyException;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlan;

/** Takes works, has them made in the background, keeps them, and finds them again. Thread-safe. */
public final class WorkDesk implements AutoCloseable {

  /** Works that wait to be made, all together. */
  private static final int MOST_OPEN = 200;

  private static final Duration HEARD = Duration.ofHours(1);

  private final WorkStore works;
  private final ReadingDesk desk;
  private final Keeping keeping;
  private final Clock clock;
  private final WorkParts parts;
  private final WorkMaker maker;
  private final List<Consumer<String>> told = new CopyOnWriteArrayList<>();

  /**
   * Works that nobody asked for in the time that is kept go with their readings.
   *
   * @param turns which of several machines has works made
   */
  public WorkDesk(WorkStore works, ReadingDesk desk, Keeping keeping, Clock clock, Turns turns) {
    this.works = works;
    this.desk = desk;
    this.keeping = keeping;
    this.clock = clock;
    this.parts = new WorkParts(works, desk);
    this.maker = new WorkMaker(works, parts, desk, turns);
    keeping.whenOld(this::removeUnheardSince);
  }

  /** Has somebody told of each work that is removed, so that what was made of it goes too. */
  public void whenRemoved(Consumer<String> listener) {
    told.add(listener);
  }

  /** Goes on with what is to be made. Call it when all engines run. */
  public void start() {
    for (StoredWork work : works.newest(null, Integer.MAX_VALUE)) {
      if (work.paused()) {
        rest(work.id());
      }
    }
    maker.start();
  }

  /**
   * Keeps a work and plans its first part, which somebody waits for; the rest is planned and made
   * in the background. The same work with the same settings is the same work.
   *
   * @param owner the key that asks for it
   * @throws org.nangdok.problem.ProblemException if its first part can't be read
   */
  public Work ask(WorkRequest request, @Nullable String owner) {
    String id = WorkForm.id(request, Objects.requireNonNullElse(owner, ""));
    boolean known = works.find(id).isPresent();
    if (!known) {
      if (works.unfinished() >= MOST_OPEN) {
        throw new BusyException();
      }
      List<PartCutter.Part> cut = PartCutter.cut(request.chapters());
      Instant now = clock.instant();
      works.add(
          new StoredWork(
              id,
              request.name(),
              request.author(),
              WorkForm.manner(request.manner()),
              WorkCast.none(),
              false,
              owner,
              now,
              now,
              null),
          titles(request.chapters()),
          cut.stream().map(WorkDesk::part).toList());
    }
    try {
      part(id, 0);
    } catch (ProblemException e) {
      if (WorkMaker.passes(e)) {
        throw e;
      }
      if (!known && works.parts(id).size() == 1) {
        works.remove(id); // there is nothing else of it
        throw e;
      }
    }
    maker.tell();
    return find(id);
  }

  private static List<String> titles(List<Article> chapters) {
    List<String> titles = new ArrayList<>();
    for (Article chapter : chapters) {
      String title = chapter.title().strip();
      titles.add(title.isEmpty() ? Integer.toString(titles.size() + 1) : title);
    }
    return titles;
  }

  private static WorkStore.NewPart part(PartCutter.Part part) {
    int characters = (int) WorkRequest.length(part.article());
    return new WorkStore.NewPart(part.chapter(), characters, WorkForm.text(part.article()));
  }

  /**
   * A work as it stands.
   *
   * @throws WorkException with code {@code work.unknown}
   */
  public Work find(String id) {
    StoredWork facts = works.find(id).orElseThrow(WorkException::unknown);
    List<StoredPart> all = works.parts(id);
    long open =
        all.stream().filter(part -> !part.isSettled()).mapToLong(StoredPart::characters).sum();
    Duration left = facts.paused() ? null : maker.pace().of(open).orElse(null);
    if (facts.heard().plus(HEARD).isBefore(clock.instant())) {
      works.heard(id, clock.instant());
    }
    return Work.of(facts, works.chapters(id), all, open == 0 ? Duration.ZERO : left);
  }

  /**
   * Works, newest first.
   *
   * @param owner a key's id; everybody's if null
   */
  public List<Work> newest(@Nullable String owner, int most) {
    return works.newest(owner, most).stream().map(work -> find(work.id())).toList();
  }

  /**
   * The reading of a part, planned now if it wasn't yet; it is made before what nobody waits for.
   *
   * @throws WorkException with code {@code work.unknown} if there is no such part
   * @throws org.nangdok.problem.ProblemException if it can't be read
   */
  public Reading part(String id, int number) {
    StoredPart part =
        works.parts(id).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(WorkException::unknown);
    Optional<Reading> kept = parts.kept(part);
    if (kept.isPresent()) {
      return desk.find(kept.get().id()).orElseThrow(WorkException::unknown);
    }
    ReadingPlan plan = parts.plan(id, number);
    return desk.ask(plan);
  }

  /**
   * A work as a book, to be taken away.
   *
   * @param service the service's public address
   * @throws WorkException with code {@code work.unfinished} if some are still to be made, or were
   *     removed
   */
  public Book book(Work work, URI service, Book.Cover cover) {
    for (StoredPart part : work.parts()) {
      if (!part.isSettled()) {
        throw new WorkException(
            "work.unfinished",
            "This work is still being made; its files are there when it is complete.");
      }
      if (part.made() && !isThere(part)) {
        throw removed();
      }
    }
    return new WorkBook(desk, service).of(work, cover);
  }

  static WorkException removed() {
    return new WorkException(
        "work.unfinished",
        "Some of this work's sound was removed to make room. POST /api/works/{id}/resume has it"
            + " made again.");
  }

  private boolean isThere(StoredPart part) {
    return parts
        .kept(part)
        .filter(reading -> reading.progress().state() == Reading.State.COMPLETE)
        .isPresent();
  }

  /** Lets nothing more be made of a work for the time being, but for what somebody listens to. */
  public Work pause(String id, @Nullable String owner) {
    owned(id, owner);
    works.pause(id, true);
    rest(id);
    maker.tell();
    return find(id);
  }

  private void rest(String id) {
    works.parts(id).stream()
        .filter(part -> !part.isSettled() && part.reading() != null)
        .map(StoredPart::reading)
        .filter(Objects::nonNull)
        .forEach(desk::rest);
  }

  /** Lets a work be made again; what was removed of its sound, too. */
  public Work resume(String id, @Nullable String owner) {
    owned(id, owner);
    for (StoredPart part : works.parts(id)) {
      if (part.problem() != null || part.made() && !isThere(part)) {
        works.again(id, part.number());
      }
    }
    works.pause(id, false);
    maker.tell();
    return find(id);
  }

  /**
   * Keeps where somebody stopped listening last, whoever it is; from there it is made on.
   *
   * @throws WorkException with code {@code work.bad-place} if there is no such place
   */
  public Work place(String id, StoredWork.Place place) {
    owned(id, null);
    boolean there = works.parts(id).stream().anyMatch(part -> part.number() == place.part());
    if (!there || place.millis() < 0) {
      throw new WorkException(
          "work.bad-place", "A place is the number of a part and milliseconds from its beginning.");
    }
    works.place(id, place);
    return find(id);
  }

  /**
   * Forgets a work with its text, and those of its readings that nothing else uses.
   *
   * @param owner the key that wants it gone; null for who may remove any
   * @throws WorkException with code {@code work.unknown}
   */
  public void remove(String id, @Nullable String owner) {
    owned(id, owner);
    Set<String> readings = new LinkedHashSet<>();
    works.parts(id).stream()
        .map(StoredPart::reading)
        .filter(Objects::nonNull)
        .forEach(readings::add);
    works.remove(id);
    parts.forget(id);
    readings.removeIf(works::uses);
    keeping.removeUnused(readings);
    told.forEach(listener -> listener.accept(id));
    maker.tell();
  }

  private void removeUnheardSince(Instant when) {
    works.unheardSince(when).forEach(id -> remove(id, null));
  }

  private void owned(String id, @Nullable String owner) {
    StoredWork work = works.find(id).orElseThrow(WorkException::unknown);
    if (owner != null && !owner.equals(work.owner())) {
      throw WorkException.unknown();
    }
  }

  @Override
  public void close() {
    maker.close();
  }
}
