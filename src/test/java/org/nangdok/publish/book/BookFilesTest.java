package org.nangdok.publish.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.mpatric.mp3agic.Mp3File;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BookFilesTest {

  /** A PNG of one pixel. */
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @TempDir Path folder;

  /** A part of silence whose sentences last a second each. */
  private record Silent(List<Turn> turns, String language) implements Book.Part {

    @Override
    public Transcript transcript() {
      return new Transcript(
          "x", "x", language, null, null, null, null, "x", millis(), turns, List.of());
    }

    @Override
    public long millis() {
      return turns.stream().mapToLong(turn -> turn.sentences().size()).sum() * 1_008;
    }

    @Override
    public void write(OutputStream out) throws java.io.IOException {
      out.write(Mp3Frames.silence((int) (millis() / Mp3Frames.MILLIS)));
    }
  }

  /** Lines of which those that begin with # are headings, those with NAME| another's words. */
  private static Book.Part part(String language, String... lines) {
    List<Turn> turns = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < lines.length; i++) {
      String[] parts = lines[i].split("\\|", 2);
      String person = parts.length == 2 ? parts[0] : null;
      boolean heading = lines[i].startsWith("#");
      String text = parts[parts.length - 1].replaceFirst("^#", "");
      List<Sentence> sentences = new ArrayList<>();
      for (String sentence : text.split("(?<=[.다]\\.?) ")) {
        sentences.add(new Sentence(sentence, i, heading, at, at + 900));
        at += 1_008;
      }
      turns.add(
          new Turn(
              person == null ? "narrator" : "interview",
              person == null ? "narrator" : person,
              person,
              null,
              person == null ? "ko-a" : "ko-b",
              null,
              sentences));
    }
    return new Silent(turns, language);
  }

  private static Book book() {
    return new Book(
        "0123456789abcdef",
        "두 강 <이야기> & \"하나\"",
        "아무개",
        "ko",
        "https://news.example/story?a=1&b=2",
        Instant.parse("2026-11-30T01:02:03.456Z"),
        new Book.Cover("image/png", PIXEL),
        List.of(
            new Book.Chapter(
                "첫 강",
                List.of(
                    part("ko", "#첫 강", "강물이 맑습니다. 배가 뜹니다.", "홍길순|여기 <서요> & 가요.", "해가 집니다."),
                    part("ko", "#밤", "달이 뜹니다. \u0000\u0001물결 \uD83D\uDE00 소리."))),
            new Book.Chapter("2", List.of(part("en", "The river is low. Nobody comes.")))),
        List.of("셋째 강: 읽을 목소리가 없습니다."));
  }

  private static byte[] made(String name, Book book) throws Exception {
    var out = new ByteArrayOutputStream();
    BookFile.byName(name).orElseThrow().write(book, out);
    return out.toByteArray();
  }

  @Test
  void anEpubIsValid() throws Exception {
    Path epub = Files.write(folder.resolve("book.epub"), made("book.epub", book()));
    assertThat(Epubcheck.problems(epub)).isEmpty();
    Path wrong = folder.resolve("wrong.epub");
    Files.write(
        wrong,
        new String(Files.readAllBytes(epub), StandardCharsets.ISO_8859_1)
            .replace("application/epub+zip", "application/epub+zap")
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Epubcheck.problems(wrong)).as("the judge judges").isNotEmpty();
  }

  @Test
  void anEpubsOverlayTellsWhenEachSentenceIsHeardWithoutAGap() throws Exception {
    Map<String, byte[]> files = ZipFiles.of(made("book.epub", book()));
    assertThat(files.keySet().iterator().next()).isEqualTo("mimetype");
    for (String chapter : List.of("chapter-0001", "chapter-0002")) {
      var text = xml(Objects.requireNonNull(files.get("EPUB/" + chapter + ".xhtml")));
      int at = 0;
      List<String> heard = new ArrayList<>();
      for (Element par :
          xml(Objects.requireNonNull(files.get("EPUB/" + chapter + ".smil"))).select("par")) {
        String id = par.select("text").attr("src").replace(chapter + ".xhtml#", "");
        heard.add(Objects.requireNonNull(text.getElementById(id)).text());
        assertThat(par.select("audio").attr("clipBegin")).isEqualTo(MediaTime.seconds(at));
        at += 1_008;
        assertThat(par.select("audio").attr("clipEnd")).isEqualTo(MediaTime.seconds(at));
      }
      assertThat(heard).isEqualTo(text.select("span[id]").eachText());
      assertThat(files.get("EPUB/audio/" + chapter + ".mp3")).hasSize(at / 24 * 192);
    }
    var first = xml(Objects.requireNonNull(files.get("EPUB/chapter-0001.xhtml")));
    assertThat(first.select("h1").eachText()).containsExactly("첫 강");
    assertThat(first.select("h2").eachText()).containsExactly("밤");
    assertThat(first.select(".speaker").eachText()).containsExactly("홍길순", "낭독");
    assertThat(first.text()).contains("여기 <서요> & 가요.");
    assertThat(xml(Objects.requireNonNull(files.get("EPUB/unread.xhtml"))).text()).contains("셋째 강");
    assertThat(new String(files.get("EPUB/package.opf"), StandardCharsets.UTF_8))
        .contains("2026-11-30T01:02:03Z", "<dc:creator>아무개</dc:creator>", "Nangdok (ko-b)");
  }

  @Test
  void aDaisyBookKeepsTheRules() throws Exception {
    Map<String, byte[]> files = ZipFiles.of(made("daisy.zip", book()));
    DaisyRules.hold(files);
    assertThat(xml(Objects.requireNonNull(files.get("ncc.html"))).select("h1").eachText())
        .containsExactly("두 강 <이야기> & \"하나\": 첫 강", "2");
    assertThat(xml(Objects.requireNonNull(files.get("c0002.html"))).text())
        .contains("셋째 강: 읽을 목소리가 없습니다.");
  }

  @Test
  void aChapterIsAnMp3WithATagAndAPlaceInThePlaylist() throws Exception {
    Map<String, byte[]> files = ZipFiles.of(made("chapters.zip", book()));
    List<String> mp3 = files.keySet().stream().filter(name -> name.endsWith(".mp3")).toList();
    assertThat(mp3).containsExactly("01 - 첫 강.mp3", "02 - 2.mp3");
    var tagged = new Mp3File(Files.write(folder.resolve("a.mp3"), files.get(mp3.get(0))));
    assertThat(tagged.getId3v2Tag().getTitle()).isEqualTo("첫 강");
    assertThat(tagged.getId3v2Tag().getAlbum()).isEqualTo(book().title());
    assertThat(tagged.getId3v2Tag().getTrack()).isEqualTo("1/2");
    assertThat(tagged.getId3v2Tag().getAlbumImage()).isEqualTo(PIXEL);
    String list = new String(files.get("두 강 이야기 & 하나.m3u8"), StandardCharsets.UTF_8);
    assertThat(list.lines().filter(line -> !line.startsWith("#"))).isEqualTo(mp3);
    assertThat(list).contains("#EXTINF:8,첫 강\n");
  }

  @Test
  void audiobookshelfFindsAuthorTitleAndChapters() throws Exception {
    Map<String, byte[]> files = ZipFiles.of(made("audiobookshelf.zip", book()));
    String root = "아무개/두 강 이야기 & 하나/";
    assertThat(files.keySet()).allMatch(name -> name.startsWith(root));
    assertThat(files).containsKeys(root + "01 - 첫 강.mp3", root + "cover.png");
    JsonNode facts = JsonMapper.shared().readTree(files.get(root + "metadata.json"));
    assertThat(facts.get("title").asString()).isEqualTo(book().title());
    assertThat(facts.at("/authors/0").asString()).isEqualTo("아무개");
    JsonNode chapters = facts.get("chapters");
    assertThat(chapters).hasSize(2);
    assertThat(chapters.get(0).get("start").asDouble()).isZero();
    assertThat(chapters.get(1).get("start").asDouble())
        .isEqualTo(chapters.get(0).get("end").asDouble());
    assertThat(chapters.get(1).get("end").asDouble()).isEqualTo(book().millis() / 1000.0);
  }

  private static Element xml(byte[] content) {
    return Jsoup.parse(new String(content, StandardCharsets.UTF_8), "", Parser.xmlParser());
  }
}
