package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.mpatric.mp3agic.Mp3File;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.PlaylistType;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.ReadingDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Taking an article away, in every kind of file, over real HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/downloads", "nangdok.sample=false"})
class DownloadHttpTest {

  private static final String ARTICLE =
      """
      들판에 새 길이 났습니다

      [앵커]
      들판을 가로지르는 새 길이 오늘 열렸습니다.
      민들레 기자가 걸어 봤습니다.
      [기자]
      길은 걷기 좋게 흙으로 다졌습니다.
      마을 사람들은 벌써 저녁마다 이 길을 걷습니다.
      """;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  @Autowired private ReadingDesk desk;
  @Autowired private Covers covers;
  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private String address = "";

  @BeforeEach
  void askForAReading() throws Exception {
    String body = "{\"text\":" + json.writeValueAsString(ARTICLE) + "}";
    HttpRequest ask =
        HttpRequest.newBuilder(uri("/api/readings"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    JsonNode reading = json.readTree(client.send(ask, HttpResponse.BodyHandlers.ofString()).body());
    address = "/api/readings/" + reading.get("id").asString();
    get(address + "/events"); // ends when it is complete
  }

  @Test
  void theMp3ThatIsTakenAwayHasATagAndTheSameSound() throws Exception {
    byte[] plain = get(address + "/audio.mp3").body();
    HttpResponse<byte[]> answer = get(address + "/audio.mp3?download");
    byte[] tagged = answer.body();
    Mp3File file = new Mp3File(Files.write(folder.resolve("a.mp3"), tagged));

    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(tagged.length);
    assertThat(Arrays.copyOfRange(tagged, tagged.length - plain.length, tagged.length))
        .isEqualTo(plain);
    assertThat(file.getId3v2Tag().getTitle()).isEqualTo("들판에 새 길이 났습니다");
    assertThat(file.getId3v2Tag().getAlbumImageMimeType()).isEqualTo("image/png");
    JsonNode reading = json.readTree(get(address).body());
    assertThat(file.getId3v2Tag().getChapters()).hasSameSizeAs(reading.get("turns"));
    assertThat(file.getId3v2Tag().getChapters().get(1).getStartTime())
        .isEqualTo(reading.at("/turns/1/sentences/0/startMs").asInt());
    assertThat(file.isVbr()).isFalse();
    assertThat(file.getBitrate()).isEqualTo(64);
  }

  @Test
  void aPagesSubheadingsAreChapters() throws Exception {
    String html =
        """
        <html lang=ko><head><title>들판 길</title></head><body><article><h1>들판에 새 길이 났다</h1>
        <p>들판을 가로지르는 새 길이 오늘 열렸습니다. 마을 사람들이 아침부터 모여 함께 걸었습니다.</p>
        <h2>흙으로 다진 길</h2>
        <p>길은 걷기 좋게 흙으로 다졌습니다. 비가 와도 물이 고이지 않게 자갈을 깔았습니다.</p>
        <h2>내년에는 더 길게</h2>
        <p>마을은 내년에 길을 강가까지 늘리기로 했습니다. 나무도 백 그루 심을 계획입니다.</p>
        </article></body></html>
        """;
    HttpRequest ask =
        HttpRequest.newBuilder(uri("/api/readings"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("html", html))))
            .build();
    JsonNode reading = json.readTree(client.send(ask, HttpResponse.BodyHandlers.ofString()).body());
    address = "/api/readings/" + reading.get("id").asString();
    get(address + "/events");

    JsonNode chapters = json.readTree(get(address + "/chapters.json").body()).get("chapters");

    assertThat(chapters)
        .extracting(chapter -> chapter.get("title").asString())
        .endsWith("흙으로 다진 길", "내년에는 더 길게");
    Path mp3 = Files.write(folder.resolve("b.mp3"), get(address + "/audio.mp3?download").body());
    assertThat(new Mp3File(mp3).getId3v2Tag().getChapters()).hasSameSizeAs(chapters);
  }

  @Test
  void rangesOfTheTaggedMp3AreItsOwn() throws Exception {
    byte[] whole = get(address + "/audio.mp3?download").body();
    HttpResponse<byte[]> plain = get(address + "/audio.mp3");
    int border = whole.length - plain.body().length;
    HttpResponse<byte[]> across =
        get(address + "/audio.mp3?download", "Range", "bytes=" + (border - 5) + "-" + (border + 4));

    assertThat(across.statusCode()).isEqualTo(206);
    assertThat(across.body()).isEqualTo(Arrays.copyOfRange(whole, border - 5, border + 5));
    assertThat(across.headers().firstValue("Content-Range"))
        .contains("bytes " + (border - 5) + "-" + (border + 4) + "/" + whole.length);
    assertThat(across.headers().firstValue("ETag"))
        .isNotEqualTo(plain.headers().firstValue("ETag"));
    String etag = across.headers().firstValue("ETag").orElseThrow();
    assertThat(get(address + "/audio.mp3?download", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({"wav,audio/wav", "flac,audio/flac", "ogg,audio/ogg", "opus,audio/ogg"})
  void otherKindsAreMadeOfTheSameSound(String extension, String type) throws Exception {
    HttpResponse<byte[]> answer = get(address + "/audio." + extension + "?download");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .endsWith("." + extension);
    assertThat(new String(answer.body(), 0, 4, StandardCharsets.US_ASCII))
        .isEqualTo(Map.of("wav", "RIFF", "flac", "fLaC").getOrDefault(extension, "OggS"));
    if (extension.equals("wav")) {
      int millis = json.readTree(get(address).body()).get("durationMs").asInt();
      assertThat(answer.body()).hasSize(44 + millis * 48);
    }
  }

  @Test
  void anM4aNeedsFfmpegAndSaysSoWhereThereIsNone() throws Exception {
    HttpResponse<byte[]> answer = get(address + "/audio.m4a?download");
    if (Ffmpeg.find().isPresent()) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("audio/mp4");
      assertThat(new String(answer.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    } else {
      assertThat(answer.statusCode()).isEqualTo(400);
    }
    var without = new Downloads(desk, covers, URI.create("http://localhost"), Optional.empty());
    assertThatThrownBy(() -> without.require("m4a"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(ProblemStatus.of(problem.code()).value()).isEqualTo(400));
  }

  @Test
  void theArchiveHoldsSoundTranscriptAndCaptions() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    HttpResponse<byte[]> answer = get(address + "/article.zip");
    var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entries.put(entry.getName(), zip.readAllBytes());
    }

    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains(".zip");
    String name = "들판에 새 길이 났습니다.";
    assertThat(entries)
        .containsKeys(name + "mp3", name + "txt", name + "vtt", name + "srt", name + "json");
    assertThat(entries.get(name + "mp3")).isEqualTo(get(address + "/audio.mp3?download").body());
    assertThat(entries.get(name + "vtt")).startsWith("WEBVTT".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anHlsPlayerGetsTheSameSoundInTimedPieces() throws Exception {
    HttpResponse<byte[]> answer = get(address + "/audio.m3u8");
    MediaPlaylist playlist =
        new MediaPlaylistParser().readPlaylist(new ByteArrayInputStream(answer.body()));

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.apple.mpegurl");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(playlist.playlistType()).contains(PlaylistType.EVENT);
    assertThat(playlist.ongoing()).isFalse();
    var joined = new ByteArrayOutputStream();
    double seconds = 0;
    for (MediaSegment segment : playlist.mediaSegments()) {
      assertThat(segment.duration()).isLessThanOrEqualTo(playlist.targetDuration());
      HttpResponse<byte[]> piece = get(address + "/" + segment.uri());
      assertThat(piece.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      byte[] body = piece.body();
      assertThat(new String(body, 0, 3, StandardCharsets.US_ASCII)).isEqualTo("ID3");
      int tag = 10 + body[9];
      assertThat(new String(body, 20, tag - 29, StandardCharsets.US_ASCII))
          .isEqualTo("com.apple.streaming.transportStreamTimestamp");
      assertThat(ByteBuffer.wrap(body).getLong(tag - 8) / 90_000.0)
          .isCloseTo(seconds, within(.001));
      joined.write(body, tag, body.length - tag);
      seconds += segment.duration();
    }
    assertThat(joined.toByteArray()).isEqualTo(get(address + "/audio.mp3").body());
    assertThat(get(address + "/segments/0-1.mp3").statusCode()).isEqualTo(404);
    assertThat(get("/api/readings/0000/audio.m3u8").statusCode()).isEqualTo(404);
  }

  @Test
  void aHeadTellsTheKindWithoutMakingTheFile() throws Exception {
    for (String path : new String[] {"/audio.flac", "/audio.ogg", "/article.zip", "/audio.wav"}) {
      HttpResponse<byte[]> head =
          client.send(
              HttpRequest.newBuilder(uri(address + path))
                  .method("HEAD", HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
    assertThat(get("/api/readings/0000/audio.flac").statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
