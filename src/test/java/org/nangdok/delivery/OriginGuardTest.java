package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OriginGuardTest {

  private static final String FRIEND = "https://news.example";

  private final Set<String> opened = new HashSet<>();
  private final OriginGuard guard = guard("open");

  private OriginGuard guard(String mode) {
    return new OriginGuard(
        mode,
        URI.create("https://listen.example"),
        new WebSettings(null, List.of(FRIEND)),
        new OriginGuard.Opened() {
          @Override
          public void note(String reading) {
            opened.add(reading);
          }

          @Override
          public boolean has(String reading) {
            return opened.contains(reading);
          }

          @Override
          public boolean hasClip(String key) {
            return opened.contains(key);
          }
        });
  }

  private static MockHttpServletRequest request(String method, String path) {
    var request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    request.setServerName("localhost");
    request.setServerPort(8080);
    return request;
  }

  private static int status(OriginGuard guard, MockHttpServletRequest request) throws Exception {
    var response = new MockHttpServletResponse();
    guard.doFilter(request, response, new MockFilterChain());
    if (response.getStatus() == 403) {
      assertThat(response.getContentAsString()).contains("\"request.origin\"");
    }
    return response.getStatus();
  }

  private int status(MockHttpServletRequest request) throws Exception {
    return status(guard, request);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/readings",
    "POST, /api/pronunciations/sample",
    "POST, /v1/audio/speech",
    "POST, /process",
    "GET, /process",
    "DELETE, /api/readings/1",
    "GET, /api/readings",
    "GET, /api/readings/1",
    "GET, /api/readings/1/events",
    "GET, /api/readings/1/transcript.json",
    "GET, /api/readings/1/audio.mp3",
    "GET, /clips/aa.mp3",
    "GET, /oembed",
    "GET, /feeds/news.xml"
  })
  void pagesOfOtherSitesMakeAndReadNothing(String method, String path) throws Exception {
    for (String site : List.of("cross-site", "same-site", "CROSS-SITE")) {
      MockHttpServletRequest request = request(method, path);
      request.addHeader("Sec-Fetch-Site", site);
      assertThat(status(request)).as(site).isEqualTo(403);
    }
    for (String origin :
        List.of("https://evil.example", "null", "http://localhost:9", "http://localhost")) {
      MockHttpServletRequest request = request(method, path);
      request.addHeader("Origin", origin);
      assertThat(status(request)).as(origin).isEqualTo(403);
    }
    MockHttpServletRequest old = request(method, path);
    old.addHeader("Referer", "https://evil.example/page");
    assertThat(status(old)).isEqualTo(403);
    MockHttpServletRequest forged = request(method, path);
    forged.addHeader("Sec-Fetch-Site", "same-origin");
    forged.addHeader("Origin", "https://evil.example");
    assertThat(status(forged)).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/readings",
    "GET, /process",
    "DELETE, /api/readings/1",
    "GET, /clips/a.mp3"
  })
  void thePersonAndTheirProgramsAreServed(String method, String path) throws Exception {
    assertThat(status(request(method, path))).isEqualTo(200);
    for (String site : List.of("same-origin", "none")) {
      MockHttpServletRequest request = request(method, path);
      request.addHeader("Sec-Fetch-Site", site);
      assertThat(status(request)).isEqualTo(200);
    }
    for (String origin : List.of("http://localhost:8080", "https://listen.example")) {
      MockHttpServletRequest request = request(method, path);
      request.addHeader("Origin", origin);
      assertThat(status(request)).isEqualTo(200);
    }
    MockHttpServletRequest own = request(method, path);
    own.addHeader("Referer", "http://localhost:8080/");
    assertThat(status(own)).isEqualTo(200);
  }

  @Test
  void anAllowedSiteAndAKeyAreServedAndKeysModeHasItsKeys() throws Exception {
    MockHttpServletRequest friend = request("POST", "/api/readings");
    friend.addHeader("Origin", FRIEND);
    friend.addHeader("Sec-Fetch-Site", "cross-site");
    assertThat(status(friend)).isEqualTo(200);
    MockHttpServletRequest keyed = request("POST", "/api/readings");
    keyed.addHeader("Origin", "https://evil.example");
    keyed.addHeader("Authorization", "Bearer nk_x");
    assertThat(status(keyed)).isEqualTo(200);
    MockHttpServletRequest foreign = request("POST", "/api/readings");
    foreign.addHeader("Origin", "https://evil.example");
    assertThat(status(guard("keys"), foreign)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/listen", "/r/1", "/openapi.json"})
  void aLinkLeadsToAPageButNoScriptReadsIt(String path) throws Exception {
    MockHttpServletRequest link = request("GET", path);
    link.addHeader("Sec-Fetch-Site", "cross-site");
    link.addHeader("Sec-Fetch-Mode", "navigate");
    assertThat(status(link)).isEqualTo(200);
    MockHttpServletRequest script = request("GET", path);
    script.addHeader("Sec-Fetch-Site", "cross-site");
    script.addHeader("Sec-Fetch-Mode", "no-cors");
    assertThat(status(script)).isEqualTo(403);
  }

  @Test
  void whatAnAllowedSiteHasOpenedLoadsWithoutAnOrigin() throws Exception {
    MockHttpServletRequest opening = request("GET", "/api/readings/1/events");
    opening.addHeader("Origin", FRIEND);
    assertThat(status(opening)).isEqualTo(200);
    assertThat(opened).containsExactly("1");
    opened.add("aa");
    for (String path : List.of("/api/readings/1/audio.mp3", "/clips/aa.mp3", "/web/embed.js")) {
      MockHttpServletRequest sound = request("GET", path);
      sound.addHeader("Sec-Fetch-Site", "cross-site");
      assertThat(status(sound)).as(path).isEqualTo(200);
    }
    MockHttpServletRequest other = request("GET", "/api/readings/2/audio.mp3");
    other.addHeader("Sec-Fetch-Site", "cross-site");
    assertThat(status(other)).isEqualTo(403);
  }
}
