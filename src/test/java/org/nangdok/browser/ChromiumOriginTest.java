package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a page of a site that isn't listed can make the service of this machine do: nothing. */
class ChromiumOriginTest extends BrowserTest {

  private final ForeignSite site = ForeignSite.start();

  ChromiumOriginTest() {
    super(Engine.CHROMIUM);
  }

  @Test
  void nothingThatAPageSendsIsMadeOrRead() throws IOException {
    String id = sample().get("id").asString();
    String clip = sentence(sample(), 0).get("clip").asString();
    int before = kept();
    site.put(
        "/evil",
        """
        <img id="image"><audio id="sound"></audio><audio id="clip"></audio><audio id="process"></audio>
        <iframe name="into"></iframe>
        <form id="form" action="SERVICE/process" method="post" target="into">
          <input name="INPUT_TEXT" value="out of a form"><input name="INPUT_TYPE" value="TEXT">
          <input name="OUTPUT_TYPE" value="AUDIO"><input name="LOCALE" value="en_US"><input name="AUDIO" value="WAVE">
        </form>
        <script>
          globalThis.outcome = {};
          const note = (name, what) => { outcome[name] = what; };
          const hear = (name, address) => {
            const element = document.getElementById(name);
            element.onerror = () => note(name, "refused");
            element.onloadedmetadata = () => note(name, "heard");
            element.src = address;
          };
          const ask = "?INPUT_TEXT=out+of+a+page&INPUT_TYPE=TEXT&OUTPUT_TYPE=AUDIO&LOCALE=en_US&AUDIO=WAVE";
          hear("image", "SERVICE/process" + ask);
          hear("process", "SERVICE/process" + ask);
          hear("sound", "SERVICE/api/readings/READING/audio.mp3");
          hear("clip", "SERVICECLIP");
          fetch("SERVICE/api/readings/READING/transcript.json").then((answer) => note("read", answer.ok ? "read" : "refused"), () => note("read", "refused"));
          fetch("SERVICE/api/readings", { method: "POST", mode: "no-cors", body: '{"text": "다른 곳에서 왔습니다."}' })
            .then(() => note("post", "sent"), () => note("post", "refused"));
          note("beacon", navigator.sendBeacon("SERVICE/v1/audio/speech", '{"input": "out of a beacon"}'));
          document.getElementById("form").submit();
        </script>
        """
            .replace("SERVICECLIP", address + clip)
            .replace("SERVICE", address)
            .replace("READING", id));

    browser.open(site.unlisted() + "/evil");

    awaitTrue(
        "['image', 'process', 'sound', 'clip', 'read', 'post'].every((name) => name in outcome)");
    JsonNode outcome = browser.value("outcome");
    for (String name : new String[] {"image", "process", "sound", "clip", "read"}) {
      assertThat(outcome.path(name).asString()).as(name).isEqualTo("refused");
    }
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aLinkOfAnotherSiteFillsTheAddressInAndWaitsForAPress() throws IOException {
    int before = kept();
    site.put(
        "/link", "<a id='link' href='" + address + "/listen?url=http://127.0.0.3:9/story'>go</a>");
    browser.open(site.unlisted() + "/link");
    browser.run("document.getElementById('link').click();");

    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(browser.value("document.getElementById('source').value").asString())
        .isEqualTo("http://127.0.0.3:9/story");
    assertThat(browser.value("document.getElementById('problem').textContent").asString().strip())
        .isEmpty(); // asking for that address would be refused, and said
    assertThat(kept()).isEqualTo(before);

    browser.run("document.getElementById('read').click();");
    awaitTrue("document.getElementById('problem').textContent.trim() !== ''");
  }

  @Override
  JsonNode pageState() {
    return browser.run("return {at: location.href, outcome: globalThis.outcome};");
  }

  private int kept() throws IOException {
    return Application.get(address, "/api/readings?limit=200").path("readings").size();
  }
}
