package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pasted text with signs of its own: what it is read as, what is read and what is left out. */
class PastedFormsTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  private List<String> read(String form, String text) {
    Article article = extractor.fromText(text);
    assertThat(article.details().readAs()).isEqualTo(form);
    assertThat(LineLedger.isBalanced(text, article.paragraphs(), article.dropped())).isTrue();
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }

  @Test
  void webVttWithNotes() {
    String text =
        """
        WEBVTT - Evening news

        NOTE made by hand

        00:01.000 --> 00:03.000 align:start
        The mill wheel turns again,

        00:03.000 --> 00:05.000
        and the children came to look.

        00:05.000 --> 00:07.000
        Will it stay?
        """;
    assertThat(read("subtitles", text))
        .containsExactly(
            "The mill wheel turns again, and the children came to look.", "Will it stay?");
  }

  @Test
  void captionsWithSpeakersKeepTheirLinesForTheScript() {
    String text =
        """
        WEBVTT

        00:01.000 --> 00:03.000
        <v Ann>The mill wheel turns again.

        00:05.000 --> 00:07.000
        <v Bo>Will it stay?
        """;
    assertThat(extractor.fromText(text).details().readAs()).isNull();
  }

  @Test
  void aLettersHeadInsideAStoryIsNoMail() {
    String text =
        "The letter that ended it was short.\nFrom: the harbour office\nTo: all crews\n"
            + "Subject: Friday\nThe ferry stops on Friday.\nIt hangs in the museum now.\n";
    assertThat(extractor.fromText(text).details().readAs()).isNull();
  }

  @Test
  void messagesOfTwoMessengers() {
    String english =
        """
        12/01/2026, 18:02 - Messages and calls are end-to-end encrypted.
        12/01/2026, 18:03 - Ann Lee: The ferry is late again.
        Half an hour at least.
        12/01/2026, 18:05 - Bo: I take the bridge then.
        12/01/2026, 18:06 - Bo: <Media omitted>
        """;
    assertThat(read("messages", english))
        .containsExactly(
            "Ann Lee: The ferry is late again. Half an hour at least.",
            "Bo: I take the bridge then.");
    String korean =
        """
        2026년 1월 12일 월요일
        2026년 1월 12일 오후 6:03, 서하늘 : 배가 또 늦는대요.
        2026년 1월 12일 오후 6:05, 유바다 : 그럼 다리로 갈게요.
        """;
    assertThat(read("messages", korean)).containsExactly("서하늘: 배가 또 늦는대요.", "유바다: 그럼 다리로 갈게요.");
  }

  @Test
  void mailWithAnEarlierOneBelow() {
    String text =
        """
        From: Ann Lee <ann@example.com>
        To: desk@example.com
        Date: Mon, 12 Jan 2026 18:02:00 +0900
        Subject: Re: Opening of the library

        The library opens on Friday, and the mayor will read the first page
        of the oldest book aloud.

        On Sun, 11 Jan 2026 at 09:00, Bo Kim <bo@example.com> wrote:
        > When does the library open? We would like to send somebody with a
        > camera.

        --
        Ann Lee, Harbour Museum
        """;
    assertThat(read("mail", text))
        .containsExactly(
            "Opening of the library",
            "The library opens on Friday, and the mayor will read the first page of the oldest book aloud.",
            "When does the library open? We would like to send somebody with a camera.");
  }

  @Test
  void markdownLosesItsSigns() {
    String text =
        """
        # The old mill

        The mill by the river **turns again**. The [town](https://town.example)
        paid for the wheel.

        ## What it costs

        - 40 lamps
        - two *new* doors

        ```
        cost = 40
        ```
        """;
    assertThat(read("markdown", text))
        .containsExactly(
            "The old mill",
            "The mill by the river turns again. The town paid for the wheel.",
            "What it costs",
            "40 lamps",
            "two new doors");
  }

  @Test
  void pagesOfAPdfWithCompounds() {
    String text =
        """
        Harbour Report

        The well-known ferry crossed the bay for the last time in the autu-
        mn of the year, and a well-
        known captain stood at its wheel until the lamps
        Harbour Report
        12
        Harbour Report
        were out.

        Nobody spoke.

        13
        """;
    List<String> lines = read("pdf", text);
    assertThat(lines)
        .contains(
            "The well-known ferry crossed the bay for the last time in the autumn of the year, and a well-known captain stood at its wheel until the lamps were out.",
            "Nobody spoke.");
    assertThat(lines).filteredOn(line -> line.contains("12") || line.contains("13")).isEmpty();
  }

  @Test
  void proseIsReadAsItIs() {
    for (String text :
        List.of(
            "The train left at 9:12.\nAt 10:00 it was in Belmar.\nNobody was late.",
            "[서하늘 / 주민] 오래 기다렸어요.\n[유바다 / 상인] 손님이 늘었어요.",
            "1. Boil the water.\n2. Add salt.\n3. Wait.",
            "From: the harbour came a cry.\nNobody heard it.")) {
      assertThat(extractor.fromText(text).details().readAs()).isNull();
    }
  }
}
