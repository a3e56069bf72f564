package org.nangdok.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;

/**
 * A work as it stands at one moment.
 *
 * @param facts what doesn't change, and where somebody stopped listening
 * @param chapters in order
 * @param left how long it takes until all of it is made, as far as that can be told
 */
public record Work(StoredWork facts, List<Chapter> chapters, @Nullable Duration left) {

  /** How a work or a chapter stands. */
  public enum State {
    /** Something is still to be made. */
    MAKING,
    /** Something is still to be made, and it waits until somebody lets it go on. */
    PAUSED,
    /** Everything that can be made was made. */
    COMPLETE,
    /** Nothing of it can be read. */
    FAILED
  }

  /**
   * A chapter.
   *
   * @param number its place, from 0
   * @param title as the work has it, or its number
   * @param parts at least one, each a reading of its own
   */
  public record Chapter(int number, String title, List<StoredPart> parts) {

    public Chapter {
      parts = List.copyOf(parts);
    }

    /** Whether nothing is left to be made. */
    public boolean isSettled() {
      return parts.stream().allMatch(StoredPart::isSettled);
    }

    /** Length of the sound that is made, in milliseconds. */
    public long millis() {
      return parts.stream().mapToLong(StoredPart::millis).sum();
    }
  }

  public Work {
    chapters = List.copyOf(chapters);
  }

  static Work of(
      StoredWork facts, List<String> titles, List<StoredPart> parts, @Nullable Duration left) {
    List<List<StoredPart>> byChapter = new ArrayList<>();
    titles.forEach(title -> byChapter.add(new ArrayList<>()));
    parts.forEach(part -> byChapter.get(part.chapter()).add(part));
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      chapters.add(new Chapter(i, titles.get(i), byChapter.get(i)));
    }
    return new Work(facts, chapters, left);
  }

  /** All parts in order. */
  public List<StoredPart> parts() {
    return chapters.stream().flatMap(chapter -> chapter.parts().stream()).toList();
  }

  /** How it stands. */
  public State state() {
    List<StoredPart> parts = parts();
    if (!parts.stream().allMatch(StoredPart::isSettled)) {
      return facts.paused() ? State.PAUSED : State.MAKING;
    }
    return parts.stream().anyMatch(StoredPart::made) ? State.COMPLETE : State.FAILED;
  }
}
