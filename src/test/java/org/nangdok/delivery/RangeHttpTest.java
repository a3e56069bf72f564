package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.file.Ffmpeg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every file of sound answers to ranges and conditions (RFC 9110, 13 and 14). */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/ranges", "nangdok.sample=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RangeHttpTest {

  private static final String ARTICLE = "골짜기에 새 다리가 놓였습니다. 아이들이 먼저 건넜습니다. 저녁에는 등불도 켜집니다.";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();
  private String base = "";

  @BeforeEach
  void makeTheReading() throws Exception {
    if (!base.isEmpty()) {
      return;
    }
    String body = "{\"text\":" + json.writeValueAsString(ARTICLE) + "}";
    HttpRequest ask =
        HttpRequest.newBuilder(uri("/api/readings"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    JsonNode reading = json.readTree(client.send(ask, HttpResponse.BodyHandlers.ofString()).body());
    base = "/api/readings/" + reading.get("id").asString();
    get(base + "/events"); // ends when it is complete
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audio.mp3",
        "finished",
        "audio.mp3?download",
        "audio.wav",
        "audio.flac",
        "audio.ogg",
        "audio.opus?download",
        "audio.m4a",
        "article.zip",
        "segment",
        "clip"
      })
  void keepsTheContractOfRanges(String file) throws Exception {
    assumeTrue(!file.contains("m4a") || Ffmpeg.find().isPresent(), "ffmpeg is not installed");
    String path = address(file);

    HttpResponse<byte[]> first = get(path, "Range", "bytes=0-1"); // as Apple's players begin
    byte[] whole = get(path).body();
    int length = whole.length;
    String etag = first.headers().firstValue("ETag").orElseThrow();

    assertPart(first, whole, 0, 2);
    assertThat(get(path).headers().firstValue("ETag")).contains(etag);
    assertThat(get(path).headers().firstValue("Accept-Ranges")).contains("bytes");
    assertPart(get(path, "Range", "bytes=100-1099"), whole, 100, 1_100);
    assertPart(get(path, "Range", "bytes=1000-"), whole, 1_000, length);
    assertPart(get(path, "Range", "bytes=-500"), whole, length - 500, length);
    assertPart(get(path, "Range", "bytes=-99999999"), whole, 0, length);
    assertPart(get(path, "Range", "bytes=5-99999999"), whole, 5, length);
    assertPart(get(path, "Range", "bytes=0-0", "If-Range", etag), whole, 0, 1);

    for (String odd : List.of("bytes=9-5", "bytes=x", "sheep=0-1", "bytes=0-1,5-6", "bytes=-")) {
      HttpResponse<byte[]> answer = get(path, "Range", odd);
      assertThat(answer.statusCode()).as(odd).isEqualTo(200);
      assertThat(answer.body()).as(odd).isEqualTo(whole);
    }
    HttpResponse<byte[]> changed = get(path, "Range", "bytes=0-1", "If-Range", "\"older\"");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo(whole);

    HttpResponse<byte[]> beyond = get(path, "Range", "bytes=" + length + "-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + length);
    assertThat(json.readTree(beyond.body()).get("code").asString()).isEqualTo("request.range");

    for (String same : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<byte[]> known = get(path, "If-None-Match", same, "Range", "bytes=0-1");
      assertThat(known.statusCode()).as(same).isEqualTo(304);
      assertThat(known.body()).isEmpty();
    }
    assertThat(get(path, "If-None-Match", "\"x\"").body()).isEqualTo(whole);

    HttpResponse<byte[]> head = send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(length);
    assertThat(head.headers().firstValue("ETag")).contains(etag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio.mp3", "audio.wav", "audio.flac", "article.zip", "segment"})
  void aReaderWhoTakesLittleAtATimeGetsEverything(String file) throws Exception {
    String path = address(file);
    byte[] whole = get(path).body();
    var taken = new ByteArrayOutputStream();

    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(1_024);
      socket.connect(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      String request = "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var piece = new byte[700];
      for (int n = socket.getInputStream().read(piece);
          n >= 0;
          n = socket.getInputStream().read(piece)) {
        taken.write(piece, 0, n);
      }
    }

    byte[] answer = taken.toByteArray();
    assertThat(Arrays.copyOfRange(answer, answer.length - whole.length, answer.length))
        .isEqualTo(whole);
  }

  private static void assertPart(HttpResponse<byte[]> answer, byte[] whole, int from, int to) {
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.headers().firstValue("Content-Range"))
        .contains("bytes " + from + "-" + (to - 1) + "/" + whole.length);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(to - from);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
  }

  private String address(String file) throws Exception {
    return switch (file) {
      case "segment" ->
          base
              + "/"
              + new String(get(base + "/audio.m3u8").body(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> line.startsWith("segments/"))
                  .findFirst()
                  .orElseThrow();
      case "finished" ->
          get(base + "/audio.mp3").headers().firstValue("Content-Location").orElseThrow();
      case "clip" ->
          json.readTree(get(base).body())
              .get("turns")
              .get(0)
              .get("sentences")
              .get(0)
              .get("clip")
              .asString();
      default -> base + "/" + file;
    };
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
