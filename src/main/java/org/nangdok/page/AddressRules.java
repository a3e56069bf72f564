package org.nangdok.page;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The rules which network addresses and host names lie on the public internet.
 *
 * <p>They stand on Spring Boot's {@link InetAddressFilter#externalAddresses()} (RFC 6890) and close
 * what it leaves open: the metadata address of Azure, and every IPv6 address outside the one block
 * that IANA gives out as global unicast (2000::/3), which covers IPv4-compatible, translated
 * (64:ff9b::/96, 64:ff9b:1::/48), segment-routing (5f00::/16) and site-local addresses at once.
 */
public final class AddressRules {

  private static final List<String> PRIVATE_SUFFIXES =
      List.of("localhost", "localdomain", "local", "internal", "home.arpa");

  private AddressRules() {}

  /** A filter that matches addresses on the public internet only. */
  public static InetAddressFilter publicInternet() {
    InetAddressFilter globalUnicast = InetAddressFilter.of("2000::/3");
    InetAddressFilter ordinary =
        InetAddressFilter.adapt(
            (InetAddress address) ->
                !(address instanceof Inet6Address) || globalUnicast.matches(address));
    return InetAddressFilter.externalAddresses()
        .and(ordinary)
        .andNot("168.63.129.16", "3fff::/20", "192.88.99.0/24");
  }

  /**
   * Whether a name belongs to this machine or its own network whatever a resolver says (RFC 6761,
   * RFC 6762, RFC 8375, and ICANN's reserved {@code internal}).
   *
   * @param host an ASCII host name without a trailing dot
   */
  static boolean isPrivateName(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return PRIVATE_SUFFIXES.stream()
        .anyMatch(suffix -> lower.equals(suffix) || lower.endsWith("." + suffix));
  }
}
