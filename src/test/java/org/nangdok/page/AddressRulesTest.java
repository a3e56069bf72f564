package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The address rules held against the IANA special-purpose registries (IPv4 and IPv6, entries that
 * aren't globally reachable), multicast, and the metadata addresses of clouds, written down here
 * anew and compared by arithmetic of our own.
 */
class AddressRulesTest {

  private static final List<Block> FORBIDDEN =
      List.of(
          // IANA IPv4 Special-Purpose Address Registry
          Block.of("0.0.0.0/8"),
          Block.of("10.0.0.0/8"),
          Block.of("100.64.0.0/10"),
          Block.of("127.0.0.0/8"),
          Block.of("169.254.0.0/16"),
          Block.of("172.16.0.0/12"),
          Block.of("192.0.0.0/24"),
          Block.of("192.0.2.0/24"),
          Block.of("192.88.99.0/24"),
          Block.of("192.168.0.0/16"),
          Block.of("198.18.0.0/15"),
          Block.of("198.51.100.0/24"),
          Block.of("203.0.113.0/24"),
          Block.of("224.0.0.0/4"),
          Block.of("240.0.0.0/4"),
          Block.of("168.63.129.16/32"),
          // IANA IPv6 Special-Purpose Address Registry, within 2000::/3
          Block.of("2001::/23"),
          Block.of("2001:db8::/32"),
          Block.of("2002::/16"),
          Block.of("3fff::/20"),
          // IANA IPv6 Address Space: all that is not global unicast (2000::/3)
          Block.of("::/3"),
          Block.of("4000::/2"),
          Block.of("8000::/1"));

  private final InetAddressFilter rules = AddressRules.publicInternet();

  private record Block(BigInteger first, BigInteger last, int bytes) {

    static Block of(String cidr) {
      String[] parts = cidr.split("/");
      byte[] address = address(parts[0]).getAddress();
      int hostBits = 8 * address.length - Integer.parseInt(parts[1]);
      BigInteger size = BigInteger.ONE.shiftLeft(hostBits);
      BigInteger first = new BigInteger(1, address);
      return new Block(first, first.add(size).subtract(BigInteger.ONE), address.length);
    }

    boolean contains(InetAddress address) {
      BigInteger value = new BigInteger(1, address.getAddress());
      return address.getAddress().length == bytes
          && value.compareTo(first) >= 0
          && value.compareTo(last) <= 0;
    }

    InetAddress at(BigInteger value) {
      byte[] padded = new byte[bytes];
      byte[] raw = value.toByteArray();
      int length = Math.min(raw.length, bytes);
      System.arraycopy(raw, raw.length - length, padded, bytes - length, length);
      return fromBytes(padded);
    }
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static InetAddress fromBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static boolean isForbidden(InetAddress address) {
    return FORBIDDEN.stream().anyMatch(block -> block.contains(address));
  }

  @Test
  void agreesWithTheRegistriesAtEveryEdge() {
    for (Block block : FORBIDDEN) {
      BigInteger max = BigInteger.ONE.shiftLeft(8 * block.bytes()).subtract(BigInteger.ONE);
      for (BigInteger edge : List.of(block.first(), block.last())) {
        for (int step = -1; step <= 1; step++) {
          BigInteger value = edge.add(BigInteger.valueOf(step));
          if (value.signum() >= 0 && value.compareTo(max) <= 0) {
            agrees(block.at(value));
          }
        }
      }
    }
  }

  @Test
  void agreesWithTheRegistriesOnRandomAddresses() {
    Random random = new Random(6890);
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = new byte[round % 2 == 0 ? 4 : 16];
      random.nextBytes(bytes);
      agrees(fromBytes(bytes));
    }
  }

  @Test
  void agreesWithTheRegistriesWithinEachBlock() {
    Random random = new Random(6761);
    for (Block block : FORBIDDEN) {
      BigInteger size = block.last().subtract(block.first()).add(BigInteger.ONE);
      for (int round = 0; round < 500; round++) {
        BigInteger offset = new BigInteger(size.bitLength() + 8, random).mod(size);
        agrees(block.at(block.first().add(offset)));
      }
    }
  }

  private void agrees(InetAddress address) {
    assertThat(rules.matches(address)).as("%s", address).isEqualTo(!isForbidden(address));
  }

  @ParameterizedTest(name = "row 37: {0}, just outside a forbidden range, is public")
  @ValueSource(
      strings = {
        "172.32.0.1", "172.15.255.255", "11.0.0.1", "9.255.255.255", "192.167.255.255",
        "192.169.0.1", "100.63.255.255", "100.128.0.1", "169.253.255.255", "128.0.0.1",
        "198.17.255.255", "198.20.0.1", "223.255.255.255", "168.63.129.17", "2001:200::1",
        "2606:4700::1111", "3ffe:ffff::1", "2003::1"
      })
  void letsNeighboursThrough(String literal) {
    assertThat(rules.matches(address(literal))).isTrue();
  }

  @Test
  void seesThroughMappedAddresses() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 10;

    assertThat(rules.matches(InetAddress.getByAddress(mapped))).isFalse();
  }
}
