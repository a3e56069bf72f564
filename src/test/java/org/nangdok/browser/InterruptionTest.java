package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * A service that goes away and comes back while somebody listens, in one engine: in Chromium it is
 * really stopped and started, in the others the network to it drops.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InterruptionTest extends BrowserTest {

  private static final Duration START = Duration.ofSeconds(240);

  private final boolean restarts;
  private final Path data = Engine.temporaryFolder();
  private int port;
  private String own;
  private Gate gate;
  private Program service;

  @SuppressWarnings("NullAway") // each test begins with a service that can be reached
  InterruptionTest(Engine engine) {
    super(engine);
    restarts = engine == Engine.CHROMIUM;
  }

  /** One of its own, or a way of its own to the one that all tests share. */
  @Override
  String service() {
    if (restarts) {
      port = Engine.freePort();
      own = "http://127.0.0.1:" + port;
    } else {
      gate = new Gate(Application.start());
      own = gate.address();
    }
    return own;
  }

  @AfterAll
  void stopService() {
    if (service != null) {
      service.close();
    }
    if (gate != null) {
      gate.close();
    }
  }

  /** Makes it go away. */
  private void away() {
    if (restarts) {
      service.close();
    } else {
      gate.cut();
    }
  }

  /** Brings it back, unless it is there from the test before. */
  private void back() {
    if (!restarts) {
      gate.mend();
    } else if (service == null || !service.isAlive()) {
      service = Application.start(port, data);
      await().atMost(START).until(() -> Application.sampleIsComplete(own));
    }
  }

  @Test
  @Order(1)
  void whatWasHeardIsHeardAgainWithoutANetwork() {
    back();
    open("/");
    browser.click("#play");
    awaitTrue("document.querySelector('#audio').currentTime > 1");
    awaitTrue("JSON.parse(localStorage.getItem('nangdok.library') ?? '[]').length === 1");
    awaitTrue("(await (await caches.open('nangdok-heard')).keys()).length === 2");
    String id = text("JSON.parse(localStorage.getItem('nangdok.library'))[0].id");
    open("/"); // what the page needs comes through the worker now
    awaitTrue("navigator.serviceWorker.controller");
    open("/");

    away();
    open("/?id=" + id);

    awaitTrue("document.querySelectorAll('.sentence').length > 5");
    browser.click("#s4");
    awaitTrue("document.querySelector('#audio').currentTime > 1");
    awaitTrue("document.querySelector('[aria-current]').dataset.index >= 4");
    open("/");
    awaitTrue("document.querySelector('#problem a')?.href.endsWith('" + id + "')");
    assertThat(text("document.querySelector('#problem p').textContent")).isNotEmpty();
  }

  @Test
  @Order(2)
  void theVoiceGoesOnWhereItWasWhenTheServiceComesBack() {
    back();
    open("/");
    holdCompletionBack(); // what is complete is kept by the service worker and plays on
    browser.run(
        """
        const field = document.querySelector("#source");
        field.value = "끊겨도 이어지는 글 " + Date.now() % 10000 + "\\n\\n" + Array.from({length: 60},
            (_, i) => `여기는 ${i + 1}번째 문장이고 조금 더 길게 이어서 읽습니다.`).join("\\n");
        field.dispatchEvent(new Event("input"));
        """);
    browser.click("#read");
    awaitTrue("document.querySelector('#audio').currentTime > 0.2");

    away();
    browser.run("document.querySelector('#s30').click();");

    awaitTrue(
        "document.querySelector('#status').textContent.length > 5"
            + " && (document.querySelector('#audio').paused"
            + " || document.querySelector('#audio').readyState < 2)"); // engines differ
    back();
    awaitTrue(
        "Number(document.querySelector('[aria-current]').dataset.index) >= 30"
            + " && document.querySelector('#audio').currentTime > 0.2"
            + " && !document.querySelector('#audio').paused",
        START);
  }

  @Test
  @Order(3)
  void anUnknownArticleIsASentenceWithAWayOn() {
    back();
    open("/?id=0000");

    awaitTrue("document.querySelector('#problem button')");
    assertThat(text("document.querySelector('#problem p').textContent"))
        .startsWith("낭독을 찾을 수 없습니다.");
  }

  private void open(String path) {
    browser.open(own + path);
    browser.run("localStorage.setItem('nangdok.language', '\"ko\"');");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
  }

  @Override
  JsonNode pageState() {
    return browser.run(
        """
        const audio = document.querySelector("#audio");
        return {at: location.href, status: document.querySelector("#status")?.textContent,
            problem: document.querySelector("#problem")?.textContent,
            worker: navigator.serviceWorker?.controller?.state,
            heard: localStorage.getItem("nangdok.heard"),
            sentence: document.querySelector("[aria-current]")?.dataset.index,
            sound: audio && {src: audio.currentSrc, time: audio.currentTime, paused: audio.paused,
            ready: audio.readyState, error: audio.error?.message}};
        """);
  }
}
