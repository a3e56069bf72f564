package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.publish.book.Epubcheck;
import org.nangdok.publish.book.ZipFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Books made of real readings and works, taken away over real HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class BookHttpTest {

  private static final String PAGE =
      """
      <html lang=ko><head><title>들판 길</title></head><body><article><h1>들판에 다시 새 길이 났다</h1>
      <p>들판을 가로지르는 새 길이 오늘 아침 열렸습니다. 마을 사람들이 모여 함께 천천히 걸었습니다.</p>
      <h2>흙으로 다진 길</h2>
      <p>길은 걷기 좋게 흙으로 단단히 다졌습니다. 비가 와도 물이 고이지 않게 자갈을 넉넉히 깔았습니다.</p>
      </article></body></html>
      """;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anEpubOfAReadingIsValidAndItsOverlayLiesOnTheSound() throws Exception {
    JsonNode reading =
        json.readTree(post("/api/readings", json.writeValueAsString(Map.of("html", PAGE))).body());
    String address = "/api/readings/" + reading.get("id").asString();
    get(address + "/events");

    HttpResponse<byte[]> answer = get(address + "/book.epub");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/epub+zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).endsWith(".epub");
    Map<String, byte[]> files = ZipFiles.of(answer.body());
    List<String> heard = new ArrayList<>();
    byte[] whole = get(address + "/audio.mp3").body();
    int bytes = 0;
    for (String chapter : List.of("chapter-0001", "chapter-0002")) {
      byte[] mp3 = Objects.requireNonNull(files.get("EPUB/audio/" + chapter + ".mp3"));
      bytes += mp3.length;
      float[] sound = Mp3Decoding.decode(mp3);
      Element text = xml(Objects.requireNonNull(files.get("EPUB/" + chapter + ".xhtml")));
      for (Element par :
          xml(Objects.requireNonNull(files.get("EPUB/" + chapter + ".smil"))).select("par")) {
        String source = par.select("text").attr("src");
        heard.add(
            Objects.requireNonNull(text.getElementById(source.substring(source.indexOf('#') + 1)))
                .text());
        int begin = millis(par.select("audio").attr("clipBegin"));
        int end = millis(par.select("audio").attr("clipEnd"));
        assertThat(end).isLessThanOrEqualTo(sound.length / 24);
        assertThat(Mp3Decoding.level(sound, begin + 50, begin + 400))
            .as(heard.getLast())
            .isGreaterThan(-40);
      }
    }
    assertThat(bytes).isEqualTo(whole.length);
    List<String> sentences = new ArrayList<>();
    for (JsonNode turn : json.readTree(get(address).body()).get("turns")) {
      turn.get("sentences").forEach(one -> sentences.add(one.get("text").asString()));
    }
    assertThat(heard).isEqualTo(sentences);
    assertThat(ZipFiles.of(get(address + "/daisy.zip").body()))
        .containsKeys("ncc.html", "c0002.smil");
    HttpResponse<byte[]> again = get(address + "/book.epub", "Range", "bytes=0-3");
    assertThat(again.statusCode()).isEqualTo(206);
    assertThat(Epubcheck.problems(Files.write(folder.resolve("a.epub"), answer.body()))).isEmpty();
  }

  @Test
  void aWorkIsTakenAwayAsAnAudiobookWithItsChapters() throws Exception {
    JsonNode work =
        json.readTree(
            post(
                    "/api/works",
                    json.writeValueAsString(
                        Map.of(
                            "title",
                            "가져갈 책",
                            "author",
                            "아무개",
                            "chapters",
                            List.of(
                                Map.of("title", "앞 장", "text", "앞 장의 첫 문장입니다.\n둘째 줄도 있습니다."),
                                Map.of("title", "뒷장; 끝=끝", "text", "뒷장은 짧습니다.")))))
                .body());
    String address = "/api/works/" + work.get("id").asString();
    HttpResponse<byte[]> early = get(address + "/book.epub");
    if (early.statusCode() != 200) {
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(json.readTree(early.body()).get("code").asString()).isEqualTo("work.unfinished");
    }
    JsonNode complete =
        await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(200))
            .until(
                () -> json.readTree(get(address).body()),
                now -> now.get("state").asString().equals("complete"));

    Map<String, byte[]> files = ZipFiles.of(get(address + "/chapters.zip").body());
    assertThat(files).containsKeys("01 - 앞 장.mp3", "02 - 뒷장; 끝=끝.mp3", "가져갈 책.m3u8");
    assertThat(ZipFiles.of(get(address + "/audiobookshelf.zip").body()))
        .containsKey("아무개/가져갈 책/metadata.json");
    Element page =
        Jsoup.parse(
            new String(get(complete.get("page").asString()).body(), StandardCharsets.UTF_8));
    assertThat(page.select("a[data-reading]")).hasSize(2);
    for (String file : page.select("a[href^=/api/works/]").eachAttr("href")) {
      assertThat(get(file).statusCode()).as(file).isIn(200, 400);
    }
    Path epub = Files.write(folder.resolve("w.epub"), get(address + "/book.epub").body());
    HttpResponse<byte[]> m4b = get(address + "/audiobook.m4b");
    if (Ffmpeg.find().isEmpty()) {
      assertThat(m4b.statusCode()).isEqualTo(400);
    } else {
      chaptersAreRead(Files.write(folder.resolve("w.m4b"), m4b.body()), complete);
    }
    assertThat(Epubcheck.problems(epub)).isEmpty();
  }

  private void chaptersAreRead(Path m4b, JsonNode work) throws Exception {
    JsonNode seen = ffprobe(m4b);
    assertThat(seen.get("chapters"))
        .extracting(chapter -> chapter.at("/tags/title").asString())
        .containsExactly("앞 장", "뒷장; 끝=끝");
    double start = work.at("/chapters/0/durationMs").asInt() / 1000.0;
    assertThat(Double.parseDouble(seen.at("/chapters/1/start_time").asString()))
        .isEqualTo(start, org.assertj.core.api.Assertions.within(.01));
    assertThat(seen.at("/format/tags/title").asString()).isEqualTo("가져갈 책");
    assertThat(seen.at("/format/tags/artist").asString()).isEqualTo("아무개");
    assertThat(Double.parseDouble(seen.at("/format/duration").asString()))
        .isEqualTo(
            work.get("durationMs").asInt() / 1000.0, org.assertj.core.api.Assertions.within(.2));
    assertThat(seen.get("streams").toString()).contains("\"attached_pic\":1", "\"aac\"");
  }

  private JsonNode ffprobe(Path file) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "ffprobe",
                  "-v",
                  "error",
                  "-of",
                  "json",
                  "-show_chapters",
                  "-show_format",
                  "-show_streams",
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (java.io.IOException e) {
      Assumptions.abort("Skipped: there is no ffprobe here.");
      throw e;
    }
    return json.readTree(process.getInputStream().readAllBytes());
  }

  private static int millis(String seconds) {
    return (int) Math.round(Double.parseDouble(seconds.replace("s", "")) * 1000);
  }

  private static Element xml(byte[] content) {
    return Jsoup.parse(new String(content, StandardCharsets.UTF_8), "", Parser.xmlParser());
  }

  private HttpResponse<byte[]> post(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }
}
