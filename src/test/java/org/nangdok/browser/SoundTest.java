package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where the sound comes from, and that the text stays with it, in one engine. */
abstract class SoundTest extends PageTest {

  private static final String AGAIN = "이 말은 똑같이 여러 번 나옵니다.";

  SoundTest(Engine engine) {
    super(engine);
  }

  @Test
  void aNewArticleBeginsWithAClipGoesOnAsOneStreamAndIsSoughtInTheWholeFile() {
    holdCompletionBack();
    choose("#speed", "1.5");
    browser.run("document.querySelector('#volume').value = 40;");
    browser.run("document.querySelector('#volume').dispatchEvent(new Event('input'));");
    ask(article(12));

    awaitTrue("document.querySelector('#audio').currentSrc.includes('/clips/')");
    awaitTrue("document.querySelector('#audio').currentSrc.startsWith('blob:')");
    awaitPlaying();
    awaitSetting("blob:");
    browser.run("document.querySelector('#s7').click();");
    awaitSentence(7, SOON);
    awaitSetting("blob:");

    browser.run("release();");
    awaitTrue("document.querySelector('#making').hidden");
    assertThat(text("document.querySelector('#audio').currentSrc")).startsWith("blob:");
    browser.run("document.querySelector('#s4').click();");
    awaitSentence(4, SOON);
    awaitSetting("/audio.mp3");
  }

  @Test
  void withoutHlsTheChunkedAnswerIsPlayedAndClipsWhereItIsSought() {
    holdCompletionBack();
    browser.run("if (globalThis.MediaSource) MediaSource.isTypeSupported = () => false;");
    ask(article(6));

    awaitTrue("document.querySelector('#audio').currentSrc.endsWith('/audio.mp3')");
    awaitPlaying();
    awaitTrue("document.querySelector('#s3').dataset.state === 'ready'");
    browser.run("document.querySelector('#s3').click();");
    awaitSentence(3, SOON);
    awaitSetting("/clips/");

    browser.run("release();");
    awaitTrue("document.querySelector('#making').hidden");
    browser.run("document.querySelector('#s2').click();");
    awaitSentence(2, SOON);
    awaitSetting("/audio.mp3");
  }

  @Test
  void textAndSoundStayTogetherOverTenMinutesAtEverySpeed() throws IOException {
    String id = tenMinutes();
    browser.open(address + "/?id=" + id);
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    JsonNode reading = Application.get(address, "/api/readings/" + id);
    int last = reading.at("/turns").size() - 1;
    JsonNode sentences = reading.get("turns").get(last).get("sentences");
    int end = sentences.get(sentences.size() - 1).get("index").asInt();
    assertThat(reading.get("durationMs").asLong()).isGreaterThan(600_000);
    browser.run(WATCH);

    double[] speeds = {1, 0.5, 3, 2};
    int[] places = {2, end / 3, 2 * end / 3, end};
    for (int i = 0; i < places.length; i++) {
      choose("#speed", speeds[i] == (int) speeds[i] ? "" + (int) speeds[i] : "" + speeds[i]);
      browser.click("#s" + places[i]);
      awaitSentence(places[i], SOON);
      awaitTrue(
          "!document.querySelector('#audio').paused && !document.querySelector('#audio').muted");
      long from = sentence(reading, places[i]).get("startMs").asLong();
      awaitTrue("document.querySelector('#audio').currentTime * 1000 > " + from);
      JsonNode seen = browser.run("return watch();");
      assertThat(seen.get("frames").asInt()).as("frames seen").isPositive();
      assertThat(seen.get("wrong")).as("marked 80 ms beside the timeline or more").isEmpty();
    }
    assertThat(browser.value("document.querySelector('#audio').duration * 1000").asDouble())
        .isCloseTo(reading.get("durationMs").asDouble(), within(80.0));
    browser.run("document.querySelector('#audio').pause();");

    JsonNode onsets = browser.run("return onsets(" + Browser.quoted(AGAIN) + ");");
    assertThat(onsets)
        .as("the same sentence at the beginning, in the middle, at the end")
        .hasSize(4);
    for (JsonNode onset : onsets) {
      assertThat(onset.asDouble()).isCloseTo(onsets.get(0).asDouble(), within(24.0));
    }
  }

  @Test
  void theTextDoesNotFollowAReaderWhoScrollsUntilItIsAskedTo() {
    browser.resize(1280, 600);
    choose("#speed", "3");
    browser.click("#s2");
    awaitPlaying();
    browser.run("dispatchEvent(new WheelEvent('wheel')); scrollTo({top: 0, behavior: 'instant'});");

    awaitTrue("Number(document.querySelector('[aria-current]').dataset.index) >= 5");
    assertThat(browser.value("scrollY").asInt()).isZero();
    browser.click("#return");
    awaitTrue("scrollY > 0 && document.querySelector('#return').hidden");
  }

  @Test
  void soundThatTheBrowserForbidsIsToldAndComesWithAPress() {
    browser.run("document.querySelector('#play').click();");

    awaitTrue("document.querySelector('#status').textContent.length > 5");
    assertThat(text("document.querySelector('#play').getAttribute('aria-label')")).isEqualTo("듣기");
    browser.click("#play");
    awaitPlaying();
    assertThat(text("document.querySelector('#status').textContent")).isEmpty();
  }

  @Test
  void theSleepTimerStopsAtTheEndOfWhatTheSpeakerSays() throws IOException {
    JsonNode sentences = sample().get("turns").get(1).get("sentences");
    int last = sentences.get(sentences.size() - 1).get("index").asInt();
    browser.click("#s" + last);
    awaitPlaying();
    choose("#sleep", "turn");

    awaitTrue("document.querySelector('#status').textContent.includes('취침')");
    assertThat(browser.value("document.querySelector('#audio').paused").asBoolean()).isTrue();
    assertThat(currentSentence()).isEqualTo(last + 1);
  }

  @Test
  void theSleepTimerStopsAfterTheMinutesThatWereChosen() {
    browser.click("#play");
    awaitPlaying();
    choose("#sleep", "10");
    awaitTrue("!document.querySelector('#sleep-left').hidden");
    browser.run("const now = Date.now; Date.now = () => now() + 9 * 60_000;");
    awaitTrue("/[01]\\D*(:|분)\\D*\\d\\d/.test(document.querySelector('#sleep-left').textContent)");
    assertThat(browser.value("document.querySelector('#audio').paused").asBoolean()).isFalse();
    browser.run("const now = Date.now; Date.now = () => now() + 60_000;");

    awaitTrue("document.querySelector('#status').textContent.includes('취침')");
    assertThat(browser.value("document.querySelector('#audio').paused").asBoolean()).isTrue();
  }

  @Test
  void whatIsSharedBeginsWhereItIsHeard() {
    browser.run(
        """
        globalThis.shared = [];
        Object.defineProperty(navigator, "share", {
          configurable: true, value: async (what) => { shared.push(what); } });
        """);
    browser.click("#s4");
    awaitPlaying();
    browser.click("#share");
    awaitTrue("shared.length === 1");
    assertThat(text("shared[0].url")).matches(address + "/r/[0-9a-f]+#s4");
    assertThat(text("shared[0].title"))
        .isEqualTo(text("document.querySelector('#title').textContent.trim()"));

    browser.run(
        """
        Object.defineProperty(navigator, "share", { configurable: true, value: undefined });
        Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
        """);
    browser.click("#share");
    awaitTrue("document.querySelector('#status').textContent.includes('/r/')");
  }

  @Test
  void theSystemsMediaKeysAndLockScreenDriveTheVoice() {
    browser.run(
        """
        globalThis.keys = {}; globalThis.positions = []; globalThis.told = null;
        globalThis.MediaMetadata = class { constructor(what) { globalThis.told = what; } };
        Object.defineProperty(navigator, "mediaSession", { configurable: true, value: {
          setActionHandler: (action, act) => { keys[action] = act; },
          setPositionState: (state) => { positions.push(state); } } });
        """);
    ask(article(6));
    awaitPlaying();
    awaitTrue("told?.title === document.querySelector('#title').textContent.trim()");
    awaitTrue("positions.some(({ duration, position }) => position > 0 && position <= duration)");
    assertThat(text("navigator.mediaSession.playbackState")).isEqualTo("playing");

    browser.run("keys.pause();");
    awaitTrue("document.querySelector('#audio').paused");
    browser.run("keys.play();");
    awaitPlaying();
    browser.run("keys.seekforward({ seekOffset: 8 });");
    awaitTrue("Number(document.querySelector('[aria-current]').dataset.index) >= 2");
    browser.run("keys.seekto({ seekTime: 0 });");
    awaitTrue("Number(document.querySelector('[aria-current]').dataset.index) === 0");
  }

  /** Waits for sound from an address, at the speed and volume that were set. */
  private void awaitSetting(String source) {
    awaitTrue(
        "document.querySelector('#audio').currentSrc.includes(%s)"
            .formatted(Browser.quoted(source)));
    awaitPlaying();
    awaitTrue(
        "document.querySelector('#audio').playbackRate === Number(document.querySelector('#speed').value)");
    awaitTrue(
        "Math.abs(document.querySelector('#audio').volume * 100 - document.querySelector('#volume').value) < 1");
  }

  private static String article(int sentences) {
    StringBuilder text = new StringBuilder("이어지는 글 " + unique() + "\n\n");
    for (int i = 1; i <= sentences; i++) {
      text.append("이것은 ").append(i).append("번째로 쓴 문장이고 조금 길게 이어집니다.\n");
    }
    return text.toString();
  }

  /** An article of ten minutes, made once for all engines. */
  private String tenMinutes() {
    StringBuilder text = new StringBuilder("십 분 동안 듣는 글\n\n");
    for (int i = 1; i <= 130; i++) {
      text.append("여기는 ").append(i).append("번째 문장이고 조금 더 길게 이어서 읽습니다.\n");
      if (i == 1 || i == 2 || i == 65 || i == 130) {
        text.append(AGAIN).append('\n');
      }
    }
    String id =
        browser
            .run(
                """
                const answer = await fetch("/api/readings", {method: "POST",
                    headers: {"Content-Type": "application/json"}, body: JSON.stringify({text: %s})});
                return (await answer.json()).id;
                """
                    .formatted(Browser.quoted(text.toString())))
            .asString();
    awaitTrue(
        "(await (await fetch('/api/readings/%s')).json()).state === 'complete'".formatted(id),
        Duration.ofSeconds(90));
    return id;
  }

  /** What the page marks, compared with what the service says is heard, frame by frame. */
  private static final String WATCH =
      """
      const id = new URLSearchParams(location.search).get("id");
      const reading = await (await fetch("/api/readings/" + id)).json();
      const sentences = reading.turns.flatMap((turn) => turn.sentences);
      const audio = document.querySelector("#audio");
      const at = (ms) => {
        const sentence = sentences.findLast((one) => one.startMs <= ms) ?? sentences[0];
        const mark = sentence.marks.find((one) => ms - sentence.startMs >= one.start && ms - sentence.startMs < one.end);
        return sentence.index + ":" + (mark ? mark.from : "");
      };
      globalThis.watch = async () => {
        const seen = {frames: 0, wrong: []};
        const until = performance.now() + 1200;
        while (performance.now() < until) {
          await new Promise((done) => requestAnimationFrame(done));
          const ms = audio.currentTime * 1000;
          const [range] = CSS.highlights.get("spoken-sentence");
          const [word] = CSS.highlights.get("spoken-word");
          const shown = range?.startContainer.parentElement.dataset.index + ":" + (word ? word.startOffset : "");
          const heard = Array.from({length: 17}, (_, i) => at(ms + (i - 8) * 10));
          seen.frames++;
          if (!heard.includes(shown)) seen.wrong.push([Math.round(ms), shown, at(ms)]);
        }
        return seen;
      };
      globalThis.onsets = async (text) => {
        const file = await (await fetch("/api/readings/" + id + "/audio.mp3")).arrayBuffer();
        const sound = (await new OfflineAudioContext(1, 24000, 24000).decodeAudioData(file)).getChannelData(0);
        return sentences.filter((one) => one.text === text).map(({startMs}) => {
          let i = startMs * 24 - 2400;
          while (Math.abs(sound[i]) < 0.02) i++;
          return i / 24 - startMs;
        });
      };
      """;
}
