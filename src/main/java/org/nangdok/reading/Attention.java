package org.nangdok.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Where a reading's listeners are, and so which of its sentences is made next: what follows the
 * place that was told last, so far that it won't run dry; then the same for those told before; then
 * everything after and, at the end, before them. Not thread-safe.
 */
final class Attention {

  /** So many sentences after a place come before another listener's next one. */
  static final int LEAD = 12;

  /** Places that are remembered. */
  private static final int MOST = 4;

  private final int size;
  private final Deque<Place> places = new ArrayDeque<>();
  private int lowest;

  /**
   * @param size how many sentences there are
   */
  Attention(int size) {
    this.size = size;
    places.add(new Place(0));
  }

  /** What was open once is never open again, so that nothing is looked at twice. */
  private static final class Place {
    private final int start;
    private int cursor;

    Place(int start) {
      this.start = start;
      this.cursor = start;
    }

    OptionalInt next(int end, IntPredicate open) {
      while (cursor < end && !open.test(cursor)) {
        cursor++;
      }
      return cursor < end ? OptionalInt.of(cursor) : OptionalInt.empty();
    }
  }

  /**
   * Somebody listens at a sentence, or wants to.
   *
   * @param open whether nobody has taken a sentence yet
   */
  void at(int sentence, IntPredicate open) {
    places.removeIf(place -> place.start == sentence || isSameListener(place, sentence, open));
    places.addFirst(new Place(sentence));
    if (places.size() > MOST) {
      places.removeLast();
    }
  }

  /** Who was there and has heard everything up to here is the one who is here now. */
  private static boolean isSameListener(Place place, int sentence, IntPredicate open) {
    return place.start < sentence && place.next(sentence, open).isEmpty();
  }

  /** The sentence that somebody waits for most. */
  int newest() {
    return places.getFirst().start;
  }

  /** The sentence to be made next. */
  OptionalInt next(IntPredicate open) {
    for (Place place : places) {
      OptionalInt next = place.next(Math.min(size, place.start + LEAD), open);
      if (next.isPresent()) {
        return next;
      }
    }
    for (Place place : places) {
      OptionalInt next = place.next(size, open);
      if (next.isPresent()) {
        return next;
      }
    }
    while (lowest < size && !open.test(lowest)) {
      lowest++;
    }
    return lowest < size ? OptionalInt.of(lowest) : OptionalInt.empty();
  }
}
