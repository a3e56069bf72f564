package org.nangdok.delivery.access;

import org.nangdok.key.Key;
import org.nangdok.key.Scope;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request that proved a key. */
final class KeyAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Key key;

  KeyAuthentication(Key key) {
    super(java.util.List.of());
    this.key = key;
    setAuthenticated(true);
  }

  Key key() {
    return key;
  }

  boolean may(Scope needed) {
    return key.scope().includes(needed);
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
