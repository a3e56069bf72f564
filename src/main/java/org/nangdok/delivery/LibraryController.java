package org.nangdok.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Callers;
import org.nangdok.library.ListedReading;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.ReadingException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is kept: lists it and forgets it. A key sees and forgets what it asked for itself. */
@RestController
@RequestMapping("/api/readings")
class LibraryController {

  private static final int MOST = 200;

  private final Keeping keeping;

  LibraryController(Keeping keeping) {
    this.keeping = keeping;
  }

  /**
   * Readings, newest first.
   *
   * @param next the id to give as {@code before} for the next page; null on the last
   */
  record Page(List<Entry> readings, @Nullable String next) {}

  /**
   * A reading.
   *
   * @param finished whether all of it is made
   * @param heard when it was asked for last, to within an hour
   */
  record Entry(
      String id,
      @Nullable String title,
      @Nullable String url,
      boolean finished,
      Instant created,
      Instant heard,
      Address page) {

    static Entry of(ListedReading reading) {
      return new Entry(
          reading.id(),
          reading.title(),
          reading.url(),
          reading.finished(),
          reading.created(),
          reading.heard(),
          new Address("/r/" + reading.id()));
    }
  }

  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new ReadingException("request.bad-value", "limit must be 1 to " + MOST + ".");
    }
    List<ListedReading> found = keeping.list(owner(), before, limit + 1);
    List<ListedReading> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? shown.getLast().id() : null;
    return new Page(shown.stream().map(Entry::of).toList(), next);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable String id) {
    keeping.remove(id, owner());
    return ResponseEntity.noContent().build();
  }

  /** Whose readings the caller sees; nobody's name for who may see all. */
  private static @Nullable String owner() {
    return Callers.seesAll() ? null : Callers.key().orElse("");
  }
}
