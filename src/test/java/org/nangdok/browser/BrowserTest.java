package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Tests with one engine and the running service. A missing browser skips them with a message,
 * except where the environment says {@code NANGDOK_BROWSERS=required}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  static final Duration SOON = Duration.ofSeconds(30);

  final Engine engine;

  /** The browser, started before all tests. */
  Browser browser;

  /** The service's address, without a slash at the end. */
  String address;

  @SuppressWarnings("NullAway") // the browser is started before all tests
  BrowserTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeAll
  void startBrowser() {
    Optional<String> missing = engine.missing();
    if (!required()) {
      assumeTrue(
          missing.isEmpty(), () -> engine + " is skipped: " + missing.get() + " is not installed.");
    }
    assertThat(missing).as("what %s lacks", engine).isEmpty();
    address = service();
    browser = engine.start();
  }

  /** The address of the service that is tested. */
  String service() {
    return Application.start();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  static boolean required() {
    return "required".equals(System.getenv("NANGDOK_BROWSERS"));
  }

  /** Waits until a JavaScript expression is true. */
  void awaitTrue(String expression) {
    awaitTrue(expression, SOON);
  }

  void awaitTrue(String expression, Duration limit) {
    try {
      await(expression)
          .atMost(limit)
          .until(() -> browser.value("Boolean(" + expression + ")").asBoolean());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(expression + " never came true; the page: " + pageState(), e);
    }
  }

  /**
   * Keeps the page from learning that the article is complete, until it calls {@code release()}.
   */
  void holdCompletionBack() {
    browser.run(
        """
        const listen = EventSource.prototype.addEventListener;
        EventSource.prototype.addEventListener = function (kind, act) {
          if (kind === "complete") globalThis.release = act;
          else listen.call(this, kind, act);
        };
        """);
  }

  /** What a failed test tells of the page. */
  abstract JsonNode pageState();

  String text(String expression) {
    return browser.value(expression).asString();
  }

  JsonNode sample() throws IOException {
    String id = Application.get(address, "/api/sample").get("id").asString();
    return Application.get(address, "/api/readings/" + id);
  }

  static JsonNode sentence(JsonNode reading, int index) {
    for (JsonNode turn : reading.get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        if (sentence.get("index").asInt() == index) {
          return sentence;
        }
      }
    }
    throw new AssertionError("There is no sentence " + index + ".");
  }

  /** Makes axe-core known to the page. */
  void bringAxe() throws IOException {
    Path axe =
        Path.of(System.getProperty("nangdok.axe", "target/node_modules/axe-core/axe.min.js"));
    if (!required()) {
      assumeTrue(
          Files.exists(axe), "axe-core is not installed: npm install --prefix target axe-core");
    }
    browser.run(Files.readString(axe) + "; globalThis.axe = axe;");
  }

  void assertAccessible(String state) {
    assertAccessible(state, "html");
  }

  /** The same for a part of the page, where the rest is as it was in a state before. */
  void assertAccessible(String state, String part) {
    JsonNode violations =
        browser.run(
            """
            const result = await axe.run(%s, {resultTypes: ["violations"], runOnly:
                ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
            return result.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target).join(", "));
            """
                .formatted(Browser.quoted(part)));
    assertThat(violations).as("axe, %s", state).isEmpty();
  }
}
