package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of text are told apart by their lines and read in whatever encoding. */
class TextFilesTest {

  private static final String KOREAN = "강가에 오래된 집이 한 채 있었다.\n아무도 그 집에 누가 사는지 몰랐다.\n어느 날 문이 열렸다.\n";

  @ParameterizedTest
  @CsvSource({"UTF-8", "x-windows-949", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void koreanTextIsReadInEveryEncoding(String charset) {
    Document document = Reads.of(KOREAN.repeat(2).getBytes(Charset.forName(charset)));

    assertThat(document.kind()).isEqualTo(DocumentKind.TEXT);
    assertThat(Reads.words(document)).contains("아무도 그 집에 누가 사는지 몰랐다.");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-31j, 川のほとりに古い家があった。誰もその家に誰が住んでいるのか知らなかった。",
    "windows-1251, Дом стоял на берегу реки. Никто не знал кто в нём живёт и откуда он пришёл.",
    "windows-1252, Das Haus stand am Fluß. Niemand wußte wer dort wohnte und woher er gekommen war. Später öffnete sich die Tür."
  })
  void otherEncodingsAreFound(String charset, String text) {
    assertThat(String.join(" ", Reads.words(Reads.of(text.getBytes(Charset.forName(charset))))))
        .isEqualTo(text);
  }

  @Test
  void anHtmlBookWithContentsAndNotesOfItsOwnIsReadWhole() {
    Document document =
        Reads.of(
            "<!DOCTYPE html><html lang=ko><title>여행기</title><body><nav id=TOC role=doc-toc><ul><li><a href=#a>첫째 날</a></ul></nav>"
                + "<h1 id=a>첫째 날</h1><p>우리는 일찍 떠났다.<a href=#fn1 role=doc-noteref>1</a></p><p>비가 왔다.</p>"
                + "<aside role=doc-endnotes><hr><ol><li id=fn1><p>각주 하나.</p></ol></aside>");

    assertThat(Reads.words(document)).containsExactly("첫째 날", "우리는 일찍 떠났다.", "비가 왔다.");
    assertThat(String.join(" ", Reads.left(document, DocumentPart.NOTE))).contains("각주 하나.");
    assertThat(Reads.left(document, DocumentPart.TABLE_OF_CONTENTS)).containsExactly("첫째 날");
  }

  @Test
  void markdownLosesItsSignsAndKeepsItsChapters() {
    Document document =
        Reads.of(
            "---\ntitle: \"여행기\"\n---\n# 첫째 날\n\n우리는 *일찍* 떠났다. [지도](https://example.org/map)를 보았다.[^1]\n\n- 빵\n- 물\n\n# 둘째 날\n\n"
                + "| 곳 | 거리 |\n|---|---|\n| 산 | 십 리 |\n\n```\nx = 1\n```\n\n~~비가 왔다.~~\n\n[^1]: 옛 지도이다.\n");

    assertThat(document.kind()).isEqualTo(DocumentKind.MARKDOWN);
    assertThat(document.title()).isEqualTo("여행기");
    assertThat(Reads.titles(document)).containsExactly("첫째 날", "둘째 날");
    assertThat(Reads.blocks(document))
        .containsExactly(
            "HEADING 첫째 날",
            "PARAGRAPH 우리는 일찍 떠났다. 지도를 보았다.",
            "LIST_ITEM 빵",
            "LIST_ITEM 물",
            "HEADING 둘째 날",
            "TABLE_ROW 곳 | 거리",
            "TABLE_ROW 산 | 십 리");
    assertThat(Reads.left(document, DocumentPart.CODE)).containsExactly("x = 1");
    assertThat(Reads.left(document, DocumentPart.DELETED)).containsExactly("비가 왔다.");
    assertThat(Reads.left(document, DocumentPart.NOTE).getFirst()).startsWith("옛 지도이다.");
  }

  @Test
  void subtitlesAndCaptionsKeepTheirSpeakers() {
    Document vtt =
        Reads.of(
            "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v 한서윤>어디 가세요?\n\n00:00:04.000 --> 00:00:06.000\n<v 이도윤>집에 갑니다.\n\n00:00:07.000 --> 00:00:08.000\n<v 한서윤>같이 가요.\n");
    Document srt =
        Reads.of(
            "1\n00:00:01,000 --> 00:00:03,000\nThe house stood\n\n2\n00:00:04,000 --> 00:00:06,000\nby the river.\n");

    assertThat(vtt.kind()).isEqualTo(DocumentKind.SUBTITLES);
    assertThat(srt.kind()).isEqualTo(DocumentKind.SUBTITLES);
    assertThat(Reads.words(srt)).containsExactly("The house stood by the river.");
    assertThat(vtt.article()).isNotNull();
  }

  @Test
  void feedsAreChaptersOfWhatTheyHold() {
    Document document =
        Reads.of(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>마을 소식</title><item><title>다리</title><description>&lt;p&gt;다리가 놓였다.&lt;/p&gt;</description></item>"
                + "<item><title>학교</title><description>학교가 열렸다.</description></item></channel></rss>");

    assertThat(document.kind()).isEqualTo(DocumentKind.FEED);
    assertThat(document.title()).isEqualTo("마을 소식");
    assertThat(Reads.titles(document)).containsExactly("다리", "학교");
    assertThat(Reads.words(document)).containsExactly("다리", "다리가 놓였다.", "학교", "학교가 열렸다.");
  }

  @Test
  void plainPagesAreReadWholeAndSavedOnesByTheirArticle() {
    Document letter =
        Reads.of(
            "<!DOCTYPE html><html lang=ko><title>편지</title><body><h1>편지</h1><p>잘 있니?</p><p>나는 잘 있다.</p>");

    assertThat(letter.kind()).isEqualTo(DocumentKind.HTML);
    assertThat(Reads.words(letter)).containsExactly("편지", "잘 있니?", "나는 잘 있다.");
    assertThat(letter.language()).isEqualTo("ko");
  }

  @Test
  void booksInPlainTextHaveTheirChaptersAndLosePublishersTerms() {
    var book =
        new StringBuilder(
            "Title: The House\n\nThis eBook is for the use of anyone.\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE HOUSE ***\n\n");
    for (int i = 1; i <= 3; i++) {
      book.append("CHAPTER ").append(i).append("\n\n");
      book.append(
          "The house stood by the river, and nobody in the village knew who lived\nin it or where the people had come from when they were still children.\n\n"
              .repeat(20));
    }
    book.append("*** END OF THE PROJECT GUTENBERG EBOOK THE HOUSE ***\n\nTerms of use.\n");

    Document document = Reads.of(book.toString());

    assertThat(document.title()).isEqualTo("The House");
    assertThat(Reads.titles(document)).containsExactly("CHAPTER 1", "CHAPTER 2", "CHAPTER 3");
    assertThat(Reads.words(document).get(1))
        .isEqualTo(
            "The house stood by the river, and nobody in the village knew who lived in it or where the people had come from when they were still children.");
    assertThat(String.join(" ", Reads.left(document, DocumentPart.LICENCE)))
        .contains("Terms of use.", "anyone");
  }

  @Test
  void aLongTextIsReadWholeThoughItsMiddleOfACharacterWouldBeLookedAt() {
    String text = "가나다라 마바사.\n\n".repeat(30_000);

    assertThat(Reads.of(text).length()).isEqualTo(30_000 * 10);
  }

  @Test
  void whatIsNoTextSaysWhatCanBeRead() {
    for (byte[] file :
        new byte[][] {
          new byte[500],
          "{\"url\": \"https://x.example\"}".getBytes(),
          "<?xml version=\"1.0\"?><svg xmlns=\"s\"/>".getBytes()
        }) {
      assertThatThrownBy(() -> Reads.of(file))
          .isInstanceOfSatisfying(
              DocumentException.class, e -> assertThat(e.code()).isEqualTo("document.unsupported"))
          .hasMessageContaining("plain text");
    }
  }
}
