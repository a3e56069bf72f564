package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.nangdok.problem.ProblemException;
import org.springframework.boot.http.client.InetAddressFilter;

/** What holds for every address, whatever it is. */
class AddressPropertiesTest {

  private static final Reach REACH = Reach.publicAt(Set.of(80, 443));
  private final InetAddressFilter rules = AddressRules.publicInternet();

  /** An IPv4 address hidden in IPv6 is never more public than by itself. */
  @Property(tries = 500)
  void hidingAnAddressDoesNotOpenIt(@ForAll @Size(4) byte[] v4) throws UnknownHostException {
    boolean open = rules.matches(InetAddress.getByAddress(v4));
    for (byte[] hidden :
        new byte[][] {
          join(new byte[10], new byte[] {-1, -1}, v4), // ::ffff:0:0/96, RFC 4291
          join(new byte[12], v4), // ::/96, RFC 4291
          join(new byte[] {0, 0x64, -1, (byte) 0x9b}, new byte[8], v4), // 64:ff9b::/96, RFC 6052
          join(new byte[] {0x20, 0x02}, v4, new byte[10]) // 2002::/16, RFC 3056
        }) {
      InetAddress address = InetAddress.getByAddress(hidden);
      assertThat(rules.matches(address) && !open).as(address.getHostAddress()).isFalse();
    }
  }

  /** Whatever is given is an address of a public shape or a refusal with a sentence. */
  @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
  void everyStringIsAnAddressOrARefusal(@ForAll("addresses") String given) {
    try {
      WebAddress address = WebAddress.parse(given, REACH);
      assertThat(address.uri().getScheme()).isIn("http", "https");
      assertThat(address.uri().getHost()).isNotEmpty();
      assertThat(address.uri().getRawUserInfo()).isNull();
      assertThat(address.uri().toString()).doesNotContain("\r", "\n", "\\", " ");
      assertThat(WebAddress.parse(address.uri().toString(), REACH).uri()).isEqualTo(address.uri());
    } catch (ProblemException refusal) {
      assertThat(refusal.code()).startsWith("page.");
      assertThat(refusal.sentence()).endsWith(".");
    }
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> scheme =
        Arbitraries.of("http://", "https://", "HTTP://", "//", "http:", "file:///", "ftp://", "");
    Arbitrary<String> user = Arbitraries.of("", "", "", "a@", "a:b@", "127.0.0.1#@");
    Arbitrary<String> host =
        Arbitraries.oneOf(
            Arbitraries.of(
                "127.0.0.1",
                "[::1]",
                "2130706433",
                "0x7f.1",
                "localhost.",
                "①②⑦.⓪.⓪.①",
                "例え.jp",
                "news.example",
                "a..b",
                "xn--",
                "[::ffff:7f00:1]",
                "[fe80::1%25eth0]"),
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings().withChars("0123456789.xabcdef:[]%-_。").ofMaxLength(24));
    Arbitrary<String> port = Arbitraries.of("", "", ":80", ":443", ":0", ":99999", ":22", ":");
    Arbitrary<String> path = Arbitraries.strings().ofMaxLength(30).map(text -> "/" + text);
    return Combinators.combine(scheme, user, host, port, path)
        .as((a, b, c, d, e) -> a + b + c + d + e);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new byte[16];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
