package org.nangdok.hostile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** What the hostile site answers under each of its paths. */
final class HostileRoutes {

  static final String ARTICLE =
      "<!doctype html><title>다리</title><article><p>새 다리가 열렸습니다.</p></article>";
  private static final String HTML = "text/html; charset=utf-8";

  private final WireMockServer server;

  private HostileRoutes(WireMockServer server) {
    this.server = server;
  }

  static void install(WireMockServer server) {
    HostileRoutes routes = new HostileRoutes(server);
    routes.pages();
    routes.encodings();
    routes.redirects();
    routes.faults();
    routes.validators();
  }

  private void pages() {
    on("/article", html(ARTICLE));
    on("/image", aResponse().withHeader("Content-Type", "image/png").withBody("PNG"));
    on("/pdf", aResponse().withHeader("Content-Type", "application/pdf").withBody("%PDF-1.7"));
    on("/no-type", aResponse().withBody("<p>"));
    on("/xhtml", aResponse().withHeader("Content-Type", "application/xhtml+xml").withBody(ARTICLE));
    on("/six-megabytes", html("<p>".repeat(2_000_000)));
    on("/charset/unknown", charset("unknown", "<p>plain".getBytes(UTF_8)));
    on("/charset/utf-7", charset("utf-7", "<p>+AGE-".getBytes(UTF_8)));
    for (int status : new int[] {204, 206, 300, 401, 403, 404, 410, 418, 429, 500, 503}) {
      on("/status/" + status, aResponse().withStatus(status).withBody("never shown"));
    }
  }

  private void encodings() {
    on("/gzip", html(gzip(ARTICLE.getBytes(UTF_8))).withHeader("Content-Encoding", "gzip"));
    on(
        "/deflate",
        html(zlib(ARTICLE.getBytes(UTF_8), false)).withHeader("Content-Encoding", "deflate"));
    on(
        "/raw-deflate",
        html(zlib(ARTICLE.getBytes(UTF_8), true)).withHeader("Content-Encoding", "deflate"));
    on("/gzip-bomb", html(gzip(new byte[100_000_000])).withHeader("Content-Encoding", "gzip"));
    on("/gzip-twice", html(gzip(gzip(new byte[10]))).withHeader("Content-Encoding", "gzip, gzip"));
    on("/zstd", html("zstd").withHeader("Content-Encoding", "zstd"));
    on("/not-gzip", html("plain").withHeader("Content-Encoding", "gzip"));
  }

  private void redirects() {
    on("/loop", redirect("/loop"));
    for (int hops = 1; hops <= 6; hops++) {
      on("/hops/" + hops, redirect(hops == 1 ? "/article" : "/hops/" + (hops - 1)));
    }
    on("/no-location", aResponse().withStatus(302));
    on("/to-file", redirect("file:///etc/passwd"));
    on("/to-user", redirect("http://user@news.test/article"));
    on("/to-port", redirect("http://news.test:6379/"));
    on("/to-private-literal", redirect("http://127.0.0.2/private"));
    on("/refresh", html("<meta http-equiv=refresh content='0; url=/article'><p>old"));
    on("/refresh-late", html("<meta http-equiv=refresh content='300; url=/article'><p>late"));
    on("/refresh-self", html("<meta http-equiv=refresh content='1; url=/refresh-self'><p>self"));
    on(
        "/refresh-private",
        html("<meta http-equiv=refresh content='0;url=http://127.0.0.2/'><p>stays"));
    on("/refresh-missing", html("<meta http-equiv=refresh content='0;url=/status/404'><p>stays"));
    on("/refresh-loop", html("<meta http-equiv=refresh content='0;url=/refresh-pool'><p>loop"));
    on("/refresh-pool", html("<meta http-equiv=refresh content='0;url=/refresh-loop'><p>pool"));
    on(
        "/base-and-canonical-private",
        html(
            "<base href='http://127.0.0.2/'><link rel=canonical href='http://127.0.0.2/x'>"
                + "<p>stays"));
  }

  private void faults() {
    on("/reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    on("/empty-answer", aResponse().withFault(Fault.EMPTY_RESPONSE));
    on("/random-data", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  private void validators() {
    server.stubFor(
        get(urlEqualTo("/etag"))
            .withHeader("If-None-Match", absent())
            .willReturn(html(ARTICLE).withHeader("ETag", "\"one\"")));
    server.stubFor(
        get(urlEqualTo("/etag"))
            .withHeader("If-None-Match", equalTo("\"one\""))
            .willReturn(aResponse().withStatus(304)));
    on("/fresh", html(ARTICLE).withHeader("Cache-Control", "public, max-age=60"));
    on("/unsaid", html(ARTICLE));
    on(
        "/private",
        html(ARTICLE)
            .withHeader("Cache-Control", "private, max-age=60")
            .withHeader("ETag", "\"p\""));
    on(
        "/no-store",
        html(ARTICLE).withHeader("Cache-Control", "no-store").withHeader("ETag", "\"n\""));
    on(
        "/cookie",
        html(ARTICLE).withHeader("Set-Cookie", "id=1").withHeader("Cache-Control", "max-age=60"));
    on(
        "/vary-all",
        html(ARTICLE).withHeader("Vary", "*").withHeader("Cache-Control", "max-age=60"));
    on("/unsolicited-304", aResponse().withStatus(304));
  }

  private void on(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlEqualTo(path)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder html(String body) {
    return aResponse().withHeader("Content-Type", HTML).withBody(body.getBytes(UTF_8));
  }

  private static ResponseDefinitionBuilder html(byte[] body) {
    return aResponse().withHeader("Content-Type", HTML).withBody(body);
  }

  private static ResponseDefinitionBuilder charset(String name, byte[] body) {
    return aResponse().withHeader("Content-Type", "text/html; charset=" + name).withBody(body);
  }

  private static ResponseDefinitionBuilder redirect(String location) {
    return aResponse().withStatus(302).withHeader("Location", location);
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zlib(byte[] plain, boolean raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
      deflate.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
