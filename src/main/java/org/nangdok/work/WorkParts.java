package org.nangdok.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.nangdok.article.Article;
import org.nangdok.article.Paragraph;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;
import org.nangdok.library.WorkStore;
import org.nangdok.reading.BusyException;
import org.nangdok.reading.PartRequest;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlan;

/** Plans the parts of works, one of a work at a time, with the voices that its people have. */
final class WorkParts {

  /** More than that many machines don't plan parts of one work at the same moment. */
  private static final int TRIES = 10;

  private final WorkStore works;
  private final ReadingDesk desk;

  /** Two parts that are planned at the same time would cast their people apart. */
  private final Map<String, ReentrantLock> inWork = new ConcurrentHashMap<>();

  WorkParts(WorkStore works, ReadingDesk desk) {
    this.works = works;
    this.desk = desk;
  }

  /**
   * The reading of a part as it is kept; nothing if it isn't planned or was removed.
   *
   * @param part as it stands
   */
  Optional<Reading> kept(StoredPart part) {
    return part.reading() == null ? Optional.empty() : desk.look(part.reading());
  }

  /**
   * What is to be read of a part.
   *
   * @throws org.nangdok.problem.ProblemException if there is nothing that can be read
   */
  ReadingPlan plan(String work, int number) {
    ReentrantLock lock = inWork.computeIfAbsent(work, id -> new ReentrantLock());
    lock.lock();
    try {
      for (int i = 0; i < TRIES; i++) {
        Optional<ReadingPlan> plan = planned(work, number);
        if (plan.isPresent()) {
          return plan.get();
        }
      }
      throw new BusyException();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing if another machine gave the work's people voices meanwhile. */
  private Optional<ReadingPlan> planned(String work, int number) {
    StoredWork facts = works.find(work).orElseThrow(WorkException::unknown);
    Article article =
        WorkForm.text(works.content(work, number).orElseThrow(WorkException::unknown));
    Manner manner = WorkForm.manner(facts.settings());
    WorkCast cast = WorkCast.read(facts.casting());
    String language = manner.language() == null ? article.language() : manner.language();
    ReadingPlan plan =
        desk.plan(new PartRequest(article, manner.request(text(article)), cast.in(language)));
    return works.planned(work, number, plan.id(), cast.with(plan), facts.casting())
        ? Optional.of(plan)
        : Optional.empty();
  }

  /** Forgets what belonged to a work that is gone. */
  void forget(String work) {
    inWork.remove(work);
  }

  private static String text(Article article) {
    List<String> lines = article.paragraphs().stream().map(Paragraph::text).toList();
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
