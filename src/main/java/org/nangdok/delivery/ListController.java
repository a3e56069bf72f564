package org.nangdok.delivery;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Callers;
import org.nangdok.library.ListeningLists;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSearch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The list of who has a key, the same on all their devices; and a search in texts. */
@RestController
class ListController {

  private static final int MOST_ENTRIES = 600;
  private static final int MOST_BYTES = 400_000;
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int LONGEST_TITLE = 1_000;
  private static final int MOST_SEARCHED = 200;
  private static final int LONGEST_SEARCH = 200;
  private static final Set<String> STATES = Set.of("waiting", "begun", "heard", "removed");

  private final ListeningLists lists;
  private final ReadingDesk desk;
  private final JsonMapper json;

  ListController(ListeningLists lists, ReadingDesk desk, JsonMapper json) {
    this.lists = lists;
    this.desk = desk;
    this.json = json;
  }

  record PlaceView(int index, int offset) {}

  /**
   * One article of the list.
   *
   * @param key the reading's id, or the article's address where it isn't a reading yet
   * @param state waiting, begun, heard or removed
   * @param share how much of it was heard, 0 to 1
   * @param rank its place among what waits
   * @param at when it changed, in milliseconds since 1970
   */
  record EntryView(
      @Nullable String key,
      @Nullable String id,
      @Nullable String url,
      @Nullable String title,
      @Nullable String site,
      @Nullable String state,
      double share,
      @Nullable PlaceView place,
      long rank,
      long at) {}

  /**
   * @param version of the list; what is put must name the one that it is based on, empty for none
   */
  record ListBody(@Nullable String version, @Nullable List<@Nullable EntryView> entries) {}

  record ListView(String version, List<EntryView> entries) {}

  record VersionView(String version) {}

  record SearchBody(@Nullable List<@Nullable String> ids, @Nullable String words) {}

  record HitView(String id, int sentence, String excerpt) {}

  record SearchView(List<HitView> found) {}

  @GetMapping("/api/library")
  ListView list() {
    return lists
        .find(owner())
        .map(kept -> new ListView(Long.toString(kept.version()), entries(kept.entries())))
        .orElseGet(() -> new ListView("", List.of()));
  }

  @PutMapping("/api/library")
  VersionView put(@RequestBody ListBody body) {
    String given = body.version() == null ? "" : body.version();
    if (!given.matches("[0-9]{0,18}")) {
      throw bad("version must be the one of the last answer, or empty.");
    }
    List<@Nullable EntryView> entries = body.entries() == null ? List.of() : body.entries();
    if (entries.size() > MOST_ENTRIES) {
      throw bad("A list has at most " + MOST_ENTRIES + " entries.");
    }
    entries.forEach(ListController::require);
    String document = json.writeValueAsString(entries);
    if (document.length() > MOST_BYTES) {
      throw new ReadingException("request.too-large", "A list has at most 400 kB.");
    }
    return lists
        .put(owner(), given.isEmpty() ? 0 : Long.parseLong(given), document)
        .map(version -> new VersionView(Long.toString(version)))
        .orElseThrow(
            () ->
                new ReadingException(
                    "library.changed",
                    "Another device has changed the list. Take it again, and put yours together"
                        + " with it."));
  }

  @DeleteMapping("/api/library")
  ResponseEntity<Void> forget() {
    lists.remove(owner());
    return ResponseEntity.noContent().build();
  }

  /** In which of some readings some words stand. */
  @PostMapping("/api/readings/search")
  SearchView search(@RequestBody SearchBody body) {
    List<@Nullable String> ids = body.ids() == null ? List.of() : body.ids();
    String words = body.words() == null ? "" : body.words().strip();
    if (ids.size() > MOST_SEARCHED || words.isEmpty() || words.length() > LONGEST_SEARCH) {
      throw bad(
          "Send at most 200 ids of readings and the words to look for, at most 200 characters.");
    }
    var search = new TextSearch(words);
    List<HitView> found =
        ids.stream()
            .filter(id -> id != null)
            .distinct()
            .flatMap(id -> desk.lookUp(id).flatMap(search::in).map(hit -> view(id, hit)).stream())
            .toList();
    return new SearchView(found);
  }

  private static HitView view(String id, TextSearch.Hit hit) {
    return new HitView(id, hit.sentence(), hit.excerpt());
  }

  private static void require(@Nullable EntryView entry) {
    boolean good =
        entry != null
            && entry.key() != null
            && !entry.key().isBlank()
            && isShort(entry.key(), LONGEST_ADDRESS)
            && isShort(entry.id(), 64)
            && isShort(entry.url(), LONGEST_ADDRESS)
            && isShort(entry.title(), LONGEST_TITLE)
            && isShort(entry.site(), LONGEST_TITLE)
            && entry.state() != null
            && STATES.contains(entry.state())
            && entry.share() >= 0
            && entry.share() <= 1;
    if (!good) {
      throw bad(
          "Each entry needs a key, a state (waiting, begun, heard or removed) and a share from 0"
              + " to 1.");
    }
  }

  private static boolean isShort(@Nullable String text, int longest) {
    return text == null || text.length() <= longest;
  }

  private List<EntryView> entries(String document) {
    try {
      return json.readValue(document, new TypeReference<List<EntryView>>() {});
    } catch (JacksonException e) {
      return List.of(); // of another version; the next put writes it anew
    }
  }

  private static String owner() {
    return Callers.programsKey()
        .orElseThrow(
            () ->
                new ReadingException(
                    "auth.scope", "A list belongs to a key; a key of pages has none."));
  }

  private static ReadingException bad(String sentence) {
    return new ReadingException("request.bad-value", sentence);
  }
}
