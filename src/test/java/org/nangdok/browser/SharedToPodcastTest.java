package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What another program shares with the installed page is in the listener's podcast without a press,
 * where they chose so. Only Chromium offers an installed page to other programs.
 */
class SharedToPodcastTest extends BrowserTest {

  SharedToPodcastTest() {
    super(Engine.CHROMIUM);
  }

  @Test
  void aSharedTextIsAnEpisodeAtOnceWhereTheListenerChoseIt() throws IOException {
    browser.open(address + "/");
    browser.run("localStorage.removeItem('nangdok.podcast-shared');");
    share("text", "강가의 물레방아가 아침부터 돌았습니다.");
    awaitTrue("document.querySelector('#article').textContent.includes('물레방아')");

    browser.run("document.querySelector('#podcast-always').click();");
    share("text", "언덕 위의 종탑이 정오에 울렸습니다.");

    awaitTrue("document.querySelector('#article').textContent.includes('종탑')");
    awaitTrue("document.querySelector('#podcast-status a')");
    assertThat(feed()).contains("종탑이").doesNotContain("물레방아");
  }

  @Test
  void soIsASharedFile() throws IOException {
    browser.open(address + "/");
    browser.run("localStorage.setItem('nangdok.podcast-shared', 'true');");
    share("file", "우체부가 편지 일곱 통을 들고 왔습니다.");

    awaitTrue("document.querySelector('#article').textContent.includes('우체부')");
    awaitTrue("document.querySelector('#podcast-status a')");
    assertThat(feed()).contains("우체부가");
  }

  /** Neither by loading the page again nor by going back to it. */
  @Test
  void whatWasSharedOnceIsntSharedAgain() throws IOException {
    browser.open(address + "/");
    browser.run("localStorage.removeItem('nangdok.podcast-shared');");
    share("text", "제재소의 톱이 저녁까지 돌았습니다.");
    awaitTrue("document.querySelector('#article').textContent.includes('제재소')");
    browser.run("localStorage.setItem('nangdok.podcast-shared', 'true');");
    browser.run("location.reload();");
    awaitTrue(
        "document.querySelector('#podcast-always')?.checked"
            + " && document.querySelector('#article').textContent.includes('제재소')");
    assertThat(browser.value("location.search").asString()).doesNotContain("shared");

    share("text", "과수원의 사다리가 마당에 놓였습니다.");
    awaitTrue("document.querySelector('#podcast-status a')");
    assertThat(feed()).contains("과수원").doesNotContain("제재소");
  }

  private String feed() throws IOException {
    String at = browser.value("document.querySelector('#podcast-status a').href").asString();
    try (var in = URI.create(at).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** As the browser sends what the manifest's share target describes. */
  private void share(String field, String words) {
    browser.run(
        """
        const form = document.createElement("form");
        Object.assign(form, { action: "/listen", method: "post", enctype: "multipart/form-data" });
        const input = document.createElement("input");
        input.name = "FIELD";
        if ("FIELD" === "file") {
          input.type = "file";
          const carried = new DataTransfer();
          carried.items.add(new File(["WORDS"], "shared.txt", { type: "text/plain" }));
          input.files = carried.files;
        } else {
          input.value = "WORDS";
        }
        form.append(input);
        document.body.append(form);
        form.submit();
        """
            .replace("FIELD", field)
            .replace("WORDS", words));
  }

  @Override
  JsonNode pageState() {
    return browser.run(
        "return {at: location.href, chosen: localStorage.getItem('nangdok.podcast-shared'), status: document.querySelector('#podcast-status')?.textContent};");
  }
}
