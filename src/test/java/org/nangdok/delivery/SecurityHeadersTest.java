package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.TestData;
import org.nangdok.key.KeyFile;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTest {

  private static final Path NO_KEYS = TestData.of("no-keys");
  private static final String ID = "/api/readings/abc123";

  private static MockHttpServletResponse answer(
      WebSettings settings, MockHttpServletRequest request) {
    var response = new MockHttpServletResponse();
    try {
      new SecurityHeaders(settings, KeyFile.in(NO_KEYS))
          .doFilter(request, response, new MockFilterChain());
    } catch (ServletException | IOException e) {
      throw new IllegalStateException(e);
    }
    return response;
  }

  private static MockHttpServletResponse answer(String path) {
    return answer(new WebSettings(null, null), new MockHttpServletRequest("GET", path));
  }

  @Test
  void row95EveryAnswerIsHeldTogether() {
    MockHttpServletResponse page = answer("/");

    assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.getHeader("Content-Security-Policy"))
        .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.getHeader("Permissions-Policy")).contains("camera=()", "microphone=()");
    assertThat(page.getHeader("Strict-Transport-Security")).isNull();
  }

  @Test
  void promisesTlsOnlyBehindTls() {
    var request = new MockHttpServletRequest("GET", "/");
    request.setSecure(true);

    assertThat(answer(new WebSettings(null, null), request).getHeader("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000");
  }

  @Test
  void row96OnlyNamedSitesFrameTheEmbedPage() {
    var settings = new WebSettings(List.of("https://news.example", "http://localhost:3000"), null);
    MockHttpServletResponse embed =
        answer(settings, new MockHttpServletRequest("GET", "/embed/abc"));
    MockHttpServletResponse page = answer(settings, new MockHttpServletRequest("GET", "/"));

    assertThat(embed.getHeader("Content-Security-Policy"))
        .endsWith("frame-ancestors https://news.example http://localhost:3000");
    assertThat(embed.getHeader("X-Frame-Options")).isNull();
    assertThat(page.getHeader("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
    assertThat(answer("/embed/abc").getHeader("Content-Security-Policy"))
        .endsWith("frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "https://news.example/path", "https://news.example; script-src *", "news.example",
        "javascript:alert(1)", "https://user@news.example", "", "https://a.test https://b.test"
      })
  void takesOnlyOrigins(String entry) {
    assertThatThrownBy(() -> new WebSettings(List.of(entry), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nangdok.web.frame-ancestors");
    assertThatThrownBy(() -> new WebSettings(null, List.of(entry)))
        .hasMessageContaining("nangdok.web.origins");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/clips/aa.mp3", ID + "/audio.mp3", ID + "/transcript.vtt", ID + "/chapters.json"})
  void row100SoundAndTranscriptsAreForEveryone(String path) {
    MockHttpServletResponse shared = answer(path);

    assertThat(shared.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(shared.getHeader("Access-Control-Allow-Credentials")).isNull();
    assertThat(shared.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/readings", ID, ID + "/events", "/api/articles", ID + "/audio.mp3/x"})
  void row100TheApiIsForListedOriginsOnly(String path) {
    var settings = new WebSettings(null, List.of("https://app.example"));
    var evil = new MockHttpServletRequest("GET", path);
    evil.addHeader("Origin", "https://evil.test");
    var friend = new MockHttpServletRequest("GET", path);
    friend.addHeader("Origin", "https://app.example");

    assertThat(answer(settings, evil).getHeader("Access-Control-Allow-Origin")).isNull();
    assertThat(answer(settings, evil).getHeaders("Vary")).contains("Origin");
    assertThat(answer(settings, friend).getHeader("Access-Control-Allow-Origin"))
        .isEqualTo("https://app.example");
    assertThat(answer(new WebSettings(null, null), friend).getHeader("Access-Control-Allow-Origin"))
        .isNull();
  }

  @Test
  void answersPreflightsWithoutPassingThemOn() {
    var settings = new WebSettings(null, List.of("https://app.example"));
    var request = new MockHttpServletRequest("OPTIONS", "/api/readings");
    request.addHeader("Origin", "https://app.example");
    request.addHeader("Access-Control-Request-Method", "POST");

    MockHttpServletResponse response = answer(settings, request);

    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.getHeader("Access-Control-Allow-Methods")).contains("POST");
    request.removeHeader("Origin");
    request.addHeader("Origin", "null");
    assertThat(answer(settings, request).getHeader("Access-Control-Allow-Methods")).isNull();
  }
}
