package org.nangdok.delivery.access;

import java.time.Instant;
import java.util.List;
import org.nangdok.key.Key;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request that came by a signed link: it may read what the link is good for, and no more. */
final class LinkAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Key key;
  private final Instant expires;

  LinkAuthentication(Key key, Instant expires) {
    super(List.of());
    this.key = key;
    this.expires = expires;
    setAuthenticated(true);
  }

  Key key() {
    return key;
  }

  Instant expires() {
    return expires;
  }

  @Override
  public String getPrincipal() {
    return key.id();
  }

  @Override
  public String getCredentials() {
    return ""; // proven, and not kept
  }
}
