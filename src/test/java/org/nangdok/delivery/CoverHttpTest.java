package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mpatric.mp3agic.Mp3File;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.document.Reads;
import org.nangdok.publish.book.Epubcheck;
import org.nangdok.publish.book.ZipFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The picture of a book that comes in is on everything that goes out. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class CoverHttpTest {

  private static final String EPUB = "application/epub+zip";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aBooksPictureIsOnEverythingThatIsTakenAwayOfTheWork() throws Exception {
    String address = made("/api/works", book("표지 있는 책", picture()));
    byte[] cover = epubCover(get(address + "/book.epub"));

    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(cover));
    assertThat(seen.getWidth()).isEqualTo(800);
    assertThat(seen.getHeight()).isEqualTo(1_200);
    Map<String, byte[]> chapters = ZipFiles.of(get(address + "/chapters.zip"));
    assertThat(chapters.get("cover.jpg")).isEqualTo(cover);
    String mp3 =
        chapters.keySet().stream().filter(name -> name.endsWith(".mp3")).findFirst().orElseThrow();
    var tagged = new Mp3File(Files.write(folder.resolve("a.mp3"), chapters.get(mp3)));
    assertThat(tagged.getId3v2Tag().getAlbumImage()).isEqualTo(cover);
    assertThat(tagged.getId3v2Tag().getAlbumImageMimeType()).isEqualTo("image/jpeg");
    assertThat(ZipFiles.of(get(address + "/audiobookshelf.zip")).entrySet())
        .anyMatch(
            file ->
                file.getKey().endsWith("/cover.jpg")
                    && java.util.Arrays.equals(cover, file.getValue()));
    if (Ffmpeg.find().isPresent()) {
      assertThat(new String(get(address + "/audiobook.m4b"), StandardCharsets.ISO_8859_1))
          .contains(new String(cover, StandardCharsets.ISO_8859_1));
    }
    Path epub = Files.write(folder.resolve("b.epub"), get(address + "/book.epub"));
    assertThat(Epubcheck.problems(epub)).isEmpty();
  }

  @Test
  void aShortBooksPictureIsOnTheReadingsFilesAndABetterOneTakesItsPlace() throws Exception {
    String address = made("/api/readings", book("짧은 책", picture()));
    byte[] cover = epubCover(get(address + "/book.epub"));

    var tagged =
        new Mp3File(Files.write(folder.resolve("b.mp3"), get(address + "/audio.mp3?download")));
    assertThat(tagged.getId3v2Tag().getAlbumImage()).isEqualTo(cover);

    var other = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB), "png", other);
    assertThat(made("/api/readings", book("짧은 책", other.toByteArray()))).isEqualTo(address);
    assertThat(epubCover(get(address + "/book.epub"))).isNotEqualTo(cover);
  }

  @Test
  void whatIsNoPictureLeavesTheMadeCover() throws Exception {
    byte[] hostile = java.util.Arrays.copyOf(picture(), 60);
    String address = made("/api/works", book("표지 없는 책", hostile));

    assertThat(ZipFiles.of(get(address + "/book.epub"))).containsKey("EPUB/cover.png");
  }

  private static byte[] epubCover(byte[] epub) throws Exception {
    Map<String, byte[]> files = ZipFiles.of(epub);
    assertThat(new String(files.get("EPUB/package.opf"), StandardCharsets.UTF_8))
        .contains("href=\"cover.jpg\" media-type=\"image/jpeg\" properties=\"cover-image\"");
    return Objects.requireNonNull(files.get("EPUB/cover.jpg"));
  }

  private static byte[] picture() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1_000, 1_500, BufferedImage.TYPE_INT_ARGB), "png", out);
    return out.toByteArray();
  }

  private static byte[] book(String title, byte[] picture) {
    return Reads.zip(
        "mimetype",
        EPUB,
        "META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
        "b.opf",
        "<package><metadata><title>"
            + title
            + "</title></metadata><manifest><item id=\"a\" href=\"a.xhtml\""
            + " media-type=\"application/xhtml+xml\"/><item id=\"c\" href=\"c.png\""
            + " media-type=\"image/png\" properties=\"cover-image\"/></manifest>"
            + "<spine><itemref idref=\"a\"/></spine></package>",
        "a.xhtml",
        "<html><body><h1>" + title + "</h1><p>짧은 문장입니다.</p></body></html>",
        "c.png",
        picture);
  }

  /** Has a file read; answers the address of what is made, when it is complete. */
  private String made(String door, byte[] book) throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(uri(door))
                .header("Content-Type", EPUB)
                .POST(HttpRequest.BodyPublishers.ofByteArray(book))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode made = json.readTree(answer.body());
    String address = door + "/" + made.get("id").asString();
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> json.readTree(get(address)).get("state").asString().equals("complete"));
    return address;
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private byte[] get(String path) throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
