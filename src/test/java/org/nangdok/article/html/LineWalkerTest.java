package org.nangdok.article.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class LineWalkerTest {

  private static List<String> lines(String html) {
    return LineWalker.read(Jsoup.parse(html).body(), true).lines().stream()
        .map(PageLine::text)
        .toList();
  }

  @Test
  void linesEndAtBlocksAndAtEveryBreak() {
    assertThat(lines("one<br>two<br><br>three<div>four</div>five<p>six"))
        .containsExactly("one", "two", "three", "four", "five", "six");
  }

  @Test
  void sentencesThatWereWrappedByHandAreJoined() {
    assertThat(
            lines(
                "The new library by the river opened its doors on<br>Monday, after three years of work and many a<br>quarrel.<br>It is open."))
        .containsExactly(
            "The new library by the river opened its doors on",
            "Monday, after three years of work and many a quarrel.",
            "It is open.");
  }

  @Test
  void linksAndEmphasisStayInTheirSentence() {
    assertThat(lines("<p>The <a href='/x'>new <b>library</b></a> is <em>open</em>."))
        .containsExactly("The new library is open.");
  }

  @Test
  void rubyReadingsAndFootnoteMarksAreSkipped() {
    assertThat(lines("<p><ruby>図書館<rp>(</rp><rt>としょかん</rt><rp>)</rp></ruby>が開いた。"))
        .containsExactly("図書館が開いた。");
    assertThat(lines("<p>It opened<sup><a href='#n1'>[1]</a></sup> on Monday."))
        .containsExactly("It opened on Monday.");
  }

  @Test
  void whatNoReaderSeesIsSkipped() {
    assertThat(
            lines(
                "<p>seen</p><noscript><p>no</p></noscript><template><p>no</p></template>"
                    + "<p hidden>no</p><p style='display: none'>no</p><p style='visibility:hidden'>no</p>"
                    + "<span class='sr-only'>no</span>"
                    + "<script>no</script><style>no</style><button>no</button><select><option>no</select>"))
        .containsExactly("seen");
  }

  @Test
  void whatIsHiddenFromAidsOnlyIsSeen() {
    assertThat(
            lines("<p>The word <ruby><rb aria-hidden='true'>橋</rb><rt>はし</rt></ruby> is seen.</p>"))
        .containsExactly("The word 橋 is seen.");
  }

  @Test
  void tablesOfWordsAreReadRowByRow() {
    assertThat(
            lines(
                "<table><tr><th>Year</th><th>Books</th></tr><tr><td>2023</td><td>300</td></tr></table>"))
        .containsExactly("Year | Books", "2023 | 300");
  }

  @Test
  void tablesAroundBlocksAreNoRows() {
    assertThat(
            lines(
                "<table><tr><td><ul><li>one</li><li>two</li></ul></td><td><h1>three</h1></td></tr></table>"))
        .containsExactly("one", "two", "three");
  }

  @Test
  void hiddenTextIsSeenWhereHidingIsNotTrusted() {
    assertThat(
            LineWalker.read(Jsoup.parse("<p style='display:none'>text</p>").body(), false).lines())
        .hasSize(1);
  }

  @Test
  void rangesHoldTheLinesOfABlock() {
    var body = Jsoup.parse("<p>a</p><div id='d'><p>b</p><p>c</p></div><p>d</p>").body();
    PageLines page = LineWalker.read(body, true);
    assertThat(page.of(body.selectFirst("#d"))).isEqualTo(new PageLines.Range(1, 3));
    assertThat(page.of(body.selectFirst("#none")).size()).isZero();
  }

  @Test
  void linkAndBoldWeightAreCounted() {
    PageLine line =
        LineWalker.read(Jsoup.parse("<p>ab <a>cd</a> <b>ef</b>").body(), true).lines().getFirst();
    assertThat(line.weight()).isEqualTo(6);
    assertThat(line.linkWeight()).isEqualTo(2);
    assertThat(line.boldWeight()).isEqualTo(2);
  }

  @Test
  void aSyllableOfHangulWeighsTwo() {
    PageLine line = LineWalker.read(Jsoup.parse("<p>책 a").body(), true).lines().getFirst();
    assertThat(line.weight()).isEqualTo(3);
  }
}
