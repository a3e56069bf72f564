package org.nangdok.speech.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Utterances;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.voice.Delivery;

/** Where the recording changes inside a vowel nothing is heard but the vowel. */
class JoinsTest {

  private static final VoicesFolder VOICES = VoicesFolder.shipped();
  private static final RecordedEngine ENGINE = RecordedEngine.open(VOICES);
  private static final int MILLI = RecordedEngine.SAMPLE_RATE / 1000;
  private static final List<String> SENTENCES =
      List.of(
          "강변 공워네| 나무 천 그루를 심는 행사가 열렫씀니다",
          "기상청은 모레 밤부터 전구게 비가 내리겓따고 내다봗씀니다",
          "어부드른 새벼게 그무를 거두고| 항구로 도라와 고기를 날랃씀니다",
          "도서과는 여름 방하게 어린이 강좌 열두 개를 엽니다");

  @ParameterizedTest
  @ValueSource(strings = {"sora", "hanbyeol"})
  void noEnergyJumps(String person) {
    var jumps = new ArrayList<Double>();
    for (String sentence : SENTENCES) {
      List<Phrase> plan = plan(sentence);
      short[] sound = ENGINE.speak(plan, person, 1, 0).samples();
      for (int join : joins(plan, person)) {
        double before = level(sound, join - 20 * MILLI, join - 2 * MILLI);
        double after = level(sound, join + 2 * MILLI, join + 20 * MILLI);
        jumps.add(Math.abs(20 * Math.log10(after / before)));
      }
    }

    assertThat(jumps).hasSizeGreaterThan(20);
    jumps.sort(null);
    assertThat(jumps.get(jumps.size() * 95 / 100)).as("95 of 100 joins, dB").isLessThan(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sora", "hanbyeol"})
  void noClicks(String person) {
    for (String sentence : SENTENCES) {
      List<Phrase> plan = plan(sentence);
      short[] sound = ENGINE.speak(plan, person, 1, 0).samples();
      for (int join : joins(plan, person)) {
        double here = roughest(sound, join - 3 * MILLI, join + 3 * MILLI);
        double around =
            Math.max(
                roughest(sound, join - 30 * MILLI, join - 5 * MILLI),
                roughest(sound, join + 5 * MILLI, join + 30 * MILLI));
        assertThat(here).as("join at %d ms of %s", join / MILLI, sentence).isLessThan(3 * around);
      }
    }
  }

  private static List<Phrase> plan(String sentence) {
    return Prosody.plan(
        Utterances.of(sentence, RecordedEngine.NAME, "sora", Delivery.PLAIN).reading());
  }

  /** Samples in which the recording changes inside a vowel. */
  private static List<Integer> joins(List<Phrase> plan, String person) {
    Person who = ENGINE.person(person);
    Inventory inventory = Inventory.read(VOICES, who.recordings());
    List<PhonePlan.Phone> phones = PhonePlan.of(plan, who.tempo()).phones();
    int[] chosen = new Selection(inventory).choose(phones);
    var joins = new ArrayList<Integer>();
    for (int i = 1; i < chosen.length; i++) {
      PhonePlan.Phone phone = phones.get(i);
      if (PhoneKind.of(phone.name()) == PhoneKind.VOWEL && chosen[i] != chosen[i - 1] + 1) {
        double middle = (phone.start() + phone.end()) / 2;
        joins.add((int) (middle * RecordedEngine.SAMPLE_RATE));
      }
    }
    return joins;
  }

  private static double level(short[] sound, int from, int to) {
    double sum = 1;
    for (int i = from; i < to; i++) {
      sum += (double) sound[i] * sound[i];
    }
    return Math.sqrt(sum / (to - from));
  }

  /** The greatest second difference: a click has it far above the sound around. */
  private static double roughest(short[] sound, int from, int to) {
    double most = 1;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(sound[i + 1] - 2.0 * sound[i] + sound[i - 1]));
    }
    return most;
  }
}
