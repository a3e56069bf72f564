package org.nangdok.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The resolver that the HTTP client connects by: what it returns is what is connected to, so that
 * an address is checked and used in one step and a name that changes its answer gains nothing.
 *
 * <p>One forbidden address among several forbids the name: a site that mixes them is either broken
 * or hostile.
 */
final class GuardedResolver implements DnsResolver {

  private final NameResolver names;
  private final InetAddressFilter permitted;
  private final OwnNetworks own;

  GuardedResolver(NameResolver names, InetAddressFilter permitted, OwnNetworks own) {
    this.names = names;
    this.permitted = permitted;
    this.own = own;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (AddressRules.isPrivateName(host) && !own.covers(host, Optional.empty())) {
      throw new Blocked(host);
    }
    List<InetAddress> addresses = names.resolve(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    if (!addresses.stream()
        .allMatch(address -> permitted.matches(address) || own.permits(host, address))) {
      throw new Blocked(host);
    }
    return addresses.toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** A name that leads somewhere that isn't the public internet. */
  static final class Blocked extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Blocked(String host) {
      super(host);
    }
  }
}
