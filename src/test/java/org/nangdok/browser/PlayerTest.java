package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a listener does on the start page, in one engine. */
abstract class PlayerTest extends PageTest {

  PlayerTest(Engine engine) {
    super(engine);
  }

  @Test
  void playsTheSamplePastItsThirdSentence() {
    choose("#speed", "3");
    browser.click("#play");

    awaitSentence(3, Duration.ofSeconds(60));
    assertThat(text("document.querySelector('#play').getAttribute('aria-label')")).isEqualTo("멈춤");
    assertThat(browser.value("document.querySelector('#audio').paused").asBoolean()).isFalse();
  }

  @Test
  void marksTheSentenceThatTheTimelineNames() throws IOException {
    JsonNode reading = sample();
    browser.click("#play");
    awaitPlaying();

    for (int index : new int[] {2, 5}) {
      browser.click("#s" + index);
      awaitSentence(index, SOON);
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                JsonNode seen =
                    browser.value(
                        "[document.querySelector('#audio').currentTime * 1000,"
                            + " [...CSS.highlights.get('spoken-sentence')][0].toString()]");
                JsonNode sentence = sentence(reading, index);
                double into = seen.get(0).asDouble() - sentence.get("startMs").asDouble();
                assertThat(into).isBetween(100.0, sentence.get("durationMs").asDouble());
                assertThat(seen.get(1).asString()).isEqualTo(sentence.get("text").asString());
              });
    }
    awaitTrue("[...CSS.highlights.get('spoken-word')].length === 1");
  }

  @Test
  void aClickOnASentencePlaysFromIt() {
    browser.click("#s4");

    awaitPlaying();
    assertThat(currentSentence()).isEqualTo(4);
  }

  @Test
  void speedChangesWhatIsHeardInASecondAndIsRemembered() throws IOException {
    choose("#speed", "2");
    long left = Math.round(sample().get("durationMs").asDouble() / 2000);
    assertThat(text("document.querySelector('#left').textContent"))
        .isEqualTo("−%d:%02d".formatted(left / 60, left % 60));
    browser.click("#play");
    awaitTrue("document.querySelector('#audio').currentTime > 2.5");

    JsonNode pace =
        browser.run(
            """
            const audio = document.querySelector("#audio");
            const before = [audio.currentTime, performance.now()];
            await new Promise((done) => setTimeout(done, 1500));
            return (audio.currentTime - before[0]) * 1000 / (performance.now() - before[1]);
            """);
    assertThat(pace.asDouble()).isCloseTo(2.0, within(0.35));
    assertThat(browser.value("document.querySelector('#audio').preservesPitch").asBoolean())
        .isTrue();

    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(text("document.querySelector('#speed').value")).isEqualTo("2");
  }

  @Test
  void keysStepBySentenceParagraphAndSpeaker() throws IOException {
    List<JsonNode> people = each(sample(), (turn, sentence) -> turn.get("person"));
    List<JsonNode> lines = each(sample(), (turn, sentence) -> sentence.get("paragraph"));
    browser.click("#play");
    awaitPlaying();

    browser.press(Browser.ARROW_RIGHT);
    awaitSentence(1, SOON);
    browser.press("]");
    awaitSentence(firstAfter(1, people), SOON);
    browser.press("[");
    awaitSentence(people.indexOf(people.get(1)), SOON);
    browser.pressWithShift(Browser.ARROW_RIGHT);
    awaitSentence(firstAfter(people.indexOf(people.get(1)), lines), SOON);
    browser.press("k");
    awaitTrue("document.querySelector('#audio').paused");
  }

  @Test
  void everythingNeededCanBeDoneWithTheKeyboard() {
    browser.run("document.querySelector('#source').focus();");
    browser.press("가", "나", "다", ".");
    assertThat(text("document.querySelector('#source').value")).isEqualTo("가나다.");

    tabTo("#seek");
    browser.press(Browser.ARROW_RIGHT);
    assertThat(text("document.querySelector('#seek').getAttribute('aria-valuetext')"))
        .contains("5초");
    tabTo("#play");
    browser.press(" ");
    awaitPlaying();
    browser.press(" ");
    awaitTrue("document.querySelector('#audio').paused");
    browser.run("document.querySelector('#article').focus();");
    tabTo(".sentence");
    browser.press(Browser.ARROW_DOWN, Browser.ENTER);
    awaitPlaying();
    browser.press("?");
    awaitTrue("document.querySelector('#keys').open");
    assertThat(browser.value("document.activeElement.closest('#keys') !== null").asBoolean())
        .isTrue();
  }

  @Test
  void theInterfaceChangesItsLanguageAndRemembersIt() {
    browser.click("#language");
    awaitTrue("document.querySelector('#read').textContent === 'Read aloud'");

    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(text("document.documentElement.lang")).isEqualTo("en");
    assertThat(text("document.querySelector('#transcript').lang")).startsWith("ko");
  }

  @Test
  void singleKeysAreLeftAloneOutsideThePlayer() {
    browser.run("document.querySelector('#language').focus();");
    browser.press("k", "l");

    assertThat(browser.value("document.querySelector('#audio').paused").asBoolean()).isTrue();
  }

  @Test
  void aSentenceCanBeSoughtWhileTheArticleIsMade() {
    ask(longArticle());
    awaitPlaying();

    awaitTrue("document.querySelector('#s3')?.dataset.state === 'ready'");
    browser.click("#s3");

    awaitSentence(3, SOON);
    awaitPlaying();
  }

  @Test
  void theArticleIsTakenUpWhereItWasLeft() {
    browser.click("#s5");
    awaitPlaying();
    browser.press("k");
    awaitTrue("document.querySelector('#audio').paused");

    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    assertThat(currentSentence()).isEqualTo(5);
    assertThat(browser.value("document.querySelector('#audio').paused").asBoolean()).isTrue();
  }

  @Test
  void theQueuePlaysOnByItself() {
    for (String title : List.of("대기열의 첫째", "대기열의 둘째")) {
      type(title + " " + unique() + "\n\n짧은 글입니다.");
      browser.click("#later");
      awaitTrue("document.querySelector('#queue-list').textContent.includes('" + title + "')");
    }
    assertThat(text("document.querySelector('#queue-count').textContent")).isEqualTo("2");

    choose("#speed", "3");
    browser.click("#play");
    awaitPlaying();
    browser.run(
        """
        const slider = document.querySelector("#seek");
        slider.value = slider.max;
        slider.dispatchEvent(new Event("change"));
        """);

    awaitTrue("document.querySelector('#title').textContent.startsWith('대기열의 첫째')");
    awaitTrue("document.querySelector('#title').textContent.startsWith('대기열의 둘째')");
    awaitPlaying();
    assertThat(browser.value("document.querySelector('#queue-count').hidden").asBoolean()).isTrue();
  }

  @Test
  void theSleepTimerStopsAtTheEndOfTheArticleBeforeTheQueue() {
    type("나중 글 " + unique() + "\n\n이 글은 아직 나오지 않습니다.");
    browser.click("#later");
    awaitTrue("!document.querySelector('#queue-count').hidden");
    choose("#sleep", "article");
    browser.click("#play");
    awaitPlaying();
    browser.run(
        """
        const slider = document.querySelector("#seek");
        slider.value = slider.max;
        slider.dispatchEvent(new Event("change"));
        """);

    awaitTrue("document.querySelector('#status').textContent.includes('취침')");
    assertThat(text("document.querySelector('#queue-count').textContent")).isEqualTo("1");
  }

  @Test
  void whatAnotherAppSharesIsRead() {
    browser.open(
        address
            + "/listen?title=&text=%EB%8B%A4%EB%A5%B8%20%EC%95%B1%EC%9D%B4%20%EB%B3%B4%EB%82%B8%20%EA%B8%80%EC%9E%85%EB%8B%88%EB%8B%A4.");
    awaitTrue("document.querySelector('#transcript').textContent.includes('다른 앱이 보낸 글입니다.')");
    assertThat(text("decodeURIComponent(document.querySelector('#bookmarklet').href)"))
        .startsWith("javascript:location.href=\"" + address + "/listen?by=")
        .contains("&url=\"+encodeURIComponent(location.href)");
  }

  @Test
  void aVoiceSaysASentenceToBeKnownBy() {
    browser.click("#open-voices");
    awaitTrue("document.querySelector('#voices .voice-row button')");
    browser.run(
        """
        globalThis.sampled = [];
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () { sampled.push(this); return play.call(this); };
        """);
    browser.click("#voices .voice-row button");
    awaitTrue("sampled.some((sound) => sound.currentTime > 0.3)");
  }

  @Test
  void aRefusedAddressShowsASentenceAndAWayOn() {
    ask("http://127.0.0.1/news");

    awaitTrue("document.querySelector('#problem .actions button') !== null");
    assertThat(text("document.querySelector('#problem p').textContent")).hasSizeGreaterThan(20);
    assertThat(browser.value("document.querySelectorAll('#problem button').length").asInt())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void hostileTextStaysText() {
    ask("<img src=x onerror=\"document.title='broken'\"> 이 줄은 글일 뿐입니다.\n둘째 문장은 조용합니다.");

    awaitTrue("location.search.startsWith('?id=')");
    assertThat(browser.value("document.querySelectorAll('#article img').length").asInt()).isZero();
    assertThat(text("document.title")).isNotEqualTo("broken");
  }

  @Test
  void aMutedRoleIsSkippedNowAndNextTime() throws IOException {
    JsonNode turns = sample().get("turns");
    String role = turns.get(1).get("speaker").asString();
    int first = turns.get(1).at("/sentences/0/index").asInt();
    int others = turns.get(2).at("/sentences/0/index").asInt();
    assertThat(turns.get(2).get("speaker").asString()).isNotEqualTo(role);
    String box = "#muting input[value='role:" + (role.equals("report") ? "reporter" : role) + "']";
    browser.click("#open-voices");
    awaitTrue("document.querySelector(\"" + box + "\") !== null");
    browser.click(box);
    browser.click("#voices-apply");

    browser.click("#s" + first);
    awaitPlaying();
    awaitSentence(others, SOON);

    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    browser.click("#open-voices");
    awaitTrue("document.querySelector(\"" + box + "\")?.checked === true");
  }

  @Test
  void howASentenceIsReadIsExplainedCorrectedAndHeard() {
    browser.run(
        """
        document.querySelector("#open-saying").click();
        const text = document.querySelector("#saying-text");
        text.value = "독립 NDKX";
        document.querySelector("#saying-ask").requestSubmit();
        """);
    awaitTrue("document.querySelector('#saying-pronounced').textContent.startsWith('동닙')");
    assertThat(browser.value("document.querySelectorAll('#saying-steps li').length").asInt())
        .isGreaterThanOrEqualTo(2);

    browser.run("document.querySelectorAll('#saying-words .token')[1].click();");
    assertThat(text("document.querySelector('#saying-written').value")).isEqualTo("NDKX");
    browser.run(
        """
        document.querySelector("#saying-reading").value = "낭독";
        """);
    browser.click("#saying-correct [type=submit]");
    awaitTrue("document.querySelector('#saying-spoken').textContent === '독립 낭독'");
    awaitTrue("document.querySelector('#saying-sound').currentSrc.includes('/clips/')", SOON);
    awaitTrue("document.querySelector('#saying-sound').duration > .5", SOON);
  }

  @Test
  void thePageWithoutAScriptHoldsTheTranscriptAndItsSoundPlays() throws IOException {
    String id = sample().get("id").asString();
    browser.open(address + "/web/favicon.svg");
    String page = text("await (await fetch('/r/" + id + "')).text()");
    var document = org.jsoup.Jsoup.parse(page, address + "/r/" + id);
    assertThat(document.select("h1").text()).isEqualTo(sample().get("title").asString());
    assertThat(document.select("main, article").text())
        .contains(sentence(sample(), 0).get("text").asString());
    assertThat(document.select("a[href*=download]")).isNotEmpty();

    browser.open(document.expectFirst("audio[controls]").absUrl("src"));
    browser.run("document.querySelector('video, audio').muted = true;");
    browser.run("await document.querySelector('video, audio').play();");
    awaitTrue("document.querySelector('video, audio').currentTime > 1");
    assertThat(browser.value("document.querySelector('video, audio').duration * 1000").asDouble())
        .isCloseTo(sample().get("durationMs").asDouble(), within(100.0));
  }

  @Test
  void axeFindsNoViolationInAnyState() throws IOException {
    browser.resize(1280, 2400);
    bringAxe();

    assertAccessible("at rest");
    browser.click("#play");
    awaitPlaying();
    assertAccessible("playing");
    browser.run(
        """
        for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
          if (rule.media?.mediaText.includes("dark")) rule.media.mediaText = "all";
        }
        """);
    assertAccessible("playing, dark");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    bringAxe();
    assertAccessible("taken up again");
    browser.click("[popovertarget=downloads]");
    assertAccessible("downloads open", "#downloads");
    browser.click("[popovertarget=queue]");
    assertAccessible("queue open", "#queue");
    browser.click("[popovertarget=settings]");
    assertAccessible("settings open", "#settings");
    browser.click("#open-keys");
    assertAccessible("keys open", "#keys");
    browser.click("#keys [data-close]");
    browser.click("#open-voices");
    awaitTrue("document.querySelector('#voices select') !== null");
    assertAccessible("voices open", "#voices");
    browser.click("#voices [data-close]");
    browser.run("document.querySelector('#open-saying').click();");
    awaitTrue("document.querySelector('#saying .token') !== null");
    assertAccessible("how it is read", "#saying");
    browser.resize(320, 800);
    assertThat(
            browser
                .value("document.querySelector('#saying').scrollWidth <= innerWidth")
                .asBoolean())
        .as("the explanation fits 320 pixels")
        .isTrue();
    browser.resize(1280, 2400);
    browser.click("#saying [data-close]");
    ask("http://127.0.0.1/news");
    awaitTrue("document.querySelector('#problem button') !== null");
    assertAccessible("a problem");
    browser.resize(320, 400); // as at 400 % on a small laptop
    browser.run("document.querySelector('#problem .actions').scrollIntoView({block: 'center'});");
    assertAccessible("320 pixels wide");
    assertNoSidewaysScrolling();
  }

  @Test
  void onASmallScreenNothingIsCutOffOrCoveredOrTooSmall() {
    browser.resize(320, 640);
    assertNoSidewaysScrolling();
    JsonNode small =
        browser.run(
            """
            return [...document.querySelectorAll("button, select, summary, input[type=range]")]
                .map((one) => [one.id || one.className || one.textContent, one.getBoundingClientRect()])
                .filter(([, box]) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
                .map(([name, box]) => name + " " + box.width + " x " + box.height);
            """);
    assertThat(small).as("controls below 44 pixels").isEmpty();
    JsonNode covered =
        browser.run(
            """
            const dock = document.querySelector(".dock");
            const covered = [];
            for (const sentence of document.querySelectorAll(".sentence")) {
              sentence.focus();
              await new Promise((done) => requestAnimationFrame(done));
              if (sentence.getBoundingClientRect().bottom > dock.getBoundingClientRect().top + 1) covered.push(sentence.id);
            }
            return covered;
            """);
    assertThat(covered).as("sentences that the bar covers when they have the focus").isEmpty();

    browser.run(
        """
        const spacing = new CSSStyleSheet();
        spacing.replaceSync(`* { letter-spacing: .12em !important; word-spacing: .16em !important;
            line-height: 1.5 !important } p { margin-block-end: 2em !important }`);
        document.adoptedStyleSheets = [spacing];
        """);
    assertNoSidewaysScrolling();
  }

  private void assertNoSidewaysScrolling() {
    JsonNode width =
        browser.value(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
    assertThat(width.get(0).asInt()).as("width").isLessThanOrEqualTo(width.get(1).asInt());
  }

  /** Goes on by Tab until an element has the focus, as somebody without a mouse must. */
  private void tabTo(String selector) {
    for (int i = 0; i < 80; i++) {
      if (browser
          .value("document.activeElement.matches(" + Browser.quoted(selector) + ")")
          .asBoolean()) {
        return;
      }
      browser.press(Browser.TAB);
    }
    throw new AssertionError(selector + " can't be reached by Tab.");
  }

  private static List<JsonNode> each(JsonNode reading, BinaryOperator<JsonNode> ofTurnAndSentence) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode turn : reading.get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        values.add(ofTurnAndSentence.apply(turn, sentence));
      }
    }
    return values;
  }

  /** The first index after another at which a value differs from that there. */
  private static int firstAfter(int index, List<JsonNode> values) {
    return IntStream.range(index + 1, values.size())
        .filter(i -> !values.get(i).equals(values.get(index)))
        .findFirst()
        .orElseThrow();
  }

  private String longArticle() {
    StringBuilder text = new StringBuilder("새로 올린 긴 글 " + unique() + "\n\n");
    for (int i = 1; i <= 20; i++) {
      text.append("이것은 ").append(i).append("번째로 쓴 문장이고 조금 길게 이어집니다.\n");
    }
    return text.toString();
  }
}
