package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made to harm are refused with a code; nothing of them is fetched or unpacked. */
class HostileFilesTest {

  private static final DocumentBounds SMALL =
      new DocumentBounds(
          5_000_000, 4_000_000, 2_000_000, 100, 10, 256, 100_000, 5_000, Duration.ofSeconds(20));

  @Test
  void membersThatUnpackToMuchAreRefused() {
    byte[] book = new EpubFiles().page("a.xhtml", "<p>" + "가 ".repeat(3_000_000) + "</p>").bytes();

    assertRefused(book, "document.too-large");
  }

  @Test
  void manyMembersThatTogetherAreTooMuchAreRefused() {
    var book = new EpubFiles();
    for (int i = 0; i < 10; i++) {
      book.page("p" + i + ".xhtml", "<p>" + "a ".repeat(600_000) + "</p>");
    }
    assertRefused(book.bytes(), "document.too-large");
  }

  @Test
  void anArchiveOfVeryManyMembersIsRefused() {
    var book = new EpubFiles().page("a.xhtml", "<p>본문.</p>");
    for (int i = 0; i < 200; i++) {
      book.member("x" + i, "");
    }
    assertRefused(book.bytes(), "document.too-large");
  }

  @Test
  void entitiesAreNotExpanded() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"hahahahaha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    byte[] book =
        new EpubFiles()
            .page("a.xhtml", "<p>본문.</p>")
            .item("b.xhtml", "application/xhtml+xml", "", "")
            .bytes();
    byte[] document =
        Reads.zip(
            "[Content_Types].xml",
            "<Types/>",
            "word/document.xml",
            "<?xml version=\"1.0\"?>"
                + bomb
                + "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>");
    byte[] page =
        new EpubFiles()
            .member("OEBPS/c.xhtml", "")
            .page("a.xhtml", "</body></html>" + bomb + "<p>&b;&f; 끝.</p>")
            .bytes();

    assertThat(Reads.words(Reads.of(book))).containsExactly("본문.");
    assertRefused(document, "document.damaged", "document.empty");
    assertThat(String.join(" ", Reads.words(Reads.of(page))))
        .doesNotContain("haha", "root:")
        .contains("끝.");
  }

  @Test
  void deepNestingEndsInAnAnswer() {
    String deep = "<div>".repeat(100_000) + "<p>속.</p>" + "</div>".repeat(100_000);
    byte[] book = new EpubFiles().page("a.xhtml", deep).bytes();
    byte[] word =
        Reads.zip(
            "[Content_Types].xml",
            "<Types/>",
            "word/document.xml",
            "<d><body>"
                + "<tbl><tr><tc>".repeat(20_000)
                + "<p/>"
                + "</tc></tr></tbl>".repeat(20_000)
                + "</body></d>");

    assertThat(answer(book, SMALL)).isIn("read", "document.too-complex", "document.empty");
    assertThat(answer(word, SMALL)).isIn("document.too-complex");
  }

  @Test
  void namesThatLeadOutOfAnArchiveLeadNowhere() {
    byte[] book =
        new EpubFiles()
            .page("../../../etc/passwd", "<p>본문.</p>")
            .page("a.xhtml", "<p>여기.</p><img src=\"http://127.0.0.1:1/x.png\" alt=\"그림\"/>")
            .bytes();

    assertThat(Reads.words(Reads.of(book))).contains("여기.");
  }

  @Test
  void moreWordsThanAreReadAreRefused() {
    assertRefused("한 줄\n\n".repeat(10_000).getBytes(StandardCharsets.UTF_8), "document.too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK\u0003\u0004",
        "%PDF-1.7\n",
        "{\\rtf1",
        "<?xml version=\"1.0\"?><rss>",
        "MIME-Version: 1.0\nSubject: x\n\n",
        "WEBVTT\n\n",
        "<html>",
        "\u00d0\u00cf\u0011\u00e0"
      })
  void whatFollowsAGoodBeginningMayBeAnything(String beginning) {
    var random = new Random(7);
    for (int i = 0; i < 12; i++) {
      byte[] noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      byte[] start = beginning.getBytes(StandardCharsets.ISO_8859_1);
      byte[] file = Arrays.copyOf(start, start.length + noise.length);
      System.arraycopy(noise, 0, file, start.length, noise.length);
      assertThat(answer(file, SMALL)).matches("read|document\\.[a-z-]+");
    }
  }

  @Test
  void goodFilesWithBrokenBytesGetAnAnswer() {
    byte[] book = new EpubFiles().page("a.xhtml", "<p>본문이 여기 있다.</p>").bytes();
    var random = new Random(11);
    for (int i = 0; i < 60; i++) {
      byte[] broken = book.clone();
      for (int j = 0; j < 8; j++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertThat(answer(Arrays.copyOf(broken, broken.length - random.nextInt(40)), SMALL))
          .matches("read|document\\.[a-z-]+");
    }
  }

  private static String answer(byte[] file, DocumentBounds bounds) {
    try {
      Reads.of(file, bounds, "");
      return "read";
    } catch (DocumentException e) {
      return e.code();
    }
  }

  private static void assertRefused(byte[] file, String... codes) {
    assertThatThrownBy(() -> Reads.of(file, SMALL, ""))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.code()).isIn((Object[]) codes));
  }
}
