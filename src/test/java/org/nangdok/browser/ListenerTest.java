package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What somebody meets who listens for an hour, in one engine: judged by what is shown and heard.
 */
abstract class ListenerTest extends PageTest {

  ListenerTest(Engine engine) {
    super(engine);
  }

  @Test
  void theSleepTimerIsSeenProlongedAndStopped() {
    bringClock();
    choose("#sleep", "15");
    awaitTrue("document.querySelector('#sleep-left').textContent.startsWith('15:00')");
    assertThat(text("document.querySelector('#sleep').value")).isEqualTo("15");
    assertThat(isSeen("#sleep-chip")).isTrue();

    browser.click("#sleep-more");
    awaitTrue("/^(20:00|19:5\\d)/.test(document.querySelector('#sleep-left').textContent)");
    browser.click("#sleep-off");
    assertThat(isSeen("#sleep-chip")).isFalse();
    assertThat(text("document.querySelector('#sleep').value")).isEqualTo("off");

    choose("#sleep", "article");
    assertThat(text("document.querySelector('#sleep-left').textContent")).contains("이 기사까지");
    choose("#sleep", "off");
    assertThat(isSeen("#sleep-chip")).isFalse();
  }

  @Test
  void theSleepTimerFadesAndThenStopsTheVoice() {
    bringClock();
    choose("#sleep", "5");
    browser.click("#play");
    awaitPlaying();

    browser.run("globalThis.shift = 5 * 60000 - 6000;");
    awaitTrue("document.querySelector('#audio').volume < .6");
    assertThat(isPaused()).isFalse();
    browser.run("globalThis.shift = 5 * 60000;");
    awaitTrue("document.querySelector('#audio').paused");
    awaitTrue("document.querySelector('#audio').volume === 1");
    assertThat(isSeen("#sleep-chip")).isFalse();
  }

  @Test
  void theSleepTimerGoesOnWithTheNextArticle() {
    addToQueue("다음 글");
    choose("#sleep", "30");
    choose("#speed", "3");
    browser.click("#play");
    awaitPlaying();
    seekTo(1);
    awaitTrue("document.querySelector('#title').textContent.startsWith('다음 글')");

    assertThat(isSeen("#sleep-chip")).isTrue();
    assertThat(text("document.querySelector('#sleep').value")).isEqualTo("30");
  }

  @Test
  void whatIsSoughtIsMadeNextAndTheClockDoesNotDrift() {
    ask(article(300));
    awaitPlaying();

    seekTo(0.7);
    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(() -> assertThat(currentSentence()).isBetween(170, 250));
    awaitTrue("!document.querySelector('#audio').paused", Duration.ofSeconds(25));
    awaitPlaying();
    List<Integer> clock = new ArrayList<>();
    for (JsonNode second :
        browser.run(
            """
            const seconds = () => document.querySelector("#at").textContent.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
            const seen = [];
            for (let i = 0; i < 24; i++) {
              seen.push(seconds());
              await new Promise((done) => setTimeout(done, 250));
            }
            return seen;
            """)) {
      clock.add(second.asInt());
    }
    for (int i = 1; i < clock.size(); i++) {
      assertThat(clock.get(i) - clock.get(i - 1)).as("clock %s", clock).isBetween(0, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"queue", "downloads", "settings"})
  void escClosesWhatIsOpenAndTheVoiceGoesOn(String panel) {
    browser.click("#play");
    awaitPlaying();
    browser.click("[popovertarget=" + panel + "]:not([popovertargetaction])");
    awaitTrue("document.querySelector('#" + panel + "').matches(':popover-open')");
    browser.run("document.querySelector('#player [popovertarget=" + panel + "]').focus();");

    browser.press("\uE00C");

    awaitTrue("!document.querySelector('#" + panel + "').matches(':popover-open')");
    assertThat(isPaused()).isFalse();
    browser.press("\uE00C");
    awaitTrue("document.querySelector('#audio').paused");
  }

  @Test
  void anotherLanguageOfThePageKeepsTheSound() {
    browser.click("#play");
    awaitTrue("document.querySelector('#audio').currentTime > 1");
    browser.run(
        "globalThis.stops = 0; document.querySelector('#audio').addEventListener('pause', () => stops++);");
    browser.click("#language");
    awaitTrue("document.documentElement.lang === 'en'");
    awaitTrue("document.querySelector('#play').getAttribute('aria-label') === 'Pause'");

    assertThat(
            browser.value("[stops, document.querySelector('#audio').currentTime > 1]").toString())
        .isEqualTo("[0,true]");
    awaitTrue("document.querySelector('[aria-current=true]') !== null");
  }

  @Test
  void anotherVoiceGoesOnWhereTheListenerIs() {
    ask(article(8));
    awaitPlaying();
    awaitTrue("document.querySelector('#s4')?.dataset.state === 'ready'");
    browser.click("#s4");
    awaitSentence(4, SOON);
    String before = text("location.search");
    browser.click("#open-voices");
    awaitTrue("document.querySelector('#voices .voice-row select')");
    browser.run(
        """
        const list = document.querySelector("#voices .voice-row select");
        const now = list.options[0].textContent;
        const other = [...list.options].slice(1).find((option) => !now.includes(option.textContent.split(" ")[0]));
        list.value = other.value;
        """);
    browser.click("#voices-apply");

    awaitTrue("location.search !== " + Browser.quoted(before));
    awaitPlaying();
    assertThat(currentSentence()).isBetween(4, 5);
  }

  @Test
  void onePressHasTheNarratorReadAllAndAnotherGivesTheSpeakersBack() {
    ask("나루터에 배가 돌아왔습니다.\n\n[앵커]\n나루터에 배가 돌아왔습니다.\n[기자]\n열 해 만입니다.");
    String anchor =
        "[...document.querySelectorAll('.turn .name')].some((one) => /앵커|Anchor/.test(one.textContent))";
    awaitTrue("document.querySelector('#article').textContent.includes('열 해')");
    awaitTrue(anchor);
    String before = text("location.search");

    browser.click("#open-voices");
    browser.click("#voices-whose");
    awaitTrue("location.search !== " + Browser.quoted(before));
    awaitTrue("!" + anchor);
    String alone = text("location.search");
    assertThat(text("document.querySelector('#article').textContent")).contains("열 해 만입니다");

    browser.click("#open-voices");
    browser.click("#voices-whose");
    awaitTrue("location.search !== " + Browser.quoted(alone));
    awaitTrue(anchor);
  }

  @Test
  void doubtAboutWhoSpeaksIsSaidAndExplained() {
    ask("나루터 소식.\n\n고다솜: 배를 기다린다.\n나가온: 배가 없다.\n고다솜: 강이 얼었다.\n나가온: 눈이 온다.");
    awaitTrue("document.querySelector('#article').textContent.includes('눈이 온다')");
    awaitTrue("!document.querySelector('#doubt').hidden");
    browser.click("#why summary");
    awaitTrue(
        "/돌아|되풀이|이름과 쌍점|comes? back|a name and a colon/.test(document.querySelector('#why-text').textContent)");
    String before = text("location.search");

    browser.click("#doubt-whose");
    awaitTrue("location.search !== " + Browser.quoted(before));
    awaitTrue("document.querySelector('#doubt').hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "htp://news.example/story, https://news.example/story",
    "https//news.example/story, https://news.example/story",
    "http:/news.example/story, https://news.example/story",
    "'www,news.example/story', https://www.news.example/story",
    "news.example\\story, https://news.example/story"
  })
  void aMistypedAddressIsOfferedAsItWasMeant(String typed, String meant) {
    ask(typed);

    assertThat(text("document.querySelector('#source-error button').textContent")).isEqualTo(meant);
    assertThat(isSeen("#source-error")).isTrue();
    assertThat(browser.value("document.querySelector('#problem').childElementCount").asInt())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080/news",
    "http://192.168.0.7:3000/",
    "http://printer.local/status",
    "http://[::1]:9000/"
  })
  void anAddressOfOnesOwnNetworkIsCalledThatAndNotTriedAgain(String typed) {
    ask(typed);

    awaitTrue("document.querySelector('#problem h2') !== null");
    assertThat(text("document.querySelector('#problem').textContent"))
        .contains("공개된 웹 주소")
        .doesNotContain("포트")
        .doesNotContain("다시 시도");
  }

  @Test
  void anUnknownPageIsAPage() {
    browser.open(address + "/no-such-page");

    assertThat(
            text("document.documentElement.lang + ' ' + document.querySelector('h1').textContent"))
        .isIn("ko 페이지를 찾을 수 없습니다", "en Page not found"); // as the browser asks for it
    browser.click("main a");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
  }

  @ParameterizedTest
  @CsvSource({"320, 256", "320, 640", "390, 844", "844, 390", "768, 1024", "1440, 900"})
  void thePlayerIsInViewOnEveryScreen(int width, int height) {
    assumeTrue(
        engine != Engine.WEBKIT || width >= 768, "WebKitGTK's window can't be made that narrow.");
    browser.resize(width, height);
    awaitTrue("innerWidth <= " + width + " + 20");
    assertThat(isInView("#play")).as("play").isTrue();

    browser.click("#play");
    awaitPlaying();
    assertThat(isInView("#play")).as("pause").isTrue();
    if (isSeen("#grow")) {
      browser.run("document.querySelector('#grow').click();");
      awaitTrue("document.querySelector('#player').dataset.size === 'full'");
      assertThat(isInView("#play")).as("all controls").isTrue();
      assertThat(isInView("[popovertarget=settings]")).as("settings").isTrue();
      assertThat(
              browser
                  .value("document.querySelector('#player').getBoundingClientRect().top >= 0")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void theButtonToListenIsNotCoveredOnASmallPhone() {
    browser.resize(320, 640);
    browser.run("scrollTo(0, 0);");
    assertThat(isInView("#listen")).isTrue();
  }

  @Test
  void theLockScreenKnowsOfAPauseAtOnce() {
    browser.click("#play");
    awaitPlaying();
    awaitTrue("navigator.mediaSession.playbackState === 'playing'");
    browser.run("document.querySelector('#play').click();");
    awaitTrue("navigator.mediaSession.playbackState === 'paused'", Duration.ofSeconds(1));

    assertThat(text("navigator.mediaSession.metadata.artwork.map((one) => one.type).join()"))
        .isEqualTo("image/png,image/png");
    assertThat(
            browser
                .run(
                    """
                    const image = new Image();
                    image.src = navigator.mediaSession.metadata.artwork[1].src;
                    await image.decode();
                    return image.naturalWidth;
                    """)
                .asInt())
        .isEqualTo(512);
  }

  @Test
  void theSliderSaysWordsFromTheStart() {
    assertThat(text("document.querySelector('#seek').getAttribute('aria-valuetext')"))
        .contains("분")
        .contains("초");
  }

  @Test
  void theTextIsOneTabStopAndButtonsHaveNamesThatDiffer() {
    assertThat(
            browser
                .value(
                    "[...document.querySelectorAll('#transcript *, #title *')].filter((one) => one.tabIndex >= 0).length")
                .asInt())
        .isEqualTo(1);
    JsonNode names =
        browser.run(
            """
            return [...document.querySelectorAll("button, a[href]")]
                .filter((one) => one.checkVisibility() && !one.closest("[popover]:not(:popover-open), dialog:not([open])"))
                .map((one) => one.getAttribute("aria-label") ?? one.textContent.trim());
            """);
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add(name.asString()));
    assertThat(all).doesNotHaveDuplicates().doesNotContain("");
    assertThat(
            browser
                .value(
                    "[...document.querySelectorAll('.sentence')].every((one) => one.role === 'button' || one.getAttribute('role') === 'button')")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aDoubleClickSelectsAndDoesNotPlay() {
    browser.clickTwice("#s5");
    awaitTrue("getSelection().toString() !== ''");
    browser.run("await new Promise((done) => setTimeout(done, 600));");

    assertThat(isPaused()).isTrue();
  }

  @Test
  void oneTabSpeaksAtATime() {
    browser.run(
        "globalThis.other = new BroadcastChannel('nangdok-voice'); globalThis.claims = 0; other.onmessage = () => claims++;");
    browser.click("#play");
    awaitPlaying();
    awaitTrue("claims === 1");
    browser.run("other.postMessage('speaks');");
    awaitTrue("document.querySelector('#audio').paused");
    awaitTrue("document.querySelector('#status').textContent.includes('다른 탭')");
  }

  @Test
  void whoIsSkippedIsMarkedInTheTextOnceItIsApplied() {
    browser.click("#open-voices");
    awaitTrue("document.querySelector(\"#muting input[value='role:anchor']\") !== null");
    browser.click("#muting input[value='role:anchor']");
    assertThat(browser.value("document.querySelectorAll('.muted').length").asInt()).isZero();
    browser.click("#voices-apply");

    awaitTrue("document.querySelector('.turn.muted .muted-mark')?.textContent === '건너뜀'");
  }

  @Test
  void whatIsAddedAfterTheEndIsHeardAtOnce() {
    choose("#speed", "3");
    browser.click("#play");
    awaitPlaying();
    seekTo(1);
    awaitTrue("document.querySelector('#play').getAttribute('aria-label') === '듣기'");
    addToQueue("끝난 뒤에 넣은 글");

    awaitTrue("document.querySelector('#title').textContent.startsWith('끝난 뒤에 넣은 글')");
    awaitPlaying();
  }

  @Test
  void whatIsTakenUpAgainSaysThatItWaitsForAPress() {
    browser.click("#s5");
    awaitPlaying();
    browser.press("k");
    awaitTrue("document.querySelector('#audio').paused");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");

    assertThat(text("document.querySelector('#status').textContent")).contains("‘듣기’를 누르면");
  }

  @Test
  void aPrintedArticleIsTheArticle() {
    JsonNode shown =
        browser.run(
            """
            for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
              if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
            }
            return ["#bookmarklet", "#play", "#source", ".from-here", "#language", "#title", "#s3"]
                .map((one) => document.querySelector(one).checkVisibility());
            """);
    assertThat(shown.toString()).isEqualTo("[false,false,false,false,false,true,true]");
  }

  @Test
  void whatWasHeardIsGoneOnWithByOnePressFromTheFirstPage() {
    ask(article(6));
    awaitPlaying();
    awaitTrue("document.querySelector('#s3')?.dataset.state === 'ready'");
    browser.click("#s3");
    awaitSentence(3, SOON);
    browser.press("k");
    awaitTrue("document.querySelector('#audio').paused");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(isSeen("#continue")).isTrue();

    browser.click("#continue-go");

    awaitPlaying();
    assertThat(currentSentence()).isBetween(3, 4);
  }

  @Test
  void theListIsOrderedSearchedMarkedAndEmptied() {
    addToQueue("하나 강 이야기");
    addToQueue("둘 산 이야기");
    browser.click("#open-library");
    awaitTrue("document.querySelector('#queue').matches(':popover-open')");
    assertThat(titles("#queue-list")).startsWith("하나").contains("|둘");

    browser.click("#queue-list li:nth-child(2) [data-do=up]");
    assertThat(titles("#queue-list")).startsWith("둘");
    browser.run(
        """
        const field = document.querySelector("#library-search");
        field.value = "짧은 글";
        field.dispatchEvent(new Event("input"));
        """);
    awaitTrue("document.querySelectorAll('#library-found li').length === 2");
    browser.click("#queue-list li:nth-child(1) [data-do=heard]");
    assertThat(titles("#heard-list")).startsWith("둘");
    browser.click("#queue-list [data-do=remove]");
    assertThat(titles("#queue-list")).isEmpty();
    browser.click("#library-clear");
    assertThat(titles("#heard-list")).isEmpty();
  }

  @Test
  void aListOfAddressesIsTakenOver() {
    browser.click("#open-library");
    browser.run(
        """
        document.querySelector(".import").open = true;
        document.querySelector("#import-text").value = "title,url,time_added,tags,status\\nA river,https://news.example/a,1,,unread\\n,https://news.example/b,2,,archive";
        """);
    browser.click("#import-go");

    assertThat(titles("#queue-list")).isEqualTo("A river|https://news.example/b");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(text("document.querySelector('#queue-count').textContent")).isEqualTo("2");
  }

  @Test
  void oneVisitIsEnoughForTheNextWithoutANetwork() {
    try (var gate = new Gate(address)) {
      browser.open(gate.address() + "/");
      awaitTrue("document.documentElement.dataset.ready === 'true'");
      awaitTrue(
          "(await Promise.all(['/', ...performance.getEntriesByType('resource')"
              + ".map((one) => new URL(one.name).pathname).filter((path) => path.startsWith('/web/'))]"
              + ".map(async (path) => (await caches.open('nangdok-shell')).match(path)))).every(Boolean)");
      gate.cut();
      browser.open(gate.address() + "/");
      awaitTrue("document.documentElement.dataset.ready === 'true'");
      assertThat(text("document.querySelector('#problem').textContent"))
          .containsAnyOf("연결", "connection");
      assertThat(isSeen("#source")).isTrue();
    }
  }

  @Test
  void keysAreOnesOwn() {
    browser.click("[popovertarget=settings]:not([popovertargetaction])");
    browser.click("#open-keys");
    awaitTrue("document.querySelector('#keys').open");
    browser.click("#keys-table tr:nth-child(1) button");
    browser.press("p");
    awaitTrue("document.querySelector('#keys-table tr kbd').textContent === 'P'");
    browser.click("#keys-table tr:nth-child(2) button");
    browser.press("p");
    awaitTrue("document.querySelector('#keys-status').textContent.includes('듣기, 멈춤')");
    browser.click("#keys [data-close]");

    browser.run("document.querySelector('#article').focus();");
    browser.press("p");
    awaitPlaying();
    browser.press("p");
    awaitTrue("document.querySelector('#audio').paused");
  }

  @Test
  void theTextIsAsLargeAndWideAsOneLikes() {
    double before = fontSize();
    choose("#text-size", "150");
    choose("#text-width", "narrow");
    browser.run("document.querySelector('#easy').click();");
    assertThat(fontSize()).isGreaterThan(before * 1.4);
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(fontSize()).isGreaterThan(before * 1.4);
    assertThat(text("getComputedStyle(document.querySelector('#transcript')).wordSpacing"))
        .isNotEqualTo("0px");
  }

  private double fontSize() {
    return browser
        .value("parseFloat(getComputedStyle(document.querySelector('#s3')).fontSize)")
        .asDouble();
  }

  private String titles(String list) {
    return text(
        "[...document.querySelectorAll('"
            + list
            + " .title')].map((one) => one.firstChild.nodeValue).join('|')");
  }

  private void addToQueue(String title) {
    type(title + " " + unique() + "\n\n짧은 글입니다.");
    browser.click("#later");
    awaitTrue(
        "document.querySelector('#status').textContent.includes('"
            + title
            + "') || document.querySelector('#title').textContent.startsWith('"
            + title
            + "')");
  }

  private void seekTo(double share) {
    browser.run(
        """
        const slider = document.querySelector("#seek");
        slider.value = slider.max * %s;
        slider.dispatchEvent(new Event("change"));
        """
            .formatted(share));
  }

  private boolean isPaused() {
    return browser.value("document.querySelector('#audio').paused").asBoolean();
  }

  private boolean isSeen(String selector) {
    return browser
        .value("document.querySelector(" + Browser.quoted(selector) + ").checkVisibility()")
        .asBoolean();
  }

  /** Whether a press at its middle meets it. */
  private boolean isInView(String selector) {
    return browser
        .run(
            """
            const found = document.querySelector(%s);
            const box = found.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            return box.top >= 0 && box.bottom <= innerHeight + 1 && found.contains(document.elementFromPoint(x, y));
            """
                .formatted(Browser.quoted(selector)))
        .asBoolean();
  }

  /** The page's clock can be put on. */
  private void bringClock() {
    browser.run(
        "const now = Date.now.bind(Date); globalThis.shift = 0; Date.now = () => now() + shift;");
  }

  private static String article(int sentences) {
    return "긴 글 "
        + unique()
        + "\n\n"
        + IntStream.range(0, sentences)
            .mapToObj(i -> i + "번째 문장은 강을 따라 마을까지 " + unique() + "미터를 걸어간 이야기입니다.")
            .collect(Collectors.joining("\n"));
  }
}
