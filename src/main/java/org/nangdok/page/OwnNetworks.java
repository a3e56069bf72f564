package org.nangdok.page;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The hosts and ranges of networks of the administrator's own from which pages may be fetched
 * although they aren't on the public internet.
 *
 * <p>An entry is a name, an address, or a range in CIDR notation, and may end with a port: {@code
 * wallabag.home.arpa:8080}, {@code 192.168.1.20}, {@code 10.0.0.0/8}, {@code [fd00::]/8}. A range
 * counts for addresses and for names that can't be public; a public name that leads into it stays
 * refused, so that nobody's name server gains anything. What no entry opens: link-local addresses,
 * where clouds keep their secrets, and addresses that are no machine's.
 */
public final class OwnNetworks {

  /** No networks of anybody's own. */
  public static final OwnNetworks NONE = new OwnNetworks(List.of());

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<host>\\[[0-9a-fA-F:.]+\\]|[^\\[\\]/:\\s]+)(?:/(?<bits>\\d{1,3}))?(?::(?<port>\\d{1,5}))?");

  private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);

  /** Metadata services, this network, multicast and broadcast. */
  private static final InetAddressFilter NEVER =
      InetAddressFilter.of(
          "169.254.0.0/16",
          "168.63.129.16",
          "100.100.100.200",
          "fd00:ec2::254",
          "fe80::/10",
          "0.0.0.0/8",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "ff00::/8",
          "::/128");

  /** Widest range: shorter prefixes aren't anybody's own network. */
  private static final int WIDEST_4 = 8;

  private static final int WIDEST_6 = 7;

  private final List<Entry> entries;

  private record Entry(
      String text, Optional<String> name, Optional<InetAddressFilter> range, Set<Integer> ports) {}

  private OwnNetworks(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads the entries of a configuration.
   *
   * @throws IllegalArgumentException with a sentence if one can't be read or opens too much
   */
  public static OwnNetworks of(List<String> texts) {
    List<Entry> entries = new ArrayList<>();
    for (String text : texts) {
      entries.add(entry(text.strip()));
    }
    return entries.isEmpty() ? NONE : new OwnNetworks(entries);
  }

  /** The entries as they were written. */
  public List<String> entries() {
    return entries.stream().map(Entry::text).toList();
  }

  private static Entry entry(String text) {
    Matcher parts = ENTRY.matcher(text);
    if (!parts.matches()) {
      throw bad(text, "is no host, address or range");
    }
    HostName host;
    try {
      host = HostName.parse(parts.group("host"));
    } catch (PageException e) {
      throw bad(text, "has no host name that can be read");
    }
    String port = parts.group("port");
    Set<Integer> ports = port == null ? USUAL_PORTS : Set.of(port(text, port));
    String bits = parts.group("bits");
    if (host.literal().isEmpty()) {
      if (bits != null) {
        throw bad(text, "is a name with a prefix; ranges begin with an address");
      }
      return new Entry(text, Optional.of(host.text()), Optional.empty(), ports);
    }
    InetAddress address = host.literal().get();
    return new Entry(text, Optional.empty(), Optional.of(range(text, address, bits)), ports);
  }

  private static InetAddressFilter range(
      String text, InetAddress address, @org.jspecify.annotations.Nullable String bits) {
    int all = address.getAddress().length * 8;
    int prefix = bits == null ? all : Integer.parseInt(bits);
    int widest = all == 32 ? WIDEST_4 : WIDEST_6;
    if (prefix > all || prefix < widest) {
      throw bad(text, "is wider than anybody's own network, or no range at all");
    }
    return InetAddressFilter.of(address.getHostAddress() + "/" + prefix);
  }

  private static int port(String text, String digits) {
    int port = Integer.parseInt(digits);
    if (port < 1 || port > 65_535) {
      throw bad(text, "has no port from 1 to 65535");
    }
    return port;
  }

  private static IllegalArgumentException bad(String text, String what) {
    return new IllegalArgumentException(
        "nangdok.page.allow: \""
            + text
            + "\" "
            + what
            + ". Write hosts, addresses or ranges such as wallabag.home.arpa:8080 or"
            + " 192.168.1.0/24.");
  }

  /** Whether an entry names the host of an address, or may hold it: then it isn't public. */
  boolean covers(String host, Optional<InetAddress> literal) {
    return entries.stream().anyMatch(entry -> covers(entry, host, literal));
  }

  private static boolean covers(Entry entry, String host, Optional<InetAddress> literal) {
    if (literal.isPresent()) {
      return entry.range().map(range -> range.matches(literal.get())).orElse(false);
    }
    return entry.name().map(host::equals).orElseGet(() -> isOnlyPrivate(host));
  }

  /** The ports at which a host may be asked, beside the usual ones. */
  Set<Integer> ports(String host, Optional<InetAddress> literal) {
    Set<Integer> ports = new LinkedHashSet<>();
    entries.stream()
        .filter(entry -> covers(entry, host, literal))
        .forEach(entry -> ports.addAll(entry.ports()));
    return ports;
  }

  /** Whether a host may be connected to at an address that isn't public. */
  boolean permits(String host, InetAddress address) {
    if (NEVER.matches(address)) {
      return false;
    }
    return entries.stream()
        .anyMatch(
            entry ->
                entry.name().map(host::equals).orElse(false)
                    || (isOnlyPrivate(host) || isLiteral(host))
                        && entry.range().map(range -> range.matches(address)).orElse(false));
  }

  private static boolean isLiteral(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  /** Names that no public name server knows. */
  private static boolean isOnlyPrivate(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return !isLiteral(host)
        && (!lower.contains(".") || lower.endsWith(".lan") || AddressRules.isPrivateName(lower));
  }
}
