package org.nangdok.speech.mary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.Loudness;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.Utterances;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/** The people made of one English voice: each has a pitch of their own, whoever else speaks. */
class SltPeopleTest {

  private static final String SENTENCE = "All roads along the river are now open again";

  private static final List<String> SENTENCES =
      List.of(
          SENTENCE,
          "Farmers said the drought kept them from planting rice on time",
          "The new library holds more than a hundred thousand books",
          "A court ruled that the company must pay its workers what it owes");

  private static MaryEngine engine;

  @BeforeAll
  static void start() {
    engine = new MaryEngine();
  }

  private static Speech say(String voice, double semitones) {
    return engine.speak(Utterances.of(SENTENCE, "mary", voice, new Delivery(1, semitones, false)));
  }

  @Test
  void eachPersonHasTheirPitch() {
    double own = pitch(say("cmu-slt-hsmm", 0));
    for (String name : List.of("slt-bright", "slt-warm", "slt-tenor", "slt-baritone", "slt-bass")) {
      double semitones = 12 * Math.log(pitch(say(name, 0)) / own) / Math.log(2);
      assertThat(semitones)
          .as(name)
          .isBetween(SltPerson.of(name).semitones() - 1.2, SltPerson.of(name).semitones() + 1.2);
    }
  }

  @Test
  void aPitchThatOneCallerAsksForIsHeardByNobodyElse() {
    Speech before = say("slt-tenor", 0);
    Speech moved = say("slt-tenor", 3);
    Speech after = say("slt-tenor", 0);

    assertThat(12 * Math.log(pitch(moved) / pitch(before)) / Math.log(2)).isBetween(2.0, 4.0);
    assertThat(pitch(after)).isBetween(pitch(before) * .99, pitch(before) * 1.01);
    assertThat(Sound.likeness(before, after)).isGreaterThan(.9);
  }

  /** BS.1770; what the catalogue adds makes everybody as loud as all other voices. */
  @Test
  void everybodyIsAsLoudAsAllOtherVoices() {
    List<Voice> people =
        Catalogue.read(VoicesFolder.shipped()).voices().stream()
            .filter(voice -> voice.engine().equals("mary") && voice.language().equals("en"))
            .toList();
    assertThat(people).hasSize(6);
    for (Voice person : people) {
      double loudness =
          SENTENCES.stream()
              .map(text -> Utterances.of(text, "mary", person.engineVoice(), Delivery.PLAIN))
              .mapToDouble(utterance -> Loudness.integrated(engine.speak(utterance)))
              .average()
              .orElseThrow();
      assertThat(loudness + person.gain()).as(person.id()).isBetween(-20.5, -17.5);
    }
  }

  /** The median over windows of 40 ms in which a period stands out, in hertz. */
  private static double pitch(Speech speech) {
    List<Double> found = new ArrayList<>();
    int window = speech.sampleRate() / 25;
    for (int at = 0; at + 2 * window < speech.samples().length; at += window) {
      double hertz = period(speech, at, window);
      if (hertz > 0) {
        found.add(hertz);
      }
    }
    found.sort(null);
    assertThat(found).hasSizeGreaterThan(15);
    return found.get(found.size() / 2);
  }

  private static double period(Speech speech, int at, int window) {
    int rate = speech.sampleRate();
    double best = .75;
    double hertz = 0;
    for (int lag = rate / 320; lag <= rate / 70; lag += 2) {
      double likeness = likeness(speech.samples(), at, window, lag);
      if (likeness > best + .02) {
        best = likeness;
        hertz = (double) rate / lag;
      }
    }
    return hertz;
  }

  private static double likeness(short[] samples, int at, int window, int lag) {
    double both = 0;
    double one = 1;
    double other = 1;
    for (int i = at; i < at + window; i += 3) {
      both += (double) samples[i] * samples[i + lag];
      one += (double) samples[i] * samples[i];
      other += (double) samples[i + lag] * samples[i + lag];
    }
    return one < window * 1000.0 ? 0 : both / Math.sqrt(one * other);
  }
}
