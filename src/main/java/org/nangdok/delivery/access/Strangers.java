package org.nangdok.delivery.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Tells, where nobody needs a key, the person at the machine from everybody else: requests that
 * don't come from the machine itself, or come through a proxy on it.
 */
public final class Strangers {

  private final boolean open;
  private final boolean home;

  Strangers(AccessSettings settings, String address) {
    this.open = settings.mode() == AccessMode.OPEN;
    this.home = !address.isEmpty() && isLoopback(address);
  }

  /** Whether a request is the person's at the machine, who needs no key for their own things. */
  public boolean isAtHome(HttpServletRequest request) {
    return open && !isOne(request);
  }

  boolean isOne(HttpServletRequest request) {
    return !home
        || !isLoopback(request.getRemoteAddr())
        || request.getHeader("X-Forwarded-For") != null
        || request.getHeader("Forwarded") != null;
  }

  static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // the server says so itself
    }
  }
}
