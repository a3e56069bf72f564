package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;

class TextSpeakerTest {

  @TempDir Path folder;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final EnglishLanguage english = new EnglishLanguage(VoicesFolder.shipped());
  private final Catalogue catalogue = Catalogue.read(VoicesFolder.shipped());

  /** The tone engine, which waits until the test lets it answer. */
  private final class Waiting implements Engine {
    private final ToneEngine tone = new ToneEngine();

    @Override
    public String name() {
      return tone.name();
    }

    @Override
    public String version() {
      return tone.version();
    }

    @Override
    public Speech speak(Utterance utterance) {
      begun.countDown();
      try {
        answer.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return tone.speak(utterance);
    }
  }

  @Test
  void whoComesWhileAllPlacesAreTakenIsToldSoAndWhoHearsSomethingIsWaitedFor() throws Exception {
    var clips = new ClipFiles(folder);
    var engine = new Waiting();
    try (var maker = new ClipMaker(name -> Optional.of(engine), clips);
        var threads = Executors.newCachedThreadPool()) {
      var speaker =
          new TextSpeaker(
              new Languages(List.of(english)),
              catalogue,
              name -> Optional.of("1"),
              maker,
              clips,
              1,
              Duration.ofMillis(100));
      Future<Integer> first = threads.submit(() -> said(speaker, "A ferry leaves. It is late."));
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(() -> said(speaker, "Another ferry leaves."))
          .isInstanceOf(BusyException.class);
      answer.countDown();

      assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(2);
      assertThat(said(speaker, "Another ferry leaves.")).isEqualTo(1);
    }
  }

  private int said(TextSpeaker speaker, String text) throws Exception {
    Voice voice =
        catalogue.voices().stream()
            .filter(one -> one.language().startsWith("en"))
            .findFirst()
            .orElseThrow();
    List<String> said = new ArrayList<>();
    speaker.say(speaker.prepare(text, english, voice, 1), one -> said.add(one.text()));
    return said.size();
  }
}
