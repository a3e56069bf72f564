package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What a listener does, in one engine. A missing browser skips the tests with a message, except
 * where the environment says {@code NANGDOK_BROWSERS=required}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlayerTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Engine engine;
  private Browser browser;
  private String address;

  @SuppressWarnings("NullAway") // the browser is started before all tests
  PlayerTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeAll
  void startBrowser() {
    Optional<String> missing = engine.missing();
    if (!"required".equals(System.getenv("NANGDOK_BROWSERS"))) {
      assumeTrue(
          missing.isEmpty(), () -> engine + " is skipped: " + missing.get() + " is not installed.");
    }
    assertThat(missing).as("what %s lacks", engine).isEmpty();
    address = Application.start();
    browser = engine.start();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openStartPage() {
    browser.open(address + "/");
    browser.resize(1280, 900);
    browser.run("localStorage.clear(); localStorage.setItem('nangdok.language', '\"ko\"');");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
  }

  @Test
  void playsTheSamplePastItsThirdSentence() {
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
  void speedChangesWhatIsHeardInASecondAndIsRemembered() {
    choose("#speed", "2");
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
  void aNewArticleSoundsWhileItIsMadeAndMovesToTheWholeFile() {
    ask(longArticle());

    awaitTrue("location.search.startsWith('?id=')");
    awaitPlaying();
    awaitTrue(
        "document.querySelector('#audio').currentSrc.endsWith('/audio.mp3')",
        Duration.ofSeconds(90));
    JsonNode before = browser.value("document.querySelector('[aria-current]').dataset.index");
    assertThat(Integer.parseInt(before.asString())).isPositive();
    awaitPlaying();
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
    browser.click("#voices [data-close]");

    browser.click("#s" + first);
    awaitPlaying();
    awaitSentence(others, SOON);

    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    browser.click("#open-voices");
    awaitTrue("document.querySelector(\"" + box + "\")?.checked === true");
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
    Path axe =
        Path.of(System.getProperty("nangdok.axe", "target/node_modules/axe-core/axe.min.js"));
    if (!"required".equals(System.getenv("NANGDOK_BROWSERS"))) {
      assumeTrue(
          Files.exists(axe), "axe-core is not installed: npm install --prefix target axe-core");
    }
    browser.resize(1280, 2400);
    browser.run(Files.readString(axe) + "; globalThis.axe = axe;");

    assertAccessible("at rest");
    browser.click("#play");
    awaitPlaying();
    assertAccessible("playing");
    browser.click("[popovertarget=downloads]");
    assertAccessible("downloads open");
    browser.click("[popovertarget=settings]");
    assertAccessible("settings open");
    browser.click("#open-keys");
    assertAccessible("keys open");
    browser.click("#keys [data-close]");
    browser.click("#open-voices");
    awaitTrue("document.querySelector('#voices select') !== null");
    assertAccessible("voices open");
    browser.click("#voices [data-close]");
    ask("http://127.0.0.1/news");
    awaitTrue("document.querySelector('#problem button') !== null");
    assertAccessible("a problem");
    browser.resize(320, 400); // as at 400 % on a small laptop
    assertAccessible("320 pixels wide");
    assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .as("no sideways scrolling")
        .isTrue();
  }

  private void assertAccessible(String state) {
    JsonNode violations =
        browser.run(
            """
            const result = await axe.run(document, {runOnly:
                ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
            return result.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target).join(", "));
            """);
    assertThat(violations).as("axe, %s", state).isEmpty();
  }

  private void ask(String source) {
    browser.run(
        """
        const field = document.querySelector("#source");
        field.value = %s;
        field.dispatchEvent(new Event("input"));
        """
            .formatted(Browser.quoted(source)));
    browser.click("#read");
  }

  private void choose(String select, String value) {
    browser.run(
        """
        const list = document.querySelector(%s);
        list.value = %s;
        list.dispatchEvent(new Event("change"));
        """
            .formatted(Browser.quoted(select), Browser.quoted(value)));
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

  private void awaitPlaying() {
    awaitTrue(
        "!document.querySelector('#audio').paused && document.querySelector('#audio').currentTime > 0.2");
  }

  private void awaitSentence(int index, Duration limit) {
    await()
        .atMost(limit)
        .untilAsserted(() -> assertThat(currentSentence()).isBetween(index, index + 1));
  }

  private void awaitTrue(String expression) {
    awaitTrue(expression, SOON);
  }

  private void awaitTrue(String expression, Duration limit) {
    try {
      await(expression)
          .atMost(limit)
          .until(() -> browser.value("Boolean(" + expression + ")").asBoolean());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(expression + " never came true; the page: " + pageState(), e);
    }
  }

  private JsonNode pageState() {
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

  private int currentSentence() {
    return browser
        .value("Number(document.querySelector('[aria-current]')?.dataset.index ?? -1)")
        .asInt();
  }

  private String text(String expression) {
    return browser.value(expression).asString();
  }

  private JsonNode sample() throws IOException {
    String id = Application.get(address, "/api/sample").get("id").asString();
    return Application.get(address, "/api/readings/" + id);
  }

  private static JsonNode sentence(JsonNode reading, int index) {
    for (JsonNode turn : reading.get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        if (sentence.get("index").asInt() == index) {
          return sentence;
        }
      }
    }
    throw new AssertionError("There is no sentence " + index + ".");
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
    StringBuilder text = new StringBuilder("새로 올린 긴 글 " + System.nanoTime() + "\n\n");
    for (int i = 1; i <= 20; i++) {
      text.append("이것은 ").append(i).append("번째로 쓴 문장이고 조금 길게 이어집니다.\n");
    }
    return text.toString();
  }
}
