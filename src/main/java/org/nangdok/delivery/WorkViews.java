package org.nangdok.delivery;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Callers;
import org.nangdok.library.ListenerPlaces;
import org.nangdok.library.StoredWork.Place;
import org.nangdok.reading.ReadingException;
import org.nangdok.work.Work;
import org.nangdok.work.WorkDesk;
import org.springframework.stereotype.Component;

/** Works as who calls sees them: with the place at which that caller stopped listening. */
@Component
class WorkViews {

  private final ListenerPlaces places;

  WorkViews(ListenerPlaces places) {
    this.places = places;
  }

  /** A work with some of its chapters. */
  WorkView of(Work work, Predicate<Work.Chapter> which) {
    return WorkView.of(work, place(work), which);
  }

  /**
   * Keeps where the caller stopped; a place of its own for each key, one for all who have none.
   *
   * @throws ReadingException with code {@code auth.scope} for a key of pages, which is many
   *     people's
   */
  void place(WorkDesk works, String id, Place place) {
    Optional<String> listener = Callers.programsKey();
    if (listener.isEmpty() && !Callers.seesAll()) {
      throw new ReadingException(
          "auth.scope", "A place belongs to a key; a key of pages has none.");
    }
    var unused = works.place(id, place);
    listener.ifPresent(key -> places.keep(id, key, place));
  }

  private @Nullable Place place(Work work) {
    Optional<String> listener = Callers.programsKey();
    if (listener.isPresent()) {
      return places.find(work.facts().id(), listener.get()).orElse(null);
    }
    return Callers.seesAll() ? work.facts().place() : null;
  }
}
