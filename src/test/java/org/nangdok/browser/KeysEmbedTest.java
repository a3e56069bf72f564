package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.Scope;
import tools.jackson.databind.JsonNode;

/** The player on somebody else's site, where the service answers only those with a key. */
abstract class KeysEmbedTest extends BrowserTest {

  private static final String PLAYER = "document.querySelector('nangdok-player')";
  private static final String SHADOW = PLAYER + ".shadowRoot";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ForeignSite site = ForeignSite.start();
  private final Path data = Engine.temporaryFolder();
  private @Nullable Program program;

  KeysEmbedTest(Engine engine) {
    super(engine);
  }

  @Override
  String service() {
    int port = Engine.freePort();
    program = Application.start(port, data, "--nangdok.web.mode=keys", "--nangdok.sample=false");
    String service = "http://127.0.0.1:" + port;
    await("the service is ready")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isReady(service));
    return service;
  }

  private static boolean isReady(String service) {
    try {
      return send("GET", service + "/actuator/health/readiness", "", "").contains("UP");
    } catch (IOException e) {
      return false;
    }
  }

  @AfterAll
  void endService() {
    if (program != null) {
      program.close();
    }
  }

  @BeforeEach
  void size() {
    browser.resize(1000, 800);
  }

  @Test
  void aKeyOfThePagesSiteIsEnoughToHaveItReadAndHeard() throws IOException {
    openPlayer("data-article='page' embed-key='" + key(Scope.MAKE, site.listed()) + "'");

    browser.clickOn(SHADOW + ".querySelector('.play')");

    awaitTrue("heard.includes('play') && heard.includes('sentence')");
    awaitTrue(PLAYER + ".currentTime > 1");
    awaitTrue(PLAYER + ".reading.audio.includes('signature=')");
    browser.run(PLAYER + ".step('sentence', 1);");
    awaitTrue("sentences.length > 1");
    browser.run(PLAYER + ".seek(" + PLAYER + ".duration - 0.5);");
    awaitTrue("heard.includes('ended')");
    assertThat(browser.value("heard.includes('problem')").asBoolean()).isFalse();
  }

  @Test
  void aKeyOfAnotherSiteOrNoneLeavesAPlainLink() throws IOException {
    openPlayer("data-article='page' embed-key='" + key(Scope.MAKE, "https://other.example") + "'");
    browser.clickOn(SHADOW + ".querySelector('.play')");
    awaitTrue(SHADOW + ".querySelector('a.plain')");
    assertThat(text("problems.at(-1)")).isEqualTo("auth.origin");

    openPlayer("src='/r/0000'");
    awaitTrue(SHADOW + ".querySelector('a.plain')");
    assertThat(text("problems.at(-1)")).isEqualTo("auth.required");
    assertThat(text(SHADOW + ".querySelector('a').textContent")).isEqualTo("이 글을 낭독에서 듣기");
  }

  @Test
  void aSignedLinkPlaysWithoutAKeyAsElementAndInAFrame() throws IOException {
    String key = key(Scope.MAKE);
    JsonNode reading =
        Browser.JSON.readTree(
            send(
                "POST",
                address + "/api/readings",
                "{\"text\": \"샘가에 새 길이 났습니다. 사람들이 함께 걸었습니다. 내년에는 더 길어집니다.\"}",
                key));
    String link = signed("/r/" + reading.get("id").asString(), key);
    String frame = signed("/embed/" + reading.get("id").asString(), key);

    openPlayer("src='" + link + "'");
    awaitTrue(PLAYER + ".reading");
    browser.clickOn(SHADOW + ".querySelector('.play')");
    awaitTrue(PLAYER + ".currentTime > 1");
    assertThat(text(SHADOW + ".querySelector('.link').href")).isEqualTo(link);

    site.put("/frame", "<iframe title='듣기' allow='autoplay' src='" + frame + "'></iframe>");
    browser.open(site.listed() + "/frame");
    browser.frame(
        () -> {
          awaitTrue(PLAYER + "?.reading");
          return PLAYER;
        });
  }

  private String key(Scope scope, String... origins) {
    return AdministratorKeys.bearer(data, scope, origins).substring("Bearer ".length());
  }

  private String signed(String path, String key) throws IOException {
    String answer = send("POST", address + "/api/links", "{\"path\": \"" + path + "\"}", key);
    return Browser.JSON.readTree(answer).get("link").asString();
  }

  private void openPlayer(String attributes) {
    site.put(
        "/keys",
        """
        <article><h1>샘가에 새 길</h1>
        <p>샘가에 새 길이 났습니다. 사람들이 아침부터 함께 걸었습니다.</p>
        <p>길은 내년에 더 길어집니다. 마을은 나무도 심기로 했습니다.</p></article>
        <nangdok-player %s></nangdok-player>
        <script>
          globalThis.heard = []; globalThis.sentences = []; globalThis.problems = [];
          for (const kind of ["play", "sentence", "ended", "problem"])
            document.querySelector("nangdok-player").addEventListener(kind, (event) => {
              heard.push(kind);
              if (kind === "sentence") sentences.push(event.detail.text);
              if (kind === "problem") problems.push(event.detail.code);
            });
        </script>
        <script type="module" src="%s/embed.js"></script>
        """
            .formatted(attributes, address));
    browser.open(site.listed() + "/keys");
    awaitTrue(SHADOW);
  }

  private static String send(String method, String address, String body, String key)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  JsonNode pageState() {
    return browser.run(
        """
        const player = document.querySelector("nangdok-player");
        return {at: location.href, heard: globalThis.heard, problems: globalThis.problems,
            time: player?.currentTime, shown: player?.shadowRoot?.textContent.slice(0, 80),
            source: player?.shadowRoot?.querySelector("audio")?.currentSrc};
        """);
  }
}
