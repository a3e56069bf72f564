package org.nangdok.delivery.foreign;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces the Wyoming port on the local networks that reach it (multicast DNS, RFC 6762; DNS-SD,
 * RFC 6763), as Home Assistant looks for it. Nothing is announced for this machine alone.
 */
final class WyomingAnnouncement implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WyomingAnnouncement.class);
  private static final String SERVICE = "_wyoming._tcp.local.";

  private final CompletableFuture<List<JmDNS>> announced;

  private WyomingAnnouncement(List<InetAddress> addresses, int port) {
    this.announced = CompletableFuture.supplyAsync(() -> announce(addresses, port));
  }

  /**
   * Announces a port beside the start, which doesn't wait for it.
   *
   * @param bound where it listens; null for everywhere
   * @return null if no network reaches it
   */
  static @Nullable WyomingAnnouncement of(@Nullable InetAddress bound, int port) {
    List<InetAddress> addresses = reached(bound);
    return addresses.isEmpty() ? null : new WyomingAnnouncement(addresses, port);
  }

  /** The addresses under which networks reach a socket. */
  static List<InetAddress> reached(@Nullable InetAddress bound) {
    if (bound != null && !bound.isAnyLocalAddress()) {
      return bound.isLoopbackAddress() ? List.of() : List.of(bound);
    }
    List<InetAddress> addresses = new ArrayList<>();
    try {
      for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (one.isUp() && !one.isLoopback() && one.supportsMulticast()) {
          Collections.list(one.getInetAddresses()).stream()
              .filter(Inet4Address.class::isInstance)
              .forEach(addresses::add);
        }
      }
    } catch (SocketException e) {
      LOG.debug("The machine's networks can't be told", e);
    }
    return addresses;
  }

  private static List<JmDNS> announce(List<InetAddress> addresses, int port) {
    List<JmDNS> all = new ArrayList<>();
    for (InetAddress address : addresses) {
      try {
        JmDNS dns = JmDNS.create(address);
        all.add(dns);
        dns.registerService(ServiceInfo.create(SERVICE, "Nangdok", port, ""));
      } catch (IOException e) {
        LOG.info("The Wyoming port isn't announced on {}: {}", address, e.getMessage());
      }
    }
    return all;
  }

  @Override
  public void close() {
    for (JmDNS dns : announced.join()) {
      try {
        dns.close();
      } catch (IOException e) {
        LOG.debug("An announcement can't be taken back", e);
      }
    }
  }
}
