package org.nangdok.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.Article;
import org.nangdok.article.Paragraph;
import org.nangdok.article.WholeText;

class PartCutterTest {

  @Test
  void noWordIsLostAndNoPartIsTooLongHoweverTheTextIsBroken() {
    String line = "어느 마을에 뱃사공이 살았습니다. ";
    for (String text :
        List.of(
            (line + "\n").repeat(2_000), // many paragraphs
            line.repeat(2_000), // one paragraph without a break
            "가".repeat(50_000), // one word
            "😀".repeat(20_000),
            "짧은 글.")) {
      Article chapter = WholeText.of("제목이 있는 장", text);
      List<PartCutter.Part> parts = PartCutter.cut(List.of(chapter, chapter));

      assertThat(parts)
          .allSatisfy(
              part ->
                  assertThat(WorkRequest.length(part.article()))
                      .isBetween(1L, PartCutter.USUAL + 100L));
      assertThat(words(parts.stream().filter(part -> part.chapter() == 0).toList()))
          .isEqualTo(("제목이 있는 장" + text).replaceAll("\\s", ""));
      assertThat(words(parts))
          .as("no half characters")
          .isEqualTo(
              new String(
                  words(parts).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  java.nio.charset.StandardCharsets.UTF_8));
      assertThat(parts.getFirst().article().paragraphs().getFirst().kind())
          .isEqualTo(Paragraph.Kind.HEADLINE);
      assertThat(parts.stream().map(PartCutter.Part::chapter).distinct()).containsExactly(0, 1);
    }
  }

  private static String words(List<PartCutter.Part> parts) {
    return parts.stream()
        .flatMap(part -> part.article().paragraphs().stream())
        .map(Paragraph::text)
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }

  @Test
  void theFirstPartIsShortSoThatItIsHeardSoon() {
    Article chapter = WholeText.of("", "The river was low that spring.\n".repeat(2_000));
    List<PartCutter.Part> parts = PartCutter.cut(List.of(chapter));
    assertThat(WorkRequest.length(parts.getFirst().article()))
        .isLessThanOrEqualTo(PartCutter.FIRST);
    assertThat(WorkRequest.length(parts.get(1).article())).isGreaterThan(PartCutter.FIRST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chapter 1",
        "CHAPTER IV. The River",
        "Chapter Twenty-One",
        "제3장 강을 건너다",
        "제 3 장",
        "2부",
        "프롤로그",
        "Epilogue",
        "# A heading",
        "## 둘째 마당",
        "부록 1. 지도"
      })
  void headingsOpenChapters(String heading) {
    List<Article> chapters =
        Headings.chapters("앞에 온 글입니다.\n\n" + heading + "\n\n뒤에 온 글입니다.\n끝입니다.");
    assertThat(chapters).hasSize(2);
    assertThat(chapters.get(1).title()).isEqualTo(heading.replaceFirst("^#+ ", ""));
    assertThat(chapters.get(1).paragraphs()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Part of the boat was gone.",
        "The chapter 1 he read was long and the second one longer than that.",
        "3장의 그림이 걸려 있었습니다.",
        "Introductions were made.",
        "1 000 people came.",
        "부록이 두꺼웠다고 모두가 말했습니다."
      })
  void sentencesDont(String line) {
    assertThat(Headings.chapters("앞에 온 글입니다.\n\n" + line + "\n\n뒤에 온 글입니다.")).hasSize(1);
  }

  @Test
  void aHeadingInsideAParagraphIsNone() {
    assertThat(Headings.chapters("그는 말했다.\n제3장\n그리고 갔다.")).hasSize(1);
  }
}
