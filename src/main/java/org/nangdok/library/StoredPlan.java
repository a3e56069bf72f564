package org.nangdok.library;

import org.jspecify.annotations.Nullable;

/**
 * A reading's plan as it is kept; it is written once.
 *
 * @param content everything, as the room {@code reading} writes it
 * @param clips the keys of its clips one after another, {@value #KEY} bytes each
 * @param title the headline
 * @param url the article's address, if it has one
 */
@SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
public record StoredPlan(byte[] content, byte[] clips, String title, @Nullable String url) {

  /** Bytes of a clip's key. */
  public static final int KEY = 32;
}
