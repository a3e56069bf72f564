package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a newsroom asks of the player in its pages, in one engine. */
abstract class NewsroomTest extends SitePlayerTest {

  NewsroomTest(Engine engine) {
    super(engine);
  }

  @Test
  void aPlayerThatIsMovedWhileItPlaysPlaysOn() throws IOException {
    open("src='/r/" + sampleId() + "'", "<section id='there'></section>");
    press(".play");
    awaitTrue(PLAYER + ".currentTime > 1");

    browser.run("document.querySelector('#there').append(" + PLAYER + ");");

    awaitTrue(
        "!"
            + PLAYER
            + ".paused && !"
            + SHADOW
            + ".querySelector('audio').paused && "
            + PLAYER
            + ".currentTime > 2");
    assertThat(browser.value("heard.filter((one) => one === 'ready').length").asInt()).isOne();
  }

  @Test
  void aPlayerThatIsTakenOutAndPutBackIsWhereItWas() throws IOException {
    open("src='/r/" + sampleId() + "'", "");
    press(".play");
    awaitTrue(PLAYER + ".currentTime > 1");
    browser.run(
        """
        globalThis.kept = document.querySelector("nangdok-player");
        kept.remove();
        await new Promise((done) => setTimeout(done, 300));
        """);
    assertThat(browser.value("kept.paused").asBoolean()).isTrue();
    browser.run("document.querySelector('main').append(kept);");

    assertThat(browser.value("kept.currentTime > 1").asBoolean()).isTrue();
    press(".play");
    awaitTrue("!kept.paused && kept.currentTime > 1.2");
  }

  @Test
  void nothingThatAPageInheritsComesIntoThePlayer() throws IOException {
    open(
        "src='/r/" + sampleId() + "'",
        "<style>nangdok-player, main { text-transform: uppercase !important; letter-spacing: 9px"
            + " !important; font: italic 40px cursive !important; text-align: right;"
            + " visibility: visible; line-height: 4; word-spacing: 20px; color: red }</style>");
    JsonNode style =
        browser.run(
            """
            const style = getComputedStyle(document.querySelector("nangdok-player").shadowRoot.querySelector(".title"));
            return [style.textTransform, style.letterSpacing, style.fontStyle, style.fontSize, style.wordSpacing, style.color];
            """);
    assertThat(style.toString())
        .isEqualTo("[\"none\",\"normal\",\"normal\",\"16px\",\"0px\",\"rgb(30, 28, 25)\"]");
  }

  @Test
  void thePlayerFloatsWhileItPlaysOutOfSightUnlessTheSiteDoesNotWantIt() throws IOException {
    open("src='/r/" + sampleId() + "'", "<div style='height: 4000px'></div>");
    press(".play");
    awaitTrue(PLAYER + ".currentTime > 0.3");
    browser.run("scrollTo(0, 3000);");
    awaitTrue(SHADOW + ".querySelector('.player.floating')");
    assertThat(isInView(".play")).isTrue();

    press(".dock");
    awaitTrue("!" + SHADOW + ".querySelector('.player.floating')");
    assertThat(browser.value(PLAYER + ".paused").asBoolean()).isFalse();
    browser.run("scrollTo(0, 0);");
    browser.run("await new Promise((done) => setTimeout(done, 300)); scrollTo(0, 3000);");
    awaitTrue(SHADOW + ".querySelector('.player.floating')");

    browser.run(PLAYER + ".setAttribute('floating', 'off'); scrollTo(0, 0);");
    awaitTrue("!" + SHADOW + ".querySelector('.player.floating')");
    browser.run("scrollTo(0, 3000); await new Promise((done) => setTimeout(done, 300));");
    assertThat(browser.value(SHADOW + ".querySelector('.player.floating') === null").asBoolean())
        .isTrue();
  }

  @Test
  void aPlaylistGoesOnByItselfBetweenTheSitesSounds() throws Exception {
    String first = article("첫째 글");
    String second = article("둘째 글");
    String clip = sentence(sample(), 0).get("clip").asString();
    open(
        "src='/r/%s' playlist='/r/%s' intro='%s%s' outro='%s%s'"
            .formatted(first, second, address, clip, address, clip),
        "");
    awaitTrue(SHADOW + ".querySelectorAll('.list button').length === 2");
    awaitTrue(SHADOW + ".querySelectorAll('.list button')[1].textContent.startsWith('둘째 글')");
    browser.run(
        """
        globalThis.sounds = [];
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () { if (!this.isConnected) sounds.push(this.src); return play.call(this); };
        """);

    press(".play");
    awaitTrue("sounds.length === 1 && sounds[0].includes('/clips/')");
    awaitTrue(PLAYER + ".currentTime > 0.2");
    browser.run(PLAYER + ".playbackRate = 3;");
    awaitTrue(PLAYER + ".reading?.title.startsWith('둘째 글')");
    awaitTrue("!" + PLAYER + ".paused");
    assertThat(text(SHADOW + ".querySelector('.list [aria-current]').textContent"))
        .startsWith("둘째 글");
    assertThat(browser.value("sounds.length").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void coloursThatCannotBeReadAreMendedAndTold() throws IOException {
    open(
        "src='/r/" + sampleId() + "' theme='light'",
        "<style>nangdok-player { --nangdok-accent: #ffe08a; --nangdok-on-accent: #fff;"
            + " --nangdok-color: #ccc; --nangdok-background: #fff }</style>");
    awaitTrue("heard.includes('contrast')");
    assertThat(text("getComputedStyle(" + SHADOW + ".querySelector('.play')).color"))
        .isEqualTo("rgb(0, 0, 0)");
    assertThat(text("getComputedStyle(" + SHADOW + ".querySelector('.title')).color"))
        .isEqualTo("rgb(0, 0, 0)");
    assertThat(text("JSON.stringify(colours.map((one) => one.what))"))
        .isEqualTo("[\"--nangdok-color\",\"--nangdok-on-accent\"]");
  }

  @Test
  void aSiteChoosesDownloadTranscriptAndLanguageByAttribute() throws IOException {
    open("src='/r/" + sampleId() + "' download transcript='open' language-switch", "");
    awaitTrue(SHADOW + ".querySelector('details').open");
    assertThat(text(SHADOW + ".querySelector('[part=download]').href")).contains("download");
    press("[part=language-button]");
    awaitTrue(SHADOW + ".querySelector('.play').getAttribute('aria-label') === 'Listen'");
    assertThat(
            browser
                .value(
                    "[..."
                        + SHADOW
                        + ".querySelectorAll('.sentence')].filter((one) => one.tabIndex >= 0).length")
                .asInt())
        .isOne();

    browser.run(
        PLAYER
            + ".setAttribute('transcript', 'off');"
            + PLAYER
            + ".setAttribute('language', 'en');");
    awaitTrue(SHADOW + ".querySelector('details').hidden");
  }

  @Test
  void howFarItIsHeardIsToldToThePageAndCountedForTheSite() throws Exception {
    open("src='/r/" + article("세는 글") + "'", "");
    press(".play");
    browser.run(PLAYER + ".playbackRate = 3;");
    awaitTrue("counted.includes('complete')");
    assertThat(text("counted.join()")).isEqualTo("start,quarter,half,three-quarters,complete");
    awaitTrue(
        "performance.getEntriesByType('resource').filter((one) => one.name.includes('/heard?event=')).length === 5");
    assertThat(browser.value("document.cookie + localStorage.length").asString()).isEqualTo("0");
  }

  @Test
  void aFrameTellsItsHeight() throws IOException {
    site.put(
        "/frame",
        "<script type='module' src='%s/embed.js'></script><iframe title='듣기' width='640' height='230' src='%s/embed/%s'></iframe>"
            .formatted(address, address, sampleId()));
    browser.open(site.listed() + "/frame");
    awaitTrue("document.querySelector('iframe').style.blockSize !== ''");
    double before = frameHeight();
    browser.frame(() -> browser.run(SHADOW + ".querySelector('details').open = true; return 1;"));
    awaitTrue(
        "document.querySelector('iframe').getBoundingClientRect().height > " + (before + 100));
  }

  @Test
  void thePlayersPolicyThatIsWrittenDownIsEnough() throws IOException {
    site.put(
        "/policy",
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %1$s 'unsafe-inline'; connect-src %1$s; media-src %1$s; img-src %1$s">
        <script>globalThis.blocked = []; addEventListener("securitypolicyviolation", (event) => blocked.push(event.blockedURI + " " + event.violatedDirective));</script>
        <nangdok-player src="/r/%2$s"></nangdok-player><script type="module" src="%1$s/embed.js"></script>
        """
            .formatted(address, sampleId()));
    browser.open(site.listed() + "/policy");
    awaitTrue(PLAYER + "?.reading");
    press(".play");
    awaitTrue(PLAYER + ".currentTime > 0.5");
    assertThat(text("blocked.filter((one) => !one.startsWith('inline')).join()")).isEmpty();
  }

  private double frameHeight() {
    return browser
        .value("document.querySelector('iframe').getBoundingClientRect().height")
        .asDouble();
  }

  private boolean isInView(String selector) {
    return browser
        .run(
            "const box = %s.querySelector('%s').getBoundingClientRect(); return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight;"
                .formatted(SHADOW, selector))
        .asBoolean();
  }

  /** A short reading that is complete. */
  private String article(String title) throws Exception {
    String body =
        Browser.JSON.writeValueAsString(
            java.util.Map.of(
                "text", title + " " + System.nanoTime() % 100_000 + "\n\n짧은 글입니다. 곧 끝납니다."));
    var client = java.net.http.HttpClient.newHttpClient();
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(address + "/api/readings"))
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
            .build();
    var text = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    String id = Browser.JSON.readTree(text).get("id").asString();
    org.awaitility.Awaitility.await()
        .atMost(SOON)
        .until(
            () ->
                Application.get(address, "/api/readings/" + id)
                    .get("state")
                    .asString()
                    .equals("complete"));
    return id;
  }

  private void open(String attributes, String more) {
    site.put(
        "/",
        """
        <h1>남의 기사</h1><nangdok-player %s></nangdok-player>%s
        <script>
          globalThis.heard = []; globalThis.counted = []; globalThis.colours = [];
          for (const kind of ["ready", "play", "pause", "ended", "problem", "heard", "contrast", "entry", "seek"])
            document.querySelector("nangdok-player").addEventListener(kind, (event) => {
              heard.push(kind);
              if (kind === "heard") counted.push(event.detail.event);
              if (kind === "contrast") colours = event.detail.colours;
            });
        </script>
        <script type="module" src="%s/embed.js"></script>
        """
            .formatted(attributes, more, address));
    browser.open(site.listed() + "/");
    awaitTrue(PLAYER + ".reading");
  }

  @Override
  JsonNode pageState() {
    return browser.run(
        """
        const player = document.querySelector("nangdok-player");
        return {at: location.href, heard: globalThis.heard, time: player?.currentTime, counted: globalThis.counted,
            paused: player?.paused, status: player?.shadowRoot?.querySelector(".status")?.textContent,
            source: player?.shadowRoot?.querySelector("audio")?.currentSrc};
        """);
  }
}
