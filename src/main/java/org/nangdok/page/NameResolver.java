package org.nangdok.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The way from a host name to its addresses; the machine's own unless a test gives another. */
@FunctionalInterface
public interface NameResolver {

  /**
   * All addresses of a name, or the one address of an IP literal.
   *
   * @throws UnknownHostException if there are none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The machine's resolver. */
  static NameResolver ofThisMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
