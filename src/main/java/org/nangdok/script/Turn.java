package org.nangdok.script;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person says without being interrupted.
 *
 * @param speaker the role
 * @param name the person's name, if known
 * @param title the person's title or function as printed; {@code headline} for the headline
 * @param style the manner, if the script shows one
 * @param gender the person's sex, if the script states it
 * @param person the identity's key: the same key is the same person and so the same voice
 *     throughout the article
 * @param pieces what is said, line by line, in order; never empty
 */
public record Turn(
    Speaker speaker,
    @Nullable String name,
    @Nullable String title,
    @Nullable Style style,
    @Nullable Gender gender,
    String person,
    List<Piece> pieces) {

  public Turn {
    pieces = List.copyOf(pieces);
  }

  /** The same person in the same manner with other words. */
  public Turn saying(List<Piece> other) {
    return new Turn(speaker, name, title, style, gender, person, other);
  }

  /** The words of the turn, one line per piece. */
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining("\n"));
  }

  /** The numbers of the lines that the turn comes from, ascending, each once. */
  public List<Integer> lines() {
    return pieces.stream()
        .flatMap(piece -> Stream.concat(Stream.of(piece.line()), piece.more().stream()))
        .distinct()
        .sorted()
        .toList();
  }
}
