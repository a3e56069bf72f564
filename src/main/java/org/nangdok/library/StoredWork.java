package org.nangdok.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long work as it is kept, without its chapters.
 *
 * @param id its name in addresses
 * @param settings how it is read, as the room {@code work} writes it (JSON)
 * @param casting who has which voice, as the room {@code work} writes it (JSON)
 * @param paused whether nothing more of it is made for the time being
 * @param owner the key that asked for it
 * @param heard when it was asked for last, to within an hour
 * @param place where somebody stopped listening
 */
public record StoredWork(
    String id,
    String title,
    @Nullable String author,
    String settings,
    String casting,
    boolean paused,
    @Nullable String owner,
    Instant created,
    Instant heard,
    @Nullable Place place) {

  /**
   * A place in a work.
   *
   * @param part the number of the part
   * @param millis from the part's beginning
   */
  public record Place(int part, long millis) {}
}
