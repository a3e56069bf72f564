package org.nangdok.document;

import java.time.Duration;

/**
 * How much of a stranger's file is looked at before it is refused.
 *
 * @param bytes the longest file
 * @param unpacked what all looked-at members of an archive may be together, unpacked
 * @param member what one of them may be, unpacked
 * @param members how many an archive may have
 * @param pages how many pages or slides
 * @param depth how deep elements may be nested
 * @param characters how long its words may be, in UTF-16 units
 * @param blocks how many blocks and left-out parts
 * @param time how long it may take
 */
public record DocumentBounds(
    long bytes,
    long unpacked,
    long member,
    int members,
    int pages,
    int depth,
    long characters,
    int blocks,
    Duration time) {

  /** What books need: some three million letters. */
  public static final DocumentBounds USUAL =
      new DocumentBounds(
          64L << 20,
          256_000_000L,
          32_000_000L,
          20_000,
          5_000,
          512,
          6_000_000L,
          300_000,
          Duration.ofSeconds(60));
}
