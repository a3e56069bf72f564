package org.nangdok.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nangdok.language.SpokenWord;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

/** What every engine promises. */
public abstract class EngineContract {

  /** The engine under test, started. */
  protected abstract Engine engine();

  /** One of its voices. */
  protected abstract String engineVoice();

  /** A sentence that it can speak, as words; a bar ends an intonational phrase. */
  protected abstract String sentence();

  /** Another sentence. */
  protected abstract String otherSentence();

  /** Words that a real text may hold and that aren't in the engine's language. */
  protected abstract List<String> oddWords();

  /** Whether the engine knows when each word is heard, or estimates it. */
  protected boolean marksAreExact() {
    return true;
  }

  /** How much softer than the whole a word may be, in dB: estimated marks may miss a part of it. */
  protected double mostBelow() {
    return 15;
  }

  @Test
  void marksEveryWordInOrderInsideTheSound() {
    Utterance utterance = utterance(sentence(), Delivery.PLAIN);

    Speech speech = engine().speak(utterance);

    assertThat(speech.exact()).isEqualTo(marksAreExact());
    assertThat(speech.marks()).hasSameSizeAs(utterance.reading().words());
    int before = 0;
    for (int i = 0; i < speech.marks().size(); i++) {
      Mark mark = speech.marks().get(i);
      SpokenWord word = utterance.reading().words().get(i);
      assertThat(mark.start()).isGreaterThanOrEqualTo(before);
      assertThat(mark.end()).isGreaterThan(mark.start());
      assertThat(mark.textStart()).isEqualTo(word.start());
      assertThat(mark.textEnd()).isEqualTo(word.end());
      before = mark.end();
    }
    assertThat(before).isBetween(speech.millis() - 200, speech.millis());
  }

  @Test
  void tellsEverySoundInsideItsWordIfItKnows() {
    Assumptions.assumeTrue(engine() instanceof PhoneticEngine, "It knows of words only.");
    Utterance utterance = utterance(sentence(), Delivery.PLAIN);
    List<Mark> marks = engine().speak(utterance).marks();

    List<TimedPhone> phones = ((PhoneticEngine) engine()).phones(utterance);

    int before = 0;
    for (TimedPhone phone : phones) {
      Mark word =
          marks.stream()
              .filter(mark -> mark.textStart() == phone.textStart())
              .findFirst()
              .orElseThrow();
      assertThat(phone.start()).isGreaterThanOrEqualTo(before);
      assertThat(phone.end()).isGreaterThanOrEqualTo(phone.start());
      // An engine may not last exactly as long every time.
      assertThat(phone.start()).isGreaterThan(word.start() - 60);
      assertThat(phone.end()).isLessThan(word.end() + 60);
      before = phone.end();
    }
    assertThat(phones.stream().map(TimedPhone::textStart).distinct()).hasSameSizeAs(marks);
  }

  @Test
  void isLoudWhereTheMarksAre() {
    Speech speech = engine().speak(utterance(sentence(), Delivery.PLAIN));

    double whole = Sound.activeLevel(speech.samples(), speech.sampleRate());
    for (Mark mark : speech.marks()) {
      int from = mark.start() * speech.sampleRate() / 1000;
      int to = mark.end() * speech.sampleRate() / 1000;
      short[] word = Arrays.copyOfRange(speech.samples(), from, to);
      assertThat(Sound.activeLevel(word, speech.sampleRate())).isGreaterThan(whole - mostBelow());
    }
    assertThat(Sound.peak(speech.samples())).isLessThan(32767);
  }

  @Test
  void saysTheSameWordsTheSameWay() {
    Speech once = engine().speak(utterance(sentence(), Delivery.PLAIN));
    Speech other = engine().speak(utterance(otherSentence(), Delivery.PLAIN));
    Speech again = engine().speak(utterance(sentence(), Delivery.PLAIN));

    assertThat(Sound.likeness(once, again)).isGreaterThan(.8);
    assertThat(Sound.likeness(once, other)).isLessThan(.6);
  }

  @Test
  void namesAVersionThatStays() {
    assertThat(engine().name()).matches("[a-z][a-z0-9-]*");
    assertThat(engine().version()).isNotBlank().isEqualTo(engine().version());
  }

  @Test
  void speaksFasterAndSlowerWhenAsked() {
    double plain = engine().speak(utterance(sentence(), Delivery.PLAIN)).millis();
    double fast = engine().speak(utterance(sentence(), new Delivery(1.5, 0, false))).millis();
    double slow = engine().speak(utterance(sentence(), new Delivery(0.7, 0, false))).millis();

    assertThat(plain / fast).isBetween(1.3, 1.6);
    assertThat(plain / slow).isBetween(0.65, 0.8);
  }

  @Test
  void soundsThroughATelephoneWhenAsked() {
    Speech plain = engine().speak(utterance(sentence(), Delivery.PLAIN));
    Speech phone = engine().speak(utterance(sentence(), new Delivery(1, 0, true)));

    assertThat(Sound.likeness(plain, phone)).isGreaterThan(.6);
    assertThat(phone.millis()).isBetween(plain.millis() - 60, plain.millis() + 60);
  }

  @Test
  void servesFourThreadsAtOnce() throws Exception {
    List<String> sentences = List.of(sentence(), otherSentence());
    List<Speech> alone = new ArrayList<>();
    for (String text : sentences) {
      alone.add(engine().speak(utterance(text, Delivery.PLAIN)));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Speech>> results = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String text = sentences.get(i % 2);
        Callable<Speech> task = () -> engine().speak(utterance(text, Delivery.PLAIN));
        results.add(threads.submit(task));
      }
      for (int i = 0; i < 6; i++) {
        assertThat(Sound.likeness(alone.get(i % 2), results.get(i).get())).isGreaterThan(.8);
      }
    }
  }

  @Test
  void stopsSoonWhenItsThreadIsInterrupted() throws Exception {
    String longText = (sentence() + "| ").repeat(20).strip();
    var started = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Speech> speech =
          threads.submit(
              () -> {
                started.countDown();
                return engine().speak(utterance(longText, Delivery.PLAIN));
              });
      started.await();
      threads.shutdownNow();
      assertThatThrownBy(() -> speech.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SpeechException.class)
          .hasMessageContaining("interrupted");
    }
    assertThat(engine().speak(utterance(sentence(), Delivery.PLAIN)).samples()).isNotEmpty();
  }

  @Test
  void survivesOddWords() {
    String text = "%s %s %s".formatted(sentence(), String.join(" ", oddWords()), sentence());

    Speech speech = engine().speak(utterance(text, Delivery.PLAIN));

    int plain = engine().speak(utterance(sentence(), Delivery.PLAIN)).millis();
    assertThat(speech.millis()).isGreaterThan(2 * plain * 9 / 10);
  }

  @Test
  void saysNothingWhenThereIsNothingToSay() {
    Speech speech = engine().speak(utterance("", Delivery.PLAIN));

    assertThat(speech.samples()).isEmpty();
    assertThat(speech.marks()).isEmpty();
  }

  /** An utterance of words separated by spaces. */
  protected Utterance utterance(String text, Delivery delivery) {
    return Utterances.of(text, engine().name(), engineVoice(), delivery);
  }
}
