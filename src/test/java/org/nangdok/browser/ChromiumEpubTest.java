package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The EPUB of a work in a reading system that isn't ours: foliate-js, the engine of Foliate, opens
 * it and plays its overlays. One engine is enough: what is tested is the file.
 */
class ChromiumEpubTest extends BrowserTest {

  private static final Path READER = Path.of("target/node_modules/foliate-js");

  /** Notes which element bears the book's class for what is heard, where the sound is then. */
  private static final String PAGE =
      """
      <!doctype html>
      <meta charset="utf-8">
      <style>foliate-view { display: block; height: 600px }</style>
      <button id="play">Play</button>
      <script type="module">
        import "./view.js";
        const sounds = [];
        globalThis.Audio = class extends Audio {
          constructor(address) { super(address); sounds.push(this); }
        };
        globalThis.seen = [];
        globalThis.faults = [];
        globalThis.now = () => sounds.at(-1)?.currentTime ?? 0;
        const view = document.createElement("foliate-view");
        let last = null;
        setInterval(() => {
          const [shown] = view.renderer?.getContents() ?? [];
          const marked = shown?.doc.getElementsByClassName(view.book.media.activeClass)[0];
          if (!marked || marked === last) return;
          last = marked;
          const ground = getComputedStyle(marked).backgroundColor;
          seen.push({ text: marked.textContent, chapter: shown.index, at: now(), ground });
        }, 20);
        document.body.append(view);
        const file = new File([await (await fetch("book.epub")).blob()], "book.epub");
        await view.open(file);
        view.mediaOverlay.addEventListener("error", ({ detail }) => faults.push(String(detail)));
        await view.init({ showTextStart: true });
        document.getElementById("play").addEventListener("click", () => view.startMediaOverlay());
        globalThis.view = view;
      </script>
      """;

  private final List<HttpServer> servers = new ArrayList<>();

  ChromiumEpubTest() {
    super(Engine.CHROMIUM);
  }

  @AfterAll
  void stopServers() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void aReadingSystemPlaysABookAndMarksEachSentenceWhileItIsHeard() throws IOException {
    requireReader();
    String[] spring = {"봄이 왔습니다.", "강가에 새가 앉았어요.", "물이 맑습니다."};
    String[] summer = {"여름에는 비가 내려요.", "아이들이 뛰놉니다."};
    String book = finishedWork(spring, summer);

    browser.open(serve(book));
    awaitTrue("globalThis.view");
    assertThat(browser.value("view.book.metadata.title").asString()).isEqualTo("두 계절");
    assertThat(browser.value("view.book.toc.map(({ label }) => label)"))
        .extracting(JsonNode::asString)
        .containsExactly("봄", "여름");
    browser.click("#play");

    List<String> all =
        Stream.of(Stream.of("봄"), Stream.of(spring), Stream.of("여름"), Stream.of(summer))
            .flatMap(one -> one)
            .toList();
    awaitTrue(
        "seen.some(({ text }) => text === " + Browser.quoted(all.getLast()) + ")",
        Duration.ofSeconds(60));
    JsonNode seen = browser.value("seen");
    assertThat(browser.value("faults")).isEmpty();
    assertThat(seen).extracting(one -> one.get("text").asString()).containsExactlyElementsOf(all);
    double before = -1;
    int chapter = -1;
    for (JsonNode one : seen) {
      double at = one.get("at").asDouble();
      if (one.get("chapter").asInt() == chapter) {
        assertThat(at).as(one.toString()).isGreaterThan(before);
      }
      chapter = one.get("chapter").asInt();
      before = at;
      assertThat(one.get("ground").asString()).isEqualTo("rgb(255, 243, 176)");
    }
    double last = before;
    await().atMost(SOON).until(() -> browser.value("now()").asDouble() > last);
  }

  private static void requireReader() {
    boolean there = Files.exists(READER.resolve("view.js"));
    if (required()) {
      assertThat(there).as("%s", READER).isTrue();
    }
    assumeThat(there).as("npm install --prefix target foliate-js").isTrue();
  }

  /** A work of chapters, made through the API; answers the address of its EPUB. */
  private String finishedWork(String[] spring, String[] summer) throws IOException {
    browser.open(address + "/web/favicon.svg");
    JsonNode work =
        browser.run(
            """
            const chapter = (title, lines) => ({ title, text: lines.join("\\n") });
            const body = { title: "두 계절", chapters: [chapter("봄", %s), chapter("여름", %s)] };
            const headers = { "Content-Type": "application/json" };
            const answer = await fetch("/api/works", { method: "POST", headers, body: JSON.stringify(body) });
            return answer.json();
            """
                .formatted(
                    Browser.JSON.writeValueAsString(spring),
                    Browser.JSON.writeValueAsString(summer)));
    String path = "/api/works/" + work.get("id").asString();
    await("the work is made")
        .atMost(Duration.ofSeconds(90))
        .until(() -> Application.get(address, path).get("state").asString().equals("complete"));
    return address + path + "/book.epub";
  }

  /** The reader and a book on a server of their own; answers the address of the reader's page. */
  private String serve(String book) throws IOException {
    Path site = Engine.temporaryFolder().toRealPath();
    try (Stream<Path> files = Files.walk(READER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = site.resolve(READER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    URLConnection answer = URI.create(book).toURL().openConnection();
    try (InputStream in = answer.getInputStream()) {
      Files.copy(in, site.resolve("book.epub"));
    }
    Files.writeString(site.resolve("reader-page.html"), PAGE, StandardCharsets.UTF_8);
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress("127.0.0.1", 0), site, SimpleFileServer.OutputLevel.NONE);
    server.start();
    servers.add(server);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/reader-page.html";
  }

  @Override
  JsonNode pageState() {
    return browser.run(
        "return {at: location.href, seen: globalThis.seen, faults: globalThis.faults};");
  }
}
