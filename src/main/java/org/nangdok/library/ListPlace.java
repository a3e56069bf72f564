package org.nangdok.library;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A place in the list of readings, newest first. It says where it is by itself, so that a list goes
 * on there also when the reading that stood there is removed.
 */
public record ListPlace(Instant created, String id) {

  private static final String BETWEEN = "_";

  /** Where a reading stands. */
  public static ListPlace of(ListedReading reading) {
    return new ListPlace(reading.created(), reading.id());
  }

  /** Reads what {@link #text} wrote; nothing if it didn't. */
  public static Optional<ListPlace> parse(String text) {
    String[] parts = text.split(BETWEEN, 2);
    try {
      return parts.length == 2
          ? Optional.of(new ListPlace(Instant.parse(parts[0]), parts[1]))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The place as one word for addresses. */
  public String text() {
    return created + BETWEEN + id;
  }
}
