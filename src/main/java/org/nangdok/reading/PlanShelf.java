package org.nangdok.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ReadingStore;

/**
 * The plans that are in memory: those that were used last, bounded by their weight. Others are read
 * again when they are needed, few at a time. Thread-safe.
 */
final class PlanShelf {

  private static final int LOADED_AT_ONCE = 2;
  private static final int BYTES_PER_SENTENCE = 400;
  private static final int BYTES_PER_WORD = 200;
  private static final int BYTES_PER_CHARACTER = 4;

  private final ReadingStore store;
  private final ReadingDocument documents = new ReadingDocument();
  private final Semaphore loads = new Semaphore(LOADED_AT_ONCE, true);
  private final Cache<String, Planned> plans;

  /** A plan with its sentences in one list. */
  record Planned(ReadingPlan plan, List<PlannedSentence> sentences) {

    static Planned of(ReadingPlan plan) {
      return new Planned(plan, plan.sentences());
    }

    /** What it takes of memory, in bytes, roughly. */
    int weight() {
      long weight = 1_000;
      for (PlannedSentence sentence : sentences) {
        weight +=
            BYTES_PER_SENTENCE
                + (long) BYTES_PER_CHARACTER * sentence.text().length()
                + (long) BYTES_PER_WORD * sentence.utterance().reading().words().size();
      }
      return (int) Math.min(Integer.MAX_VALUE, weight);
    }
  }

  /**
   * @param bytes how much memory plans may take together
   */
  PlanShelf(ReadingStore store, long bytes) {
    this.store = store;
    this.plans =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String id, Planned planned) -> planned.weight())
            .build();
  }

  void put(Planned planned) {
    plans.put(planned.plan().id(), planned);
  }

  void remove(String id) {
    plans.invalidate(id);
  }

  /**
   * The plan of a reading that is kept.
   *
   * @throws ReadingException with code {@code reading.unknown} if it was removed
   */
  Planned get(String id) {
    Planned known = plans.getIfPresent(id);
    return known != null ? known : plans.get(id, this::load);
  }

  private Planned load(String id) {
    loads.acquireUninterruptibly();
    try {
      byte[] content = store.plan(id).orElseThrow(PlanShelf::gone);
      return Planned.of(documents.plan(content));
    } catch (IllegalArgumentException e) {
      throw new LibraryException(
          "storage.failed", "This reading can't be read any more. Ask for the article again.", e);
    } finally {
      loads.release();
    }
  }

  private static ReadingException gone() {
    return new ReadingException("reading.unknown", "This reading was removed.");
  }
}
