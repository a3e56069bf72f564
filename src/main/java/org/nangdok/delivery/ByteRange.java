package org.nangdok.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Range header asks of a body of known length (RFC 9110, section 14). */
sealed interface ByteRange {

  /** The whole body: no range, several ranges, or one that isn't understood. */
  record Whole() implements ByteRange {}

  /**
   * A stretch of the body.
   *
   * @param first first byte
   * @param last last byte, included
   */
  record Part(long first, long last) implements ByteRange {}

  /** A range that lies outside the body: 416. */
  record Unsatisfiable() implements ByteRange {}

  Pattern SHAPE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /**
   * @param header the header's value, if there is one
   * @param length the body's length in bytes
   */
  static ByteRange parse(@Nullable String header, long length) {
    if (header == null) {
      return new Whole();
    }
    Matcher shape = SHAPE.matcher(header);
    if (!shape.matches() || (shape.group(1).isEmpty() && shape.group(2).isEmpty())) {
      return new Whole();
    }
    if (shape.group(1).isEmpty()) {
      long suffix = Long.parseLong(shape.group(2));
      return suffix == 0 || length == 0
          ? new Unsatisfiable()
          : new Part(Math.max(0, length - suffix), length - 1);
    }
    long first = Long.parseLong(shape.group(1));
    long last =
        shape.group(2).isEmpty()
            ? length - 1
            : Math.min(length - 1, Long.parseLong(shape.group(2)));
    if (!shape.group(2).isEmpty() && Long.parseLong(shape.group(2)) < first) {
      return new Whole();
    }
    return first >= length ? new Unsatisfiable() : new Part(first, last);
  }
}
