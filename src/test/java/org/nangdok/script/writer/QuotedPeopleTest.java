package org.nangdok.script.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.Dropped;
import org.nangdok.script.Lines;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Turn;
import org.nangdok.script.line.SourceLine;

class QuotedPeopleTest {

  @Test
  void aQuotedSentenceWhoseSpeakerIsNamedBesideItIsTheirs() {
    Script script = quoted("\"다리는 내년 봄에 열립니다\"라고 고다솜 장관은 말했다. 주민들은 반겼다.", "ko");

    assertThat(script.turns())
        .extracting(Turn::text)
        .containsExactly("다리는 내년 봄에 열립니다", "라고 고다솜 장관은 말했다. 주민들은 반겼다.");
    assertThat(script.turns().get(0).speaker()).isEqualTo(Speaker.INTERVIEW);
    assertThat(script.turns().get(0).name()).isEqualTo("고다솜");
    assertThat(script.turns().get(0).title()).isEqualTo("장관");
    assertThat(script.turns().get(1).speaker()).isEqualTo(Speaker.NARRATOR);
  }

  @Test
  void theNameMayStandBeforeTheQuotation() {
    Script script = quoted("강이 맑아졌다. 고다솜(71) 씨는 “물고기가 돌아왔어요”라며 웃었다.", "ko");

    assertThat(script.turns())
        .extracting(Turn::text)
        .containsExactly("강이 맑아졌다. 고다솜(71) 씨는", "물고기가 돌아왔어요", "라며 웃었다.");
    assertThat(script.turns().get(1).person()).isEqualTo("고다솜");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"The river rose in the night,\" said Nadia Quill, a baker.",
        "Nadia Quill said: \"The river rose in the night.\""
      })
  void englishNamesBesideTheVerbCount(String text) {
    Script script = quoted(text, "en");

    assertThat(script.turns())
        .anySatisfy(
            turn -> {
              assertThat(turn.name()).isEqualTo("Nadia Quill");
              assertThat(turn.text()).startsWith("The river rose");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "그는 \"다리는 내년 봄에 열립니다\"라고 말했다.",
        "고다솜 장관은 '물길'이라는 말을 썼다.",
        "고다솜 장관은 \"새 다리\"라고 불렀다.",
        "고다솜 장관은 나하늘 이장이 \"다리는 내년 봄에 열립니다\"라고 말했다고 전했다.",
        "\"다리는 내년 봄에 열립니다\"라고 적힌 현수막이 걸렸다.",
        "고다솜 장관은 \"다리는 내년 봄에",
        "[앵커]\n\"다리는 내년 봄에 열립니다\"라고 고다솜 장관은 말했다."
      })
  void whoeverIsNotCertainlyQuotedIsReadByTheNarrator(String text) {
    Script script = Lines.script(text, "ko");

    assertThat(QuotedPeople.in(script)).isEqualTo(script);
  }

  @Test
  void noWordIsLostOrMoved() {
    String text =
        "제목\n\"하나를 했습니다\"라고 고다솜 장관은 말했다. 이어 \"둘은 아직입니다\"라고 나하늘 의원은 말했다. 끝."
            + "\n고다솜 장관은 \"셋도 합니다\"라며 일어섰다.";
    Script script = quoted(text, "ko");
    List<SourceLine> lines = new java.util.ArrayList<>();
    String[] printed = text.split("\n");
    for (int i = 0; i < printed.length; i++) {
      lines.add(new SourceLine(i, printed[i]));
    }

    assertThat(Invariant.broken(lines, script.turns(), List.<Dropped>of())).isNull();
    assertThat(script.turns()).extracting(Turn::name).contains("고다솜", "나하늘");
  }

  private static Script quoted(String text, String language) {
    return QuotedPeople.in(Lines.script(text, language));
  }
}
