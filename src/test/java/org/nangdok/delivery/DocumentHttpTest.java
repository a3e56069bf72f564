package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.document.Reads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files over real HTTP: as a form, by themselves, shared with the page; short, long and broken. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class DocumentHttpTest {

  private static final String FORM = "multipart/form-data; boundary=here";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aBookOfTwoLanguagesIsReadByTwoVoicesAndSaysWhatItLeavesOut() throws Exception {
    byte[] book =
        book(
            "<h1>강가의 집</h1><p>강가에 오래된 집이 한 채 있었다.</p><p xml:lang=\"en\">She left.</p>"
                + "<p>문이 닫혔다.<span epub:type=\"pagebreak\">7</span></p>");

    HttpResponse<String> answer = post("/api/readings?speed=1.2", "application/epub+zip", book);
    JsonNode reading = json.readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(202);
    Set<String> korean = new HashSet<>();
    Set<String> english = new HashSet<>();
    for (JsonNode turn : reading.get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        String voice =
            sentence.has("voice") ? sentence.get("voice").toString() : turn.get("voice").toString();
        (sentence.get("text").asString().contains("She") ? english : korean).add(voice);
      }
    }
    assertThat(english).isNotEmpty();
    assertThat(korean).isNotEmpty();
    assertThat(reading.get("dropped").toString()).contains("page-number");
    assertThat(reading.get("warnings").toString()).contains("page-number 1");
  }

  @Test
  void theSameFileAsAFormIsTheSameReadingAndOptionsChangeIt() throws Exception {
    byte[] book =
        book("<p>강가에 오래된 집이 한 채 있었다.</p><aside epub:type=\"footnote\"><p>각주가 있다.</p></aside>");

    JsonNode plain = json.readTree(post("/api/readings", "application/octet-stream", book).body());
    JsonNode form =
        json.readTree(post("/api/readings", FORM, form(book, "options", "{\"speed\":1}")).body());
    JsonNode notes = json.readTree(post("/api/readings", FORM, form(book, "read", "note")).body());

    assertThat(form.get("id")).isEqualTo(plain.get("id"));
    assertThat(notes.get("id")).isNotEqualTo(plain.get("id"));
    assertThat(notes.get("turns").toString()).contains("각주가 있다.");
  }

  @Test
  void aLongBookBecomesAWork() throws Exception {
    byte[] book = book("<h1>첫 장</h1>" + "<p>강물이 천천히 흐르고 해가 졌다.</p>".repeat(12_000));

    HttpResponse<String> answer = post("/api/readings", FORM, form(book, "language", "ko"));

    assertThat(answer.statusCode()).isEqualTo(202);
    String address = answer.headers().firstValue("Location").orElse("");
    assertThat(address).startsWith("/api/works/");
    client.send(
        HttpRequest.newBuilder(uri(address)).DELETE().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatAFileHoldsCanBeAskedBefore() throws Exception {
    JsonNode view =
        json.readTree(post("/api/documents", FORM, form(book("<p>본문.</p>"), "x", "y")).body());

    assertThat(view.get("kind").asString()).isEqualTo("epub");
    assertThat(view.get("chapters")).hasSize(1);
  }

  @Test
  void filesThatAreSharedWithThePageOpenTheirReading() throws Exception {
    HttpResponse<String> shared = post("/listen", FORM, form(book("<p>본문이다.</p>"), "title", "x"));
    HttpResponse<String> address = post("/listen", FORM, fields("url", "https://news.example/a"));

    assertThat(shared.statusCode()).isEqualTo(303);
    assertThat(shared.headers().firstValue("Location").orElse("")).contains("/?id=");
    assertThat(address.headers().firstValue("Location").orElse(""))
        .contains("/listen?url=https%3A%2F%2Fnews.example%2Fa");
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, %PDF-1.7 broken, 422, document.damaged",
    "image/png, GIF89a, 415, document.unsupported",
    "text/plain, '{\"url\": \"https://x.example\"}', 415, document.unsupported",
    "application/x-www-form-urlencoded, a=b, 415, request.media-type",
    "application/epub+zip, '', 422, document.empty",
    "multipart/form-data; boundary=here, nothing, 400, request"
  })
  void whatCantBeReadSaysWhy(String type, String body, int status, String code) throws Exception {
    for (String door :
        new String[] {
          "/api/readings", "/api/articles", "/api/scripts", "/api/documents", "/api/works"
        }) {
      HttpResponse<String> answer = post(door, type, body.getBytes(StandardCharsets.UTF_8));

      assertThat(answer.statusCode()).as(door + " " + answer.body()).isEqualTo(status);
      assertThat(json.readTree(answer.body()).get("code").asString()).startsWith(code);
    }
  }

  private static byte[] book(String body) {
    return Reads.zip(
        "mimetype",
        "application/epub+zip",
        "META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
        "b.opf",
        "<package><metadata/><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
        "a.xhtml",
        "<html xmlns:epub=\"e\"><body>" + body + "</body></html>");
  }

  private static byte[] form(byte[] file, String name, String value) throws Exception {
    var out = new ByteArrayOutputStream();
    out.write(
        "--here\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.epub\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    out.write(file);
    out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    out.write(fields(name, value));
    return out.toByteArray();
  }

  private static byte[] fields(String name, String value) {
    return ("--here\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"\r\n\r\n"
            + value
            + "\r\n--here--\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port).resolve(path);
  }

  private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
