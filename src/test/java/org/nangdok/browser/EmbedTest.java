package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The player on somebody else's site, in one engine. */
abstract class EmbedTest extends SitePlayerTest {

  EmbedTest(Engine engine) {
    super(engine);
  }

  @Test
  void playsOnAListedSiteAndTellsItsPage() throws IOException {
    openPlayer(site.listed(), "src='/r/" + sampleId() + "'");
    awaitTrue(PLAYER + ".reading");
    assertThat(text(PLAYER + ".reading.title")).isEqualTo(sample().get("title").asString());

    press(".play");

    awaitTrue("heard.includes('play') && heard.includes('sentence') && heard.includes('speaker')");
    awaitTrue(PLAYER + ".currentTime > 1");
    browser.run(PLAYER + ".step('sentence', 1);");
    awaitTrue(
        SHADOW
            + ".querySelector('.sentence[aria-current]')?.textContent === sentences.at(-1)"
            + " && sentences.length > 1");
    browser.run(PLAYER + ".seek(" + PLAYER + ".duration - 1);");
    awaitTrue("heard.includes('ended')");
    assertThat(browser.value("document.cookie").asString()).isEmpty();
    assertThat(browser.value("localStorage.length").asInt()).isZero();
  }

  @Test
  void leavesThePagesStylesAloneAndIsntTouchedByThem() throws IOException {
    openPlayer(site.listed(), "src='" + address + "/r/" + sampleId() + "' theme='dark'");
    awaitTrue(PLAYER + ".reading");

    assertThat(text("getComputedStyle(document.querySelector('main > button')).color"))
        .isEqualTo("rgb(1, 2, 3)");
    assertThat(text("getComputedStyle(" + SHADOW + ".querySelector('.tool')).color"))
        .isNotEqualTo("rgb(1, 2, 3)");
    assertThat(text("getComputedStyle(" + SHADOW + ".querySelector('.player')).backgroundColor"))
        .isEqualTo("rgb(31, 32, 36)");
    browser.run(PLAYER + ".style.setProperty('--nangdok-background', 'rgb(9, 8, 7)');");
    assertThat(text("getComputedStyle(" + SHADOW + ".querySelector('.player')).backgroundColor"))
        .isEqualTo("rgb(9, 8, 7)");
  }

  @Test
  void beginsWhereItIsToldAndSpeaksTheLanguageItIsTold() throws IOException {
    openPlayer(site.listed(), "src='/r/" + sampleId() + "' start='s3' language='en'");
    awaitTrue(PLAYER + ".reading");

    assertThat(browser.value(PLAYER + ".currentTime * 1000").asDouble())
        .isEqualTo(sentence(sample(), 3).get("startMs").asDouble());
    assertThat(text(SHADOW + ".querySelector('.play').getAttribute('aria-label')"))
        .isEqualTo("Listen");
  }

  @Test
  void anUnlistedSiteGetsAPlainLink() throws IOException {
    openPlayer(site.unlisted(), "src='/r/" + sampleId() + "'");

    awaitTrue(SHADOW + ".querySelector('a.plain')");
    assertThat(text(SHADOW + ".querySelector('a').href")).isEqualTo(address + "/r/" + sampleId());
    assertThat(browser.value(SHADOW + ".querySelector('.play')").isNull()).isTrue();

    openPlayer(site.unlisted(), "data-article='page'");
    awaitTrue(SHADOW + ".querySelector('a.plain')");
    assertThat(text(SHADOW + ".querySelector('a').href")).contains("/listen?url=");
  }

  @Test
  void anUnknownArticleIsASentenceAndALink() {
    openPlayer(site.listed(), "src='/r/0000'");

    awaitTrue(SHADOW + ".querySelector('.status').textContent === '낭독을 찾을 수 없습니다.'");
    assertThat(browser.value(SHADOW + ".querySelector('.link').href").asString())
        .startsWith(address);
  }

  @Test
  void readsThePageItStandsInAndMarksItsOwnText() {
    site.put(
        "/story",
        """
        <nav><a href="#a">개울가에 새 쉼터가 생겼습니다.</a> <a href="#b">다른 소식도 보기</a></nav>
        <article>
          <h1>개울가 쉼터 문 열어</h1>
          <p>2026년 11월 20일 &middot; 들꽃 기자</p>
          <p>개울가에 <b>새 쉼터</b>가
             생겼습니다. 주민들이 직접 나무를 심었습니다.</p>
          <p>쉼터에는 의자 열두 개와 지붕이 있습니다. 비가 와도 앉아 쉴 수 있습니다.</p>
          <p>개울가에 새 쉼터가 생겼습니다. 마을은 내년에 한 곳을 더 짓기로 했습니다.</p>
        </article>
        <nangdok-player data-article="page"></nangdok-player>
        """
            + scripts());
    browser.open(site.listed() + "/story");
    awaitTrue(SHADOW + "?.querySelector('.play')?.getAttribute('aria-label')");

    press(".play");

    awaitTrue(PLAYER + ".reading");
    awaitTrue(PLAYER + ".found >= 6");
    awaitTrue("CSS.highlights.get('nangdok-sentence')?.size === 1");
    awaitTrue("sentences.at(-1)?.startsWith('개울가에 새')");
    JsonNode marked =
        browser.value(
            "(() => { const range = [...CSS.highlights.get('nangdok-sentence')][0];"
                + " return [range.toString().replace(/\\s+/g, ' '),"
                + " range.startContainer.parentElement.closest('p') ==="
                + " document.querySelectorAll('article p')[1]]; })()");
    assertThat(marked.get(0).asString()).isEqualTo("개울가에 새 쉼터가 생겼습니다.");
    assertThat(marked.get(1).asBoolean()).as("not the link to it").isTrue();
    assertThat(browser.value("document.querySelectorAll('article b').length").asInt()).isOne();
  }

  @Test
  void aFrameHoldsThePlayerOnAListedSiteAndALinkElsewhere() throws IOException {
    String frame =
        "<iframe title='듣기' allow='autoplay' src='"
            + address
            + "/embed/"
            + sampleId()
            + "'></iframe>";
    site.put("/frame", frame);

    browser.open(site.listed() + "/frame");
    assertThat(browser.frame(() -> text(awaitFound("nangdok-player") + ".getAttribute('src')")))
        .isEqualTo("/r/" + sampleId());
    browser.open(site.unlisted() + "/frame");
    assertThat(browser.frame(() -> text(awaitFound("a") + ".getAttribute('href')")))
        .isEqualTo("/r/" + sampleId());
    int players =
        browser.frame(
            () -> browser.value("document.querySelectorAll('nangdok-player').length").asInt());
    assertThat(players).isZero();
  }

  @Test
  void axeFindsNoViolationOnAPageThatEmbeds() throws IOException {
    openPlayer(site.listed(), "src='/r/" + sampleId() + "'");
    awaitTrue(PLAYER + ".reading");
    bringAxe();
    assertAccessible("at rest");
    browser.run(SHADOW + ".querySelector('details').open = true;");
    press(".play");
    awaitTrue(PLAYER + ".currentTime > 0.2");
    assertAccessible("playing, transcript open");
    browser.run(PLAYER + ".setAttribute('compact', '');");
    assertAccessible("compact");
    browser.resize(320, 500);
    browser.run(PLAYER + ".removeAttribute('compact');");
    assertAccessible("320 pixels wide");
    assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .isTrue();
  }

  private String awaitFound(String selector) {
    String found = "document.querySelector('" + selector + "')";
    awaitTrue(found);
    return found;
  }

  private void openPlayer(String origin, String attributes) {
    site.put(
        "/",
        "<h1>남의 기사</h1><button>남의 단추</button><nangdok-player "
            + attributes
            + "></nangdok-player>"
            + scripts());
    browser.open(origin + "/");
    awaitTrue(SHADOW);
  }

  private String scripts() {
    return """
        <script>
          globalThis.heard = []; globalThis.sentences = [];
          for (const kind of ["ready", "play", "pause", "sentence", "speaker", "ended", "problem"])
            document.querySelector("nangdok-player").addEventListener(kind, (event) => {
              heard.push(kind);
              if (kind === "sentence") sentences.push(event.detail.text);
            });
        </script>
        <script type="module" src="%s/embed.js"></script>
        """
        .formatted(address);
  }

  /** Clicks what stands in the player's shadow tree, as a person would. */
  @Override
  JsonNode pageState() {
    return browser.run(
        """
        const player = document.querySelector("nangdok-player");
        return {at: location.href, heard: globalThis.heard, time: player?.currentTime,
            paused: player?.paused, status: player?.shadowRoot?.querySelector(".status")?.textContent,
            shown: player?.shadowRoot?.textContent.slice(0, 80),
            source: player?.shadowRoot?.querySelector("audio")?.currentSrc};
        """);
  }
}
