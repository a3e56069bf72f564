package org.nangdok.delivery.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls, for what is counted by caller. */
public final class Callers {

  private Callers() {}

  /**
   * The id of the key that a program sent with the request in work; a key of pages is many people's
   * and isn't counted as one.
   */
  public static Optional<String> programsKey() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication asks
            && asks.key().origins().isEmpty()
        ? Optional.of(asks.key().id())
        : Optional.empty();
  }
}
