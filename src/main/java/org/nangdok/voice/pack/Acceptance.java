package org.nangdok.voice.pack;

import org.jspecify.annotations.Nullable;

/**
 * Whether a user accepts a pack's licence, and which text of it.
 *
 * @param given whether it is accepted
 * @param sha256 the hash of the text that was shown; null if the user wanted to see none
 */
public record Acceptance(boolean given, @Nullable String sha256) {

  /** Nobody has accepted anything. */
  public static final Acceptance NONE = new Acceptance(false, null);

  /** Accepted by somebody who knows the licence. */
  public static final Acceptance UNSEEN = new Acceptance(true, null);

  /** Accepted after it was shown. */
  public static Acceptance of(LicenceText shown) {
    return new Acceptance(true, shown.sha256());
  }
}
