package org.nangdok.delivery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.KeyFile;
import org.nangdok.key.Scope;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Who gets in, by method and path, in both modes: over real HTTP, with every address answering. */
@SpringBootTest(
    classes = AccessTest.Service.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.endpoint.health.validate-group-membership=false")
class AccessTest {

  private static final Path DATA = TestData.of("access");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Answers everything that gets in. No component: the application must not find it. */
  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class
      })
  @Import(AccessRules.class)
  static class Service {
    @Bean
    KeyFile keys() {
      return KeyFile.in(DATA);
    }

    @Bean
    RouterFunction<ServerResponse> everything() {
      return RouterFunctions.route(
          RequestPredicates.all(), request -> ServerResponse.ok().body("in"));
    }
  }

  @LocalServerPort private int port;

  private HttpResponse<String> answer(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int status(String method, String path, String bearer) throws Exception {
    return answer(method, path, "Authorization", bearer).statusCode();
  }

  /** Without a key, with each scope: who gets in from {@code lowest} on. */
  private void needs(String method, String path, Scope lowest) throws Exception {
    HttpResponse<String> nobody = answer(method, path);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(nobody.headers().firstValue("Set-Cookie")).isEmpty();
    for (Scope scope : Scope.values()) {
      assertThat(status(method, path, AdministratorKeys.bearer(DATA, scope)))
          .as("%s %s with %s", method, path, scope)
          .isEqualTo(scope.includes(lowest) ? 200 : 403);
    }
  }

  private static final String ADMINISTRATION =
      """
      PUT,/api/castings/site.example
      DELETE,/api/castings/site.example
      PUT,/api/lexicons/ko/names
      POST,/api/lexicons/ko
      DELETE,/api/lexicons/ko/names/5
      POST,/api/voices
      POST,/api/voices/x/installation
      DELETE,/api/voices/x
      PUT,/api/feeds/news
      POST,/api/feeds
      PATCH,/api/feeds/news
      DELETE,/api/feeds/news
      GET,/api/administration/backup
      POST,/api/administration/backup
      """;

  @Nested
  @TestPropertySource(properties = "nangdok.web.mode=open")
  class OpenMode {

    @ParameterizedTest
    @CsvSource(textBlock = ADMINISTRATION)
    void administrationNeedsAnAdministrator(String method, String path) throws Exception {
      needs(method, path, Scope.ADMINISTER);
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/feeds/mine/entries", "GET,/api/feeds/mine", "PUT,/api/feeds/mine"})
    void thePodcastOfThePersonAtTheMachineIsNoStrangers(String method, String path)
        throws Exception {
      assertThat(answer(method, path).statusCode()).isEqualTo(200);
      assertThat(answer(method, path, "X-Forwarded-For", "203.0.113.9").statusCode())
          .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
      "GET,/",
      "GET,/api/castings/site.example",
      "GET,/api/voices",
      "GET,/api/feeds",
      "POST,/api/readings",
      "POST,/v1/audio/speech",
      "GET,/clips/a.mp3"
    })
    void theRestIsForWhoeverReachesThePort(String method, String path) throws Exception {
      assertThat(answer(method, path).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongKeyIsRefusedEvenThere() throws Exception {
      assertThat(status("GET", "/api/voices", "Bearer nk_wrong")).isEqualTo(401);
      assertThat(status("GET", "/api/voices", "Basic dXNlcjpwdw==")).isEqualTo(200);
      assertThat(status("GET", "/api/voices", "Bearer sk-any")).isEqualTo(401);
      assertThat(status("POST", "/v1/audio/speech", "Bearer nk_wrong")).isEqualTo(401);
    }

    /** OpenAI's clients can't be told to send none. */
    @Test
    void aKeyOfAnotherServiceIsNoKeyAtItsAddresses() throws Exception {
      assertThat(status("POST", "/v1/audio/speech", "Bearer sk-any")).isEqualTo(200);
      assertThat(status("GET", "/v1/models", "Bearer not-needed")).isEqualTo(200);
    }
  }

  @Nested
  @TestPropertySource(properties = "nangdok.web.mode=keys")
  class KeysMode {

    @ParameterizedTest
    @CsvSource(textBlock = ADMINISTRATION)
    void administrationNeedsAnAdministrator(String method, String path) throws Exception {
      needs(method, path, Scope.ADMINISTER);
    }

    @ParameterizedTest
    @CsvSource({
      "POST,/api/articles",
      "POST,/api/scripts",
      "POST,/api/readings",
      "POST,/api/pronunciations",
      "POST,/v1/audio/speech",
      "GET,/process",
      "POST,/process",
      "POST,/api/feeds/mine/entries",
      "POST,/api/feeds/news/entries",
      "POST,/api/feeds/mine/address",
      "PUT,/api/feeds/mine",
      "DELETE,/api/feeds/mine/entries/1",
      "DELETE,/api/anything"
    })
    void makingNeedsMake(String method, String path) throws Exception {
      needs(method, path, Scope.MAKE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/readings/1",
          "/api/readings/1/audio.mp3",
          "/api/readings/1/events",
          "/clips/a.mp3",
          "/r/1",
          "/embed/1",
          "/feeds/news.xml",
          "/oembed",
          "/api/voices",
          "/api/sample",
          "/v1/models",
          "/what/comes/later"
        })
    void listeningNeedsRead(String path) throws Exception {
      needs("GET", path, Scope.READ);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/listen",
          "/web/page.js",
          "/embed.js",
          "/api/status",
          "/podcasts/x/feed.xml"
        })
    void thePlayerItselfIsForEverybody(String path) throws Exception {
      assertThat(answer("GET", path).statusCode()).isEqualTo(200);
      assertThat(answer("HEAD", path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/web/../api/voices",
          "/web/..%2fapi/voices",
          "//api/voices",
          "/api;x/voices",
          "/%61pi/voices"
        })
    void noSpellingOfAnAddressGetsRoundTheRules(String path) throws Exception {
      assertThat(answer("GET", path).statusCode()).isIn(400, 401);
    }

    @Test
    void row88AMissingAndAWrongKeyAreToldAlike() throws Exception {
      HttpResponse<String> missing = answer("GET", "/api/voices");
      String token = AdministratorKeys.bearer(DATA, Scope.READ);
      String other = token.substring(0, token.length() - 4) + "0000";

      for (String wrong :
          new String[] {"Bearer x", "Bearer nk_aaaaaaaaaa_" + "A".repeat(43), other}) {
        HttpResponse<String> refused = answer("GET", "/api/voices", "Authorization", wrong);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo(missing.body()).contains("\"auth.required\"");
      }
      assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aKeyOfPagesCountsOnTheirPagesOnly() throws Exception {
      String key = AdministratorKeys.bearer(DATA, Scope.READ, "https://news.example");

      assertThat(
              answer("GET", "/api/voices", "Authorization", key, "Origin", "https://news.example")
                  .statusCode())
          .isEqualTo(200);
      for (String origin :
          new String[] {"https://evil.test", "null", "https://news.example.evil"}) {
        HttpResponse<String> refused =
            answer("GET", "/api/voices", "Authorization", key, "Origin", origin);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"auth.origin\"");
      }
      assertThat(status("GET", "/api/voices", key)).isEqualTo(403);
    }

    @Test
    void row100PagesWithAKeyOfTheirsMayCall() {
      assertThat(KeyFile.in(DATA).knowsOrigin("https://evil.test")).isFalse();
      AdministratorKeys.bearer(DATA, Scope.READ, "https://other.example");
      assertThat(KeyFile.in(DATA).knowsOrigin("https://other.example")).isTrue();
    }

    @Test
    void aRevokedKeyEndsWhileTheServiceRuns() throws Exception {
      String key = AdministratorKeys.bearer(DATA, Scope.READ);
      assertThat(status("GET", "/api/voices", key)).isEqualTo(200);

      KeyFile.in(DATA).revoke(key.substring("Bearer nk_".length()).split("_", 2)[0]);

      assertThat(status("GET", "/api/voices", key)).isEqualTo(401);
    }
  }
}
