package org.nangdok.page;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Which ports of which hosts may be asked.
 *
 * @param ports those of the public internet
 * @param own networks of the administrator's own, whose entries have ports of their own
 */
record Reach(Set<Integer> ports, OwnNetworks own) {

  /** The public internet alone. */
  static Reach publicAt(Set<Integer> ports) {
    return new Reach(ports, OwnNetworks.NONE);
  }

  boolean permits(String host, Optional<InetAddress> literal, int port) {
    return ports.contains(port) || own.ports(host, literal).contains(port);
  }

  /** Whether an address lies in a network of the administrator's own. */
  boolean isOwn(WebAddress address) {
    return own.covers(address.host(), address.literal());
  }
}
