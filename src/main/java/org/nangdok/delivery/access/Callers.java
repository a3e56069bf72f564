package org.nangdok.delivery.access;

import java.util.Optional;
import org.nangdok.key.Scope;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls, for what is counted by caller. */
public final class Callers {

  private Callers() {}

  /** The id of the key that came with the request in work, if one did. */
  public static Optional<String> key() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication asks
        ? Optional.of(asks.key().id())
        : Optional.empty();
  }

  /**
   * Whether the caller may see what everybody asked for: an administrator, or the person at the
   * machine, where nobody else is served.
   */
  public static boolean seesAll() {
    Authentication asking = SecurityContextHolder.getContext().getAuthentication();
    return asking instanceof KeyAuthentication key
        ? key.may(Scope.ADMINISTER)
        : asking instanceof AnonymousAuthenticationToken;
  }

  /** Whether the request in work came with an administrator's key. */
  public static boolean administers() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication asks
        && asks.may(Scope.ADMINISTER);
  }

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
