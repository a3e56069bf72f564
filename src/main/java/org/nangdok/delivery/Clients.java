package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.nangdok.delivery.access.Callers;

/**
 * Who a request's work is counted for: its key, or else its network, which is an IPv4 /24 or an
 * IPv6 /64, because one person can easily have all of that.
 *
 * <p>A network is told by the address of the connection; what a request says of its origin counts
 * only where the server trusts a proxy ({@code server.forward-headers-strategy}).
 */
final class Clients {

  private Clients() {}

  /**
   * The client, or nobody for the machine's own requests without a key: they are its owner's, or
   * those of a proxy that has limits of its own.
   */
  static Optional<String> of(HttpServletRequest request) {
    Optional<String> key = Callers.programsKey();
    if (key.isPresent()) {
      return key.map(id -> "key " + id);
    }
    return of(address(request.getRemoteAddr()));
  }

  /** The same for a connection that brings no key. */
  static Optional<String> of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return Optional.empty();
    }
    byte[] bytes = address.getAddress();
    return Optional.of(
        Arrays.toString(Arrays.copyOf(bytes, address instanceof Inet4Address ? 3 : 8)));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal); // a literal: no name server is asked
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The server gave no address of its client.", e);
    }
  }
}
