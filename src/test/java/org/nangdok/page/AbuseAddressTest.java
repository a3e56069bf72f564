package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows 1-36 and 42 of the abuse table under production's own settings: addresses that are refused
 * by their shape, before any name server or site is asked.
 */
class AbuseAddressTest {

  private final AtomicInteger questions = new AtomicInteger();
  private final HttpPageFetcher fetcher = fetcher();

  private HttpPageFetcher fetcher() {
    try {
      return new HttpPageFetcher(
          FetchSettings.defaults(),
          host -> {
            questions.incrementAndGet();
            throw new UnknownHostException(host);
          },
          SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    fetcher.close();
  }

  @ParameterizedTest(name = "row {0}: {1} is {2}")
  @MethodSource
  void refusesTheAddress(int row, String address, String code) {
    PageException refusal = catchThrowableOfType(PageException.class, () -> fetcher.fetch(address));

    assertThat(refusal).as("row %d", row).isNotNull();
    assertThat(refusal.code()).isEqualTo("page." + code);
    assertThat(refusal.sentence()).endsWith(".").doesNotContain("org.nangdok");
    assertThat(questions).as("questions to name servers").hasValue(0);
  }

  static Stream<Arguments> refusesTheAddress() {
    return Stream.of(
            row(2, "bad-url", "", "   "),
            row(3, "bad-url", "http://news.test/" + "a".repeat(9_000)),
            row(4, "scheme", "file:///etc/passwd"),
            row(5, "scheme", "jar:http://x!/", "ftp://news.test/", "gopher://news.test/"),
            row(5, "scheme", "data:text/html,<p>a", "javascript:alert(1)", "news.test/a"),
            row(6, "blocked-address", "HTTP://127.0.0.1/", "hTTpS://127.0.0.1/"),
            row(7, "scheme", "//127.0.0.1/"),
            row(8, "bad-url", "http:127.0.0.1", "http:///etc/passwd", "http://", "http://."),
            row(8, "bad-url", "http://?a", "http://#a", "http://:80/"),
            row(9, "credentials", "http://user:pw@news.test/", "http://@news.test/"),
            row(10, "credentials", "http://example.com@127.0.0.1/"),
            row(11, "bad-url", "http://127.0.0.1\\@example.com/", "http:\\\\127.0.0.1\\"),
            row(12, "blocked-address", "http://127.0.0.1#@example.com/"),
            row(12, "blocked-address", "http://127.0.0.1?@example.com/"),
            row(13, "bad-url", "http://news.test/\r\nX-Evil: 1", "http://news.test/a\n"),
            row(13, "bad-url", "http://news.test/\u0000", "http://news.test/\u0085", "\thttp://a/"),
            row(13, "bad-url", "http://news.test/\ud800", "http://news.test/\u2028"),
            row(15, "port", "http://news.test:22/", "http://news.test:25/"),
            row(15, "port", "http://news.test:6379/", "http://news.test:9200/"),
            row(16, "port", "http://news.test:0/", "http://news.test:99999/"),
            row(16, "port", "http://news.test:80a/", "http://news.test:-1/"),
            row(17, "bad-url", "http://exa_mple.com/", "http://a..b/", "http://-a.test/"),
            row(17, "bad-url", "http://a%2eb/", "http://a b/", "http://[/", "http://a]/"),
            row(19, "blocked-address", "http://①②⑦.⓪.⓪.①/", "http://１２７。0。0。1/"),
            row(20, "blocked-address", "http://127.0.0.1/", "http://127.255.255.254/"),
            row(21, "blocked-address", "http://127.1/", "http://127.0.1/", "http://2130706433/"),
            row(21, "blocked-address", "http://127.0.0.01/", "http://127.0.0.1./"),
            row(22, "bad-url", "http://0x7f000001/", "http://0x7f.1/", "http://017700000001/"),
            row(22, "bad-url", "http://127.0.0.0x1/", "http://4294967296/", "http://1.2.3.256/"),
            row(22, "bad-url", "http://1.2.3.4.5/", "http://news.1/", "http://1.256.1/"),
            row(23, "bad-url", "http://0177.0.0.1/", "http://010.0.0.1/", "http://127.0.0.010/"),
            row(24, "blocked-address", "http://0.0.0.0/", "http://0/", "http://0.1.2.3/"),
            row(25, "blocked-address", "http://[::1]/", "http://[::]/", "http://[0:0::1]/"),
            row(26, "blocked-address", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
            row(27, "blocked-address", "http://[::127.0.0.1]/", "http://[::7f00:1]/"),
            row(28, "blocked-address", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::7f00:1]/"),
            row(28, "blocked-address", "http://[2002:7f00:1::]/", "http://[2001::1]/"),
            row(29, "blocked-address", "http://10.0.0.1/", "http://172.16.0.1/"),
            row(29, "blocked-address", "http://172.31.255.255/", "http://192.168.1.1/"),
            row(30, "blocked-address", "http://169.254.169.254/", "http://169.254.170.2/"),
            row(30, "blocked-address", "http://[fd00:ec2::254]/"),
            row(31, "blocked-address", "http://100.100.100.200/", "http://100.64.0.1/"),
            row(32, "blocked-address", "http://168.63.129.16/"),
            row(33, "bad-url", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/"),
            row(34, "blocked-address", "http://[fc00::1]/", "http://[fec0::1]/"),
            row(35, "blocked-address", "http://224.0.0.1/", "http://[ff02::1]/"),
            row(35, "blocked-address", "http://240.0.0.1/", "http://255.255.255.255/"),
            row(36, "blocked-address", "http://192.0.2.1/", "http://198.51.100.1/"),
            row(36, "blocked-address", "http://203.0.113.1/", "http://[2001:db8::1]/"),
            row(36, "blocked-address", "http://[3fff::1]/", "http://[5f00::1]/"),
            row(42, "blocked-address", "http://localhost/", "http://LOCALHOST/"),
            row(42, "blocked-address", "http://localhost./", "http://app.localhost/"),
            row(42, "blocked-address", "http://metadata.google.internal/", "http://nas.local/"))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> row(int number, String code, String... addresses) {
    return Stream.of(addresses).map(address -> Arguments.of(number, address, code));
  }

  @Test
  void sentencesSayWhatIsWrong() {
    assertThat(sentence("")).isEqualTo("The address is empty.");
    assertThat(sentence("http://a.test/" + "b".repeat(2_040)))
        .isEqualTo("The address is longer than 2,048 characters.");
    assertThat(sentence("file:///x")).isEqualTo("Only http and https addresses can be read.");
    assertThat(sentence("http://a.test:22/")).isEqualTo("Only ports 80 and 443 can be read.");
    assertThat(sentence("http://0x7f.1/")).isEqualTo("The host name could not be read.");
    assertThat(sentence("http://10.0.0.1/"))
        .isEqualTo("This address is not on the public internet.");
  }

  private String sentence(String address) {
    return catchThrowableOfType(PageException.class, () -> fetcher.fetch(address)).sentence();
  }

  @ParameterizedTest(name = "row 41: {0} is looked up and not found")
  @ValueSource(strings = {"http://news.example/", "https://news.example.:443/x"})
  void saysThatNoSiteAnswers(String address) {
    PageException refusal = catchThrowableOfType(PageException.class, () -> fetcher.fetch(address));

    assertThat(refusal.code()).isEqualTo("page.unknown-host");
    assertThat(refusal.sentence()).isEqualTo("No site answers at news.example.");
    assertThat(questions).hasValue(1);
  }
}
