package org.nangdok.hostile;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Set;
import org.nangdok.page.FetchSettings;
import org.nangdok.page.HttpPageFetcher;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The hostile site: named routes of a real HTTP server, a raw one for what HTTP servers won't do,
 * and a private site that must stay unvisited. To its visitors 127.0.0.1 is the public internet and
 * everything else is as private as ever; the name {@code news.test} leads to it.
 */
public final class HostileSite implements AutoCloseable {

  /** The name that leads to the site. */
  public static final String NAME = "news.test";

  private final HostileTls tls = HostileTls.of(NAME);
  private final WireMockServer server;
  private final RawSite raw = RawSite.on("127.0.0.1");
  private final RawSite privateSite = RawSite.on("127.0.0.2");
  private final HostileNames names = new HostileNames().answer(NAME, "127.0.0.1");

  private HostileSite() {
    server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(tls.keyStore().toString())
                .keystorePassword(HostileTls.PASSWORD)
                .keyManagerPassword(HostileTls.PASSWORD)
                .keystoreType("PKCS12"));
    server.start();
    HostileRoutes.install(server);
  }

  /** Starts all of it. */
  public static HostileSite start() {
    return new HostileSite();
  }

  /** Limits as in production, except that 127.0.0.1 and the site's ports count as public. */
  public FetchSettings settings() {
    return FetchSettings.defaults()
        .withReach(
            Set.of(80, 443, server.port(), server.httpsPort(), raw.port(), privateSite.port()),
            InetAddressFilter.of("127.0.0.1"));
  }

  /** A fetcher that trusts the site's certificate. */
  public HttpPageFetcher fetcher(FetchSettings settings) {
    return new HttpPageFetcher(settings, names, tls.trusting());
  }

  /** The address of a route, such as {@code /gzip-bomb}. */
  public String http(String path) {
    return "http://" + NAME + ":" + server.port() + path;
  }

  public String https(String path) {
    return "https://" + NAME + ":" + server.httpsPort() + path;
  }

  /** The address of a route of the raw site, such as {@code /drip}. */
  public String raw(String path) {
    return "http://" + NAME + ":" + raw.port() + path;
  }

  public RawSite rawSite() {
    return raw;
  }

  /** The site on 127.0.0.2 that nobody may reach. */
  public RawSite privateSite() {
    return privateSite;
  }

  public HostileNames names() {
    return names;
  }

  public int port() {
    return server.port();
  }

  public WireMockServer server() {
    return server;
  }

  /** The requests that came in for a path. */
  public List<LoggedRequest> requests(String path) {
    return server.findAll(getRequestedFor(urlEqualTo(path)));
  }

  @Override
  public void close() {
    server.stop();
    raw.close();
    privateSite.close();
  }
}
