package org.nangdok.delivery;

import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Callers;
import org.nangdok.library.StoredWork;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingException;
import org.nangdok.work.Work;
import org.nangdok.work.WorkDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Long works in chapters. A key lists, pauses and forgets what it asked for itself. */
@RestController
@RequestMapping("/api/works")
class WorkController {

  private static final int MOST = 100;

  private final WorkDesk works;
  private final WorkViews views;
  private final Voices voices;

  WorkController(WorkDesk works, WorkViews views, Voices voices, MadeFiles files) {
    works.whenRemoved(files::forget);
    this.works = works;
    this.views = views;
    this.voices = voices;
  }

  /** Works without their chapters. */
  record WorksView(List<WorkView> works) {}

  record PlaceBody(@Nullable Integer part, @Nullable Long ms) {}

  @PostMapping(consumes = "application/json")
  ResponseEntity<WorkView> ask(@RequestBody WorkBody body) {
    var request = body.toRequest();
    voices.requireReady();
    Work work = works.ask(request, Callers.programsKey().orElse(null));
    return ResponseEntity.accepted()
        .location(URI.create("/api/works/" + work.facts().id()))
        .body(views.of(work, chapter -> true));
  }

  @GetMapping
  WorksView list() {
    return new WorksView(
        works.newest(owner(), MOST).stream()
            .map(work -> views.of(work, chapter -> false))
            .toList());
  }

  /**
   * A work with its chapters.
   *
   * @param q words that the title of each chapter has, in whatever case
   */
  @GetMapping("/{id}")
  WorkView show(@PathVariable String id, @RequestParam(defaultValue = "") String q) {
    String wanted = folded(q);
    return views.of(works.find(id), chapter -> folded(chapter.title()).contains(wanted));
  }

  /** A part's reading, made before what nobody waits for. */
  @PostMapping("/{id}/parts/{number}")
  ResponseEntity<ReadingView> part(@PathVariable String id, @PathVariable int number) {
    voices.requireReady();
    Reading reading = works.part(id, number);
    return ResponseEntity.accepted()
        .location(URI.create("/api/readings/" + reading.id()))
        .body(ReadingView.of(reading));
  }

  @PostMapping("/{id}/pause")
  WorkView pause(@PathVariable String id) {
    return views.of(works.pause(id, owner()), chapter -> true);
  }

  @PostMapping("/{id}/resume")
  WorkView resume(@PathVariable String id) {
    return views.of(works.resume(id, owner()), chapter -> true);
  }

  @PutMapping("/{id}/place")
  WorkView place(@PathVariable String id, @RequestBody PlaceBody body) {
    if (body.part() == null || body.ms() == null) {
      throw new ReadingException(
          "request.missing-parameter",
          "Give the number of a part in `part` and milliseconds from its beginning in `ms`.");
    }
    views.place(works, id, new StoredWork.Place(body.part(), body.ms()));
    return views.of(works.find(id), chapter -> true);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable String id) {
    works.remove(id, owner());
    return ResponseEntity.noContent().build();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** Whose works the caller sees; nobody's name for who may see all. */
  private static @Nullable String owner() {
    return Callers.seesAll() ? null : Callers.key().orElse("");
  }
}
