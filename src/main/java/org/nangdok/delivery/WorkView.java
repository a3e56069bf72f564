package org.nangdok.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;
import org.nangdok.work.Work;

/**
 * A work as {@code GET /api/works/{id}} answers it. Times are in milliseconds.
 *
 * @param state {@code making}, {@code paused}, {@code complete} or {@code failed}
 * @param durationMs of what is made
 * @param place where who asks stopped listening
 * @param chapters those that were asked for
 */
record WorkView(
    String id,
    String title,
    @Nullable String author,
    String state,
    Instant created,
    long durationMs,
    ProgressView progress,
    @Nullable PlaceView place,
    Address page,
    List<ChapterView> chapters) {

  /**
   * How far it is.
   *
   * @param done chapters of which nothing is left to be made
   * @param total chapters
   * @param charactersDone of the text, UTF-16 units
   * @param leftMs until all is made, as far as that can be told
   */
  record ProgressView(
      int done, int total, long charactersDone, long characters, @Nullable Long leftMs) {

    static ProgressView of(Work work) {
      List<StoredPart> parts = work.parts();
      return new ProgressView(
          (int) work.chapters().stream().filter(Work.Chapter::isSettled).count(),
          work.chapters().size(),
          characters(parts, StoredPart::isSettled),
          characters(parts, part -> true),
          work.left() == null ? null : work.left().toMillis());
    }

    private static long characters(List<StoredPart> parts, Predicate<StoredPart> which) {
      return parts.stream().filter(which).mapToLong(StoredPart::characters).sum();
    }
  }

  /** Where somebody stopped: the number of a part and the time from its beginning. */
  record PlaceView(int part, long ms) {

    static @Nullable PlaceView of(StoredWork.@Nullable Place place) {
      return place == null ? null : new PlaceView(place.part(), place.millis());
    }
  }

  /** A chapter, made of parts. */
  record ChapterView(
      int number, String title, String state, long durationMs, List<PartView> parts) {

    static ChapterView of(Work.Chapter chapter) {
      boolean failed = chapter.parts().stream().anyMatch(part -> part.problem() != null);
      String settled = failed ? "failed" : "complete";
      return new ChapterView(
          chapter.number(),
          chapter.title(),
          chapter.isSettled() ? settled : "making",
          chapter.millis(),
          chapter.parts().stream().map(PartView::of).toList());
    }
  }

  /**
   * A part.
   *
   * @param reading the id of its reading, once it is planned
   * @param problem why it can't be read, if it can't
   */
  record PartView(
      int number,
      String state,
      int characters,
      long durationMs,
      @Nullable String reading,
      @Nullable Address page,
      @Nullable String problem) {

    static PartView of(StoredPart part) {
      String reading = part.reading();
      return new PartView(
          part.number(),
          state(part),
          part.characters(),
          part.millis(),
          reading,
          reading == null ? null : new Address("/r/" + reading),
          part.problem());
    }

    private static String state(StoredPart part) {
      if (part.problem() != null) {
        return "failed";
      }
      if (part.made()) {
        return "complete";
      }
      return part.reading() == null ? "waiting" : "making";
    }
  }

  static WorkView of(Work work, StoredWork.@Nullable Place place, Predicate<Work.Chapter> which) {
    return new WorkView(
        work.facts().id(),
        work.facts().title(),
        work.facts().author(),
        work.state().name().toLowerCase(Locale.ROOT),
        work.facts().created(),
        work.chapters().stream().mapToLong(Work.Chapter::millis).sum(),
        ProgressView.of(work),
        PlaceView.of(place),
        new Address("/works/" + work.facts().id()),
        work.chapters().stream().filter(which).map(ChapterView::of).toList());
  }
}
