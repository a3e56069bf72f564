package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Tests on the start page, each from a browser that remembers nothing. */
abstract class PageTest extends BrowserTest {

  PageTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void openStartPage() {
    browser.open(address + "/web/favicon.svg"); // the page before has kept its place by now
    browser.resize(1280, 900);
    browser.run("localStorage.clear(); localStorage.setItem('nangdok.language', '\"ko\"');");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
  }

  /** A number that makes an article new, and is short to read aloud. */
  static long unique() {
    return System.nanoTime() / 1000 % 10_000;
  }

  /** Asks for an article as somebody who pastes it. */
  void ask(String source) {
    type(source);
    browser.click("#read");
  }

  void type(String source) {
    browser.run(
        """
        const field = document.querySelector("#source");
        field.value = %s;
        field.dispatchEvent(new Event("input"));
        """
            .formatted(Browser.quoted(source)));
  }

  void choose(String select, String value) {
    browser.run(
        """
        const list = document.querySelector(%s);
        list.value = %s;
        list.dispatchEvent(new Event("change"));
        """
            .formatted(Browser.quoted(select), Browser.quoted(value)));
  }

  void awaitPlaying() {
    awaitTrue(
        "!document.querySelector('#audio').paused && document.querySelector('#audio').currentTime > 0.2");
  }

  void awaitSentence(int index, Duration limit) {
    await()
        .atMost(limit)
        .untilAsserted(() -> assertThat(currentSentence()).isBetween(index, index + 1));
  }

  @Override
  JsonNode pageState() {
    return browser.run(
        """
        const audio = document.querySelector("#audio");
        return {at: location.href, status: document.querySelector("#status")?.textContent,
            problem: document.querySelector("#problem")?.textContent,
            sentence: document.querySelector("[aria-current]")?.dataset.index,
            focus: document.activeElement?.id, sound: audio && {src: audio.currentSrc,
            time: audio.currentTime, paused: audio.paused, ready: audio.readyState,
            seeking: audio.seeking, ended: audio.ended, error: audio.error?.message}};
        """);
  }

  int currentSentence() {
    return browser
        .value("Number(document.querySelector('[aria-current]')?.dataset.index ?? -1)")
        .asInt();
  }
}
