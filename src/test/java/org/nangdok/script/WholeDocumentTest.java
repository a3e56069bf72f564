package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.script.writer.ScriptWriter;

/** That the whole document decides whether anybody speaks in it, and that it tells why. */
class WholeDocumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We slept in two tents for a month.\nPros: Dry and light.\nCons: The zip sticks.\n"
            + "Best for: Short trips\nThe other tent\nPros: Cheap.\nCons: Heavy.\nBest for: Cars",
        "Plant the bulbs in autumn.\nStep 1: Dig a hole.\nStep 2: Set the bulb.\n"
            + "Step 3: Close the hole.\nWater it once a week.",
        "The law is short.\n(a) \"Well\" means a hole for water.\n(b) \"Owner\" means whoever digs it."
      })
  void fieldsStepsAndLawsStayWithTheNarratorWordForWord(String text) {
    Script script = Lines.script(text, "en");

    assertThat(script.turns()).extracting(Turn::speaker).containsOnly(Speaker.NARRATOR);
    assertThat(script.dropped()).isEmpty();
    assertThat(script.explanation().reading()).isEqualTo("plain");
  }

  @Test
  void theNarratorReturnsAfterADialogueInsideAnArticle() {
    String text =
        """
        The mill has ground rye since 1804. Its owner talked to us.
        REED: Why rye?
        MOSS: I never liked wheat.
        REED: And the wheel?
        MOSS: My father built it.
        The mill opens again in May. A ferry goes there twice a day.
        Entry costs four crowns.""";

    Script script = Lines.script(text, "en");

    assertThat(script.turns().getLast().speaker()).isEqualTo(Speaker.NARRATOR);
    assertThat(script.turns().getLast().lines()).containsExactly(5, 6);
  }

  @Test
  void aReporterWhoTalksWithTheAnchorIsLive() {
    String text =
        """
        [앵커]
        바다가 얼었습니다. 나다솜 기자와 알아봅니다. 배는 다닙니까?
        [기자]
        다니지 않습니다.
        [앵커]
        언제 다시 뜹니까?
        [기자]
        얼음이 녹아야 합니다.""";

    Script script = Lines.script(text, "ko");

    assertThat(script.turns())
        .extracting(Turn::speaker)
        .containsExactly(Speaker.ANCHOR, Speaker.REPORTER, Speaker.ANCHOR, Speaker.REPORTER);
  }

  @Test
  void whatAPagePrintsAboveATranscriptIsNotRead() {
    String text =
        """
        메뉴 열기
        얼음이 덮은 바다와 멈춘 배들의 겨울
        전체 목록
        [앵커]
        바다가 얼었습니다.
        [기자]
        배가 멈췄습니다.""";

    Script script = Lines.script(text, "ko");

    assertThat(script.turns().getFirst().text()).isEqualTo("얼음이 덮은 바다와 멈춘 배들의 겨울");
    assertThat(script.dropped())
        .filteredOn(dropped -> dropped.reason().equals("furniture"))
        .hasSize(2);
  }

  @Test
  void aWishOverridesWhatTheDocumentShows() {
    String dialogue = "REED: Why rye?\nMOSS: I never liked wheat.\nREED: Why?\nMOSS: I can't say.";
    ScriptWriter writer = new ScriptWriter();

    Script narrated = writer.write(Lines.article(dialogue, "en"), Wish.NARRATOR);
    Script spoken = writer.write(Lines.article("Pros: Dry.\nCons: Dear.", "en"), Wish.SPEAKERS);

    assertThat(narrated.turns()).hasSize(1);
    assertThat(spoken.explanation().reading()).isEqualTo("speakers");
  }

  @Test
  void everyLabelIsTracedToARuleAndTheReadingsToTheirSigns() {
    String text = "[앵커]\n바다가 얼었습니다.\n[나다솜 / 어부 : \"배가 멈췄어요.\"]";

    Explanation why = Lines.script(text, "ko").explanation();

    assertThat(why.lines())
        .contains(
            new Explanation.Finding(0, "bracket-word", "anchor"),
            new Explanation.Finding(2, "bracket-clip", "interview"));
    assertThat(why.hypotheses())
        .extracting(Explanation.Hypothesis::reading)
        .isEqualTo(List.of("speakers", "plain"));
    assertThat(why.hypotheses().getFirst().signs()).containsKeys("broadcast-words", "clips");
  }

  /** A blank behind nine letters is no sign that labels have. */
  @Test
  void firstWordsThatComeBackAreNobody() {
    StringBuilder text = new StringBuilder();
    String[] friends = {"Martha", "Oswald", "Judith", "Conrad", "Sabine", "Gideon"};
    for (String friend : friends) {
      text.append("Chosen by ").append(friend).append('\n');
      text.append("The walk along the dyke is what ").append(friend).append(" likes best.\n");
      text.append("I went there twice and I never met anybody but sheep.\n");
      text.append("This path is dry in summer, and we had it to ourselves.\n");
    }
    for (Script script :
        List.of(Lines.script(text.toString(), "en"), Lines.spoken(text.toString(), "en"))) {
      assertThat(script.turns()).extracting(Turn::speaker).containsOnly(Speaker.NARRATOR);
      assertThat(script.turns().stream().map(Turn::text).collect(Collectors.joining(" ")))
          .contains("The walk", "I went", "This path", "Chosen by Martha");
    }
  }
}
