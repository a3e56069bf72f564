package org.nangdok.browser;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Puts the ways of playing an article that is still being made side by side, in three engines: clip
 * by clip, the HLS stream, the chunked answer, and what the player does (a clip, then the stream).
 *
 * <p>{@code java -cp … org.nangdok.browser.RungsBenchmark http://127.0.0.1:8080 [CHROMIUM …]}
 */
final class RungsBenchmark {

  private static final Map<String, String> WAYS =
      Map.of(
          "clips", "sound.rungs.after = () => null;",
          "stream",
              """
              await stream.prepare();
              const own = sound.rungs.choose;
              sound.rungs.choose = (timeline, place, now) => {
                const chosen = own.call(sound.rungs, timeline, place, now);
                if (!chosen) return null;
                sound.rungs.choose = own;
                return {rung: "stream", address: sound.rungs.making.stream, ms: timeline.timeOf(place)};
              };
              """,
          "chunked", "Object.defineProperty(stream, 'way', {value: 'none'});",
          "player", "");

  private static final String SCRIPT =
      """
      const make = (tag, id) => Object.assign(document.createElement(tag), {id, textContent: id});
      document.body.replaceChildren(make("button", "go"), make("audio", "audio"));
      const {Sound} = await import("/web/player/sound.js");
      const {Stream} = await import("/web/player/stream.js");
      const {Timeline} = await import("/web/reading/timeline.js");
      const {createReading, followReading} = await import("/web/reading/server.js");
      const audio = document.querySelector("#audio");
      const stream = new Stream(audio);
      const sound = new Sound(audio, stream);
      globalThis.found = null;
      let complete = false;
      const events = {pause: 0, ended: 0, emptied: 0, waiting: 0};
      for (const event of Object.keys(events)) audio.addEventListener(event, () => events[event]++);
      const tick = (ms) => new Promise((done) => setTimeout(done, ms));
      const at = () => sound.timeline.timeOf(sound.at());
      const moving = async () => {
        const from = audio.currentTime;
        while (audio.paused || sound.output.landing || sound.state !== "playing" || audio.currentTime === from) await tick(4);
      };
      const text = "견주어 보는 글 " + performance.now() + Math.random() + "\\n\\n" + Array.from({length: 120}, (_, i) =>
          `여기는 ${i + 1}번째 문장이고 조금 더 길게 이어서 읽습니다.`).join("\\n");
      %s
      document.querySelector("#go").onclick = async () => {
        const pressed = performance.now();
        audio.play().catch(() => {}); // keeps the right to sound
        const reading = await createReading({text});
        const timeline = new Timeline(reading);
        sound.open(timeline, null);
        const base = "/api/readings/" + reading.id;
        sound.rungs.offer({stream: base + "/audio.m3u8", chunked: base + "/audio.mp3"});
        followReading(reading.id, {clip: (s) => { timeline.update(s); sound.refresh(); },
            complete() { complete = true; }, failed() {}, broken() {}, back() {}});
        const asked = performance.now() - pressed;
        sound.play();
        await moving();
        const first = performance.now() - pressed;
        await tick(500);
        for (const event of Object.keys(events)) events[event] = 0;
        const began = [performance.now(), at()];
        await tick(12000);
        const lag = (performance.now() - began[0]) - (at() - began[1]);
        const heard = sound.at().index;
        const during = {...events};
        const rung = sound.rung;
        const target = Math.min(heard + 12, timeline.sentences.findLastIndex((s) => s.startMs !== null) - 4);
        const sought = performance.now();
        sound.seek({index: target, offset: 0}, true);
        await moving();
        const seek = performance.now() - sought;
        const missed = at() - timeline.starts[target] - (performance.now() - sought);
        while (!complete) await tick(50);
        await tick(500);
        const swapped = [performance.now(), at()];
        sound.offerWhole(base + "/audio.mp3");
        sound.seek(sound.at(), true);
        while (sound.rung !== "whole" && performance.now() - swapped[0] < 8000) await tick(20);
        await moving();
        await tick(300);
        const swap = (performance.now() - swapped[0]) - (at() - swapped[1]);
        globalThis.found = {asked, first, lag, swap, last: sound.rung, sentences: heard, during, rung, seek, seekRung: sound.rung, target,
            beyond: Math.round(missed), made: timeline.settled};
        sound.pause();
      };
      """;

  private RungsBenchmark() {}

  public static void main(String[] arguments) {
    List<Engine> engines =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length).stream().map(Engine::valueOf).toList()
            : List.of(Engine.values());
    for (Engine engine : engines) {
      for (String way : List.of("clips", "stream", "chunked", "player")) {
        try (Browser browser = engine.start()) {
          browser.open(arguments[0] + "/?id=none");
          browser.run(SCRIPT.formatted(WAYS.get(way)));
          browser.click("#go");
          JsonNode found =
              browser.run(
                  """
                  for (let i = 0; i < 500 && !globalThis.found; i++) await new Promise((d) => setTimeout(d, 100));
                  return globalThis.found;
                  """);
          System.out.println(engine + " " + way + " " + found);
        } catch (RuntimeException e) {
          System.out.println(engine + " " + way + " " + e);
        }
      }
    }
    System.exit(0);
  }
}
