package org.nangdok.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;

class PausesTest {

  private static final VoicesFolder VOICES = VoicesFolder.shipped();

  @Test
  void eachStepOfTheTextIsHeardAsALongerRest() {
    int clause = pause("정부는 오늘 새로운 대책을 여러 가지 발표했지만 시민들의 반응은 여전히 아주 차가웠습니다.");
    int sign = pause("정부는 오늘, 새로운 대책을 발표했다.");
    Cast.Pauses between =
        CastingRules.of(YamlFile.read(VOICES, "casting.yaml"), Catalogue.read(VOICES)).pauses();
    List<Integer> steps =
        List.of(
            clause,
            sign,
            (int) between.sentence().toMillis(),
            (int) between.paragraph().toMillis());
    for (int i = 1; i < steps.size(); i++) {
      assertThat(steps.get(i)).isGreaterThanOrEqualTo(steps.get(i - 1) * 3 / 2);
    }
    assertThat(between.speaker()).isGreaterThan(between.paragraph());
    assertThat(between.interview()).isGreaterThan(between.speaker());
    assertThat(between.headline()).isGreaterThan(between.interview());
  }

  private static int pause(String sentence) {
    List<Phrase> plan = Prosody.plan(new KoreanLanguage(VOICES).read(sentence));
    assertThat(plan).hasSizeGreaterThan(1);
    return plan.getFirst().pauseMillis();
  }
}
