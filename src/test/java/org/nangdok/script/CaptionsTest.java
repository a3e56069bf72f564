package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nangdok.article.Dropped;

class CaptionsTest {

  @Test
  void timesAndCountersOfSubRipAreNotRead() {
    Script script =
        Lines.script(
            """
            1
            00:00:01,000 --> 00:00:03,500
            The mill closed in the spring.
            2
            00:00:04,000 --> 00:00:06,000
            It sold 1,000 sacks.""",
            "en");

    assertThat(script.turns()).hasSize(1);
    assertThat(script.turns().get(0).lines()).containsExactly(2, 5);
    assertThat(script.dropped()).extracting(Dropped::line).containsExactlyInAnyOrder(0, 1, 3, 4);
  }

  @Test
  void theVoicesOfWebVttSpeak() {
    Script script =
        Lines.script(
            """
            WEBVTT
            00:01.000 --> 00:03.000
            <v Lena Ort>Who painted this bridge?</v>
            00:04.000 --> 00:06.000 align:start
            <v Tom Rand>My grandfather.""",
            "en");

    assertThat(script.turns()).extracting(Turn::name).containsExactly("Lena Ort", "Tom Rand");
    assertThat(script.turns().get(0).text()).isEqualTo("Who painted this bridge?");
  }

  @Test
  void aScoreBetweenSentencesIsRead() {
    Script script = Lines.script("The derby ended late.\n3:12\nNobody left early.", "en");

    assertThat(script.turns().get(0).lines()).contains(1);
  }
}
