package org.nangdok.speech.neural.supertonic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "two  spaces | two spaces.",
        "a – b — c | a - b - c.",
        "“quoted” ‘so’ | \"quoted\" 'so'",
        "left[1]_right/up→down | left 1 right up down.",
        "sun 😀☀️ rises | sun rises.",
        "Wait , what ? | Wait, what?",
        "done! | done!",
        "ﬁve | five.",
        "--- | ''"
      })
  void readsAsTheModelWasTaught(String written, String expected) {
    assertThat(ModelText.clean(written)).isEqualTo(expected.equals("''") ? "" : expected);
  }

  @org.junit.jupiter.api.Test
  void hangulIsTakenApart() {
    assertThat(ModelText.clean("간")).isEqualTo("\u1100\u1161\u11AB.");
    assertThat(ModelText.tagged("x", "ko")).isEqualTo("<ko>x</ko>");
  }
}
