package org.nangdok.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as the service knows it: everything but the secret, which only its holder has.
 *
 * @param id what names it in lists and in the log; ten letters and digits
 * @param name what it is for, in its maker's words
 * @param origins origins such as {@code https://news.example} from whose pages alone it counts;
 *     empty for a key that programs send
 * @param hash SHA-256 of the secret, in hex; enough because the secret is 256 random bits, which no
 *     slow hash would make harder to guess
 * @param signing what its links are signed with, 256 random bits in base64url
 * @param expires when it stops to count; none if only revoking ends it
 */
public record Key(
    String id,
    String name,
    Scope scope,
    List<String> origins,
    String hash,
    String signing,
    Instant created,
    @Nullable Instant expires) {

  public Key {
    origins = List.copyOf(origins);
  }

  /** Whether it counts at a time. */
  public boolean validAt(Instant time) {
    return expires == null || time.isBefore(expires);
  }

  /** Without hash and signing key, so that no log ever has them. */
  @Override
  public String toString() {
    return "Key " + id + " (" + name + ", " + scope.code() + ")";
  }
}
