package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A work from its page: it is left in the middle of a chapter, found again there, and goes on with
 * the next chapter. The rest of the player is tested in each engine with single articles.
 */
class ChromiumWorkTest extends PageTest {

  ChromiumWorkTest() {
    super(Engine.CHROMIUM);
  }

  @Test
  void aListenerComesBackToTheirPlaceInTheWholeWork() throws IOException {
    String page = "/works/" + complete();
    browser.open(address + page);
    awaitTrue("document.querySelector('[data-part]').title");
    assertThat(browser.value("document.querySelector('#resume').hidden").asBoolean()).isTrue();
    press("[data-part]");
    hear();
    browser.run("document.querySelector('#s3').click();");
    awaitSentence(3, SOON);
    awaitPlaying();
    browser.click("#play");
    awaitTrue("document.querySelector('#audio').paused");

    browser.click("#meta a[href^='/works/']");
    awaitTrue("document.querySelector('#resume') && !document.querySelector('#resume').hidden");
    assertThat(text("document.querySelector('#resume').textContent"))
        .matches("이어 듣기: 첫 마을, 0:00:\\d\\d");
    assertThat(text("document.querySelector('#resume button').title"))
        .matches("전체의 [1-9]\\d%를 들었습니다");
    bringAxe();
    assertAccessible("the page of a work that was begun");

    press("#resume button");
    hear();
    assertThat(currentSentence()).isBetween(3, 4);
    browser.run("document.querySelector('#s4').click();");
    awaitTrue("document.querySelector('#title').textContent === '둘째 마을'", Duration.ofSeconds(40));
    awaitPlaying();
    browser.open(address + page);
    awaitTrue("document.querySelector('#resume').textContent.includes('둘째 마을')");
  }

  private void press(String door) {
    browser.click(door);
    awaitTrue("document.documentElement.dataset.ready === 'true'");
  }

  private void hear() {
    browser.click("#play");
    awaitPlaying();
  }

  /** A work of two chapters that is made. */
  private String complete() throws IOException {
    JsonNode work =
        browser.run(
            """
            const lines = (who) => [1, 2, 3, 4].map((n) => `${who} ${n}번째 줄이고 천천히 읽습니다.`).join("\\n");
            const chapters = [{title: "첫 마을", text: lines("첫 마을의")}, {title: "둘째 마을", text: lines("둘째 마을의")}];
            const answer = await fetch("/api/works", {method: "POST", headers: {"Content-Type": "application/json"},
                body: JSON.stringify({title: "두 마을", chapters})});
            return answer.json();
            """);
    String id = work.get("id").asString();
    await("the work is made")
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                Application.get(address, "/api/works/" + id)
                    .get("state")
                    .asString()
                    .equals("complete"));
    return id;
  }
}
