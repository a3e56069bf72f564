package org.nangdok.delivery.access;

import java.time.Instant;
import java.util.List;
import org.nangdok.key.Key;
import org.nangdok.key.Scope;
import org.springframework.security.core.context.SecurityContextHolder;

/** A program with a key that asks on this thread. */
public final class CallerWithKey implements AutoCloseable {

  private CallerWithKey() {}

  /** It asks until this is closed. */
  public static CallerWithKey asks() {
    var key = new Key("abcdefghij", "a test", Scope.MAKE, List.of(), "", "", Instant.EPOCH, null);
    SecurityContextHolder.getContext().setAuthentication(new KeyAuthentication(key));
    return new CallerWithKey();
  }

  @Override
  public void close() {
    SecurityContextHolder.clearContext();
  }
}
