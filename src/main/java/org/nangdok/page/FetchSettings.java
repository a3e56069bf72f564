package org.nangdok.page;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The limits of fetching.
 *
 * @param maxBytes the largest page, counted after decompression
 * @param total the time for everything: names, connections, redirects, the last byte
 * @param connect the time for one attempt to connect
 * @param maxRedirects how many redirects are followed, {@code meta refresh} included
 * @param maxHeaderBytes the largest head of an answer
 * @param atOncePerSite requests to one host at a time
 * @param atOnce requests to all hosts at a time
 * @param ports the ports that may be asked
 * @param userAgent how the service names itself, with an address where its operator is found
 * @param addresses matches the network addresses that may be connected to; only tests widen it
 * @param own networks of the administrator's own, which may be asked besides
 */
public record FetchSettings(
    int maxBytes,
    Duration total,
    Duration connect,
    int maxRedirects,
    int maxHeaderBytes,
    int atOncePerSite,
    int atOnce,
    Set<Integer> ports,
    String userAgent,
    InetAddressFilter addresses,
    OwnNetworks own) {

  public FetchSettings {
    ports = Set.copyOf(ports);
    if (maxBytes < 1 || maxHeaderBytes < 1 || atOncePerSite < 1 || atOnce < 1) {
      throw new IllegalArgumentException("Sizes and counts of fetching must be at least 1.");
    }
    if (total.isNegative() || total.isZero() || connect.isNegative() || connect.isZero()) {
      throw new IllegalArgumentException("Times of fetching must be longer than nothing.");
    }
  }

  /** 5 MB, 15 s, 5 redirects, 64 KB of headers, 4 at once per site, public addresses only. */
  public static FetchSettings defaults() {
    return new FetchSettings(
        5_000_000,
        Duration.ofSeconds(15),
        Duration.ofSeconds(3),
        5,
        64 * 1024,
        4,
        32,
        Set.of(80, 443),
        "Mozilla/5.0 (compatible; Nangdok/0.1; read aloud for one listener)",
        AddressRules.publicInternet(),
        OwnNetworks.NONE);
  }

  /** The same with an address in the User-Agent where a site's owner finds the operator. */
  public FetchSettings withContact(String address) {
    return changed(
        draft -> draft.userAgent = "Mozilla/5.0 (compatible; Nangdok/0.1; +" + address + ")");
  }

  /** The same with another size limit. */
  public FetchSettings withMaxBytes(int bytes) {
    return changed(draft -> draft.maxBytes = bytes);
  }

  /** The same with another total time. */
  public FetchSettings withTotal(Duration time) {
    return changed(draft -> draft.total = time);
  }

  /** The same with other reachable places: for tests that run their own sites. */
  public FetchSettings withReach(Set<Integer> otherPorts, InetAddressFilter otherAddresses) {
    return changed(
        draft -> {
          draft.ports = otherPorts;
          draft.addresses = otherAddresses;
        });
  }

  /** The same with networks of the administrator's own. */
  public FetchSettings withOwn(OwnNetworks networks) {
    return changed(draft -> draft.own = networks);
  }

  /** Which ports may be asked where. */
  Reach reach() {
    return new Reach(ports, own);
  }

  private FetchSettings changed(Consumer<Draft> change) {
    var draft = new Draft();
    change.accept(draft);
    return new FetchSettings(
        draft.maxBytes,
        draft.total,
        connect,
        maxRedirects,
        maxHeaderBytes,
        atOncePerSite,
        atOnce,
        draft.ports,
        draft.userAgent,
        draft.addresses,
        draft.own);
  }

  /** What can be changed, as it is now. */
  private final class Draft {
    private int maxBytes = FetchSettings.this.maxBytes;
    private Duration total = FetchSettings.this.total;
    private Set<Integer> ports = FetchSettings.this.ports;
    private String userAgent = FetchSettings.this.userAgent;
    private InetAddressFilter addresses = FetchSettings.this.addresses;
    private OwnNetworks own = FetchSettings.this.own;
  }
}
