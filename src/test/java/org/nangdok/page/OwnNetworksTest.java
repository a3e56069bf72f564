package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.InetAddressFilter;

/** What an administrator's list opens, and what stays shut. 127.0.0.9 stands for the internet. */
class OwnNetworksTest {

  private final List<String> asked = new ArrayList<>();
  private HttpServer home;
  private HttpServer internet;
  private int port;

  @BeforeEach
  void start() throws IOException {
    home = server("127.0.0.1", 0);
    port = home.getAddress().getPort();
    internet = server("127.0.0.9", port);
  }

  @AfterEach
  void stop() {
    home.stop(0);
    internet.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:PORT, http://127.0.0.1:PORT/",
    "127.0.0.0/29:PORT, http://127.0.0.1:PORT/",
    "127.0.0.0/29:PORT, http://wallabag:PORT/",
    "127.0.0.0/29:PORT, http://wallabag.lan:PORT/",
    "127.0.0.0/29:PORT, http://wallabag.home.arpa:PORT/",
    "wallabag.home.arpa:PORT, http://wallabag.home.arpa:PORT/",
    "split.example:PORT, http://split.example:PORT/"
  })
  void opensWhatItNames(String entry, String address) {
    try (HttpPageFetcher fetcher = fetcher(entry)) {
      assertThat(fetcher.fetch(here(address)).html()).contains("home");
      assertThat(fetcher.isOwn(here(address))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // nothing is open without an entry
    "other.home.arpa:PORT, http://127.0.0.1:PORT/, page.blocked-address",
    "other.home.arpa:PORT, http://wallabag.home.arpa:PORT/, page.blocked-address",
    // a port of another entry
    "127.0.0.1, http://127.0.0.1:PORT2/, page.blocked-address",
    // a public name that its owner leads into a range
    "127.0.0.0/29:PORT, http://split.example:PORT/, page.blocked-address",
    // a name below one that is named
    "wallabag.home.arpa:PORT, http://x.wallabag.home.arpa:PORT/, page.blocked-address",
    // where clouds keep their secrets, even by a name that is named
    "meta.home.arpa:PORT, http://meta.home.arpa:PORT/, page.blocked-address",
    "169.254.0.0/16:PORT, http://169.254.169.254:PORT/, page.blocked-address"
  })
  void opensNothingElse(String entry, String address, String code) {
    try (HttpPageFetcher fetcher = fetcher(entry)) {
      assertThat(code(fetcher, here(address))).isEqualTo(code);
      assertThat(asked).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/redirect", "/refresh"})
  void aSiteOfTheInternetDoesntLeadIntoIt(String path) {
    try (HttpPageFetcher fetcher = fetcher("127.0.0.1:" + port)) {
      String address = here("http://news.example:PORT" + path);
      PageException refused =
          catchThrowableOfType(PageException.class, () -> fetcher.fetch(address));
      if (refused != null) {
        assertThat(refused.code()).isEqualTo("page.blocked-address");
      }
      assertThat(asked).containsExactly("127.0.0.9 " + path);
    }
  }

  @Test
  void aSiteOfOnesOwnLeadsOnWithinIt() {
    try (HttpPageFetcher fetcher = fetcher("127.0.0.1:" + port)) {
      fetcher.fetch(here("http://127.0.0.1:PORT/redirect"));
      assertThat(asked).containsExactly("127.0.0.1 /redirect", "127.0.0.1 /");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "::/0",
        "[::]/0",
        "1.0.0.0/7",
        "192.168.1.0/33",
        "home.arpa/8",
        "http://wallabag.home.arpa",
        "wallabag.home.arpa:0",
        "wallabag.home.arpa:99999",
        "*.home.arpa",
        "",
        "a b"
      })
  void whatOpensTooMuchOrCantBeReadIsRefusedAtTheStart(String entry) {
    assertThatThrownBy(() -> OwnNetworks.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nangdok.page.allow")
        .hasMessageContaining("192.168.1.0/24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "[fd00::]/8", "192.168.1.20:8080", "[fd00::1]:8080", "nas"})
  void usualEntriesAreTaken(String entry) {
    assertThat(OwnNetworks.of(List.of(entry)).entries()).containsExactly(entry);
  }

  private String here(String address) {
    return address.replace("PORT2", Integer.toString(port + 1)).replace("PORT", "" + port);
  }

  private HttpPageFetcher fetcher(String entry) {
    Map<String, String> names =
        Map.of("news.example", "127.0.0.9", "meta.home.arpa", "169.254.169.254");
    NameResolver resolver =
        host -> {
          try {
            return List.of(InetAddress.getByName(names.getOrDefault(host, "127.0.0.1")));
          } catch (UnknownHostException e) {
            throw new AssertionError(e);
          }
        };
    FetchSettings settings =
        FetchSettings.defaults()
            .withReach(java.util.Set.of(80, 443), InetAddressFilter.of("127.0.0.9"))
            .withOwn(OwnNetworks.of(List.of(here(entry))));
    if (!entry.contains("split")) {
      settings =
          settings.withReach(java.util.Set.of(80, 443, port), InetAddressFilter.of("127.0.0.9"));
    }
    return new HttpPageFetcher(settings, resolver, HttpPageFetcher.usualTrust());
  }

  private static String code(PageFetcher fetcher, String address) {
    return catchThrowableOfType(PageException.class, () -> fetcher.fetch(address)).code();
  }

  private HttpServer server(String host, int wanted) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, wanted), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(host + " " + exchange.getRequestURI());
          String into = "http://127.0.0.1:" + port + "/";
          boolean redirects = exchange.getRequestURI().getPath().equals("/redirect");
          String page =
              exchange.getRequestURI().getPath().equals("/refresh")
                  ? "<meta http-equiv=refresh content='0;url=" + into + "'>there"
                  : "<p>at home";
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.getResponseHeaders().set("Location", into);
          exchange.sendResponseHeaders(redirects ? 302 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
