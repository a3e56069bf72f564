package org.nangdok.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's web site: pages under two origins, of which the service lists one. Started once
 * for the whole run.
 */
final class ForeignSite {

  private static @Nullable ForeignSite site;

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final int port;

  private ForeignSite() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
      this.port = server.getAddress().getPort();
      server.createContext(
          "/",
          exchange -> {
            byte[] page =
                pages
                    .getOrDefault(exchange.getRequestURI().getPath(), "<!doctype html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized ForeignSite start() {
    if (site == null) {
      site = new ForeignSite();
    }
    return site;
  }

  /** The origin that the service lets embed. */
  String listed() {
    return "http://127.0.0.2:" + port;
  }

  /** An origin that the service doesn't know. */
  String unlisted() {
    return "http://127.0.0.3:" + port;
  }

  /**
   * Puts a page on the site.
   *
   * @param path begins with a slash
   * @param body what stands in the page's body
   */
  void put(String path, String body) {
    pages.put(
        path,
        """
        <!doctype html>
        <html lang="ko">
        <head><meta charset="utf-8"><title>남의 신문</title>
        <style>button { color: rgb(1, 2, 3) } ::highlight(other) { color: red }</style></head>
        <body><main>%s</main></body>
        </html>
        """
            .formatted(body));
  }
}
