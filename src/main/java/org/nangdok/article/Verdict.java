package org.nangdok.article;

/** What becomes of a line. */
public sealed interface Verdict {

  /** The line is read, as a line of this kind. */
  record Stays(Paragraph.Kind kind) implements Verdict {}

  /**
   * The line isn't read.
   *
   * @param reason a stable code, as in {@link Dropped}
   */
  record Goes(String reason) implements Verdict {}

  /** The line goes for this reason. */
  static Verdict goes(String reason) {
    return new Goes(reason);
  }

  /** The line stays as this kind. */
  static Verdict stays(Paragraph.Kind kind) {
    return new Stays(kind);
  }

  /** Whether the line is read. */
  default boolean isRead() {
    return this instanceof Stays;
  }
}
