package org.nangdok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.nangdok.audio.Tones;
import org.nangdok.library.Attempts;
import org.nangdok.library.ClipClaims;
import org.nangdok.library.ClipStore;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.Precautions;
import org.nangdok.reading.PreparationPlaces;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.reading.Versions;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.utterance.Utterance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The service as it is, but for the engines: each utterance is a tone of a length that differs from
 * one making to the next, as real engines differ by a frame, and is written down in a file.
 */
public final class ClusterNode {

  private ClusterNode() {}

  public static void main(String[] arguments) {
    var application = new SpringApplication(Nangdok.class, TonesForVoices.class);
    application.setAllowBeanDefinitionOverriding(true);
    application.run(arguments);
  }

  /** Takes the place of the bean of the same name. */
  @Configuration(proxyBeanMethods = false)
  @Profile("cluster-test")
  static class TonesForVoices {

    @Bean
    ClipMaker clipMaker(
        SpeakingEngines engines,
        ClipStore clips,
        Attempts attempts,
        Metrics metrics,
        TextRooms rooms,
        ObjectProvider<ClipClaims> claims) {
      Path log = Path.of(System.getProperty("cluster.log"));
      long millis = Long.getLong("cluster.millis", 100);
      String lacking = System.getProperty("cluster.lacks", "");
      return new ClipMaker(
          name ->
              engines
                  .find(name)
                  .filter(real -> !name.matches(lacking))
                  .map(real -> new LoggedTone(real, version(real), log, millis)),
          clips,
          metrics,
          Precautions.of(attempts, engines::canary)
              .sharing(
                  claims.getIfAvailable(ClipClaims::alone), Versions.of(rooms.catalogue()::find)));
    }

    /** Plans for the version that this node's engines say they have. */
    @Bean
    ReadingPlanner readingPlanner(
        TextRooms rooms,
        PageFetcher pages,
        SpeakingEngines engines,
        Metrics metrics,
        PreparationPlaces places) {
      Path log = Path.of(System.getProperty("cluster.log"));
      return rooms.planner(
          places.around(metrics.watching(pages)),
          name -> engines.find(name).map(real -> new LoggedTone(real, version(real), log, 0)));
    }

    private static String version(Engine real) {
      return real.version() + System.getProperty("cluster.version", "");
    }
  }

  private record LoggedTone(Engine real, String version, Path log, long millis) implements Engine {

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public Speech speak(Utterance utterance) {
      write(utterance.voice().id() + " " + utterance.reading().text());
      try {
        Thread.sleep(millis); // a voice takes its time, without a processor
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SpeechException("interrupted", e);
      }
      List<Mark> marks = new ArrayList<>();
      var words = utterance.reading().words();
      for (int i = 0; i < words.size(); i++) {
        marks.add(new Mark(i * 100, (i + 1) * 100, words.get(i).start(), words.get(i).end()));
      }
      int length = 100 * words.size() + ThreadLocalRandom.current().nextInt(400);
      return Tones.speech(440, 0.3, 0, length, 0, 24_000, marks);
    }

    /** One line at once, which the file system keeps apart from other processes' lines. */
    private void write(String line) {
      try {
        Files.write(
            log,
            (ProcessHandle.current().pid() + "\t" + line.replaceAll("\\s+", " ") + "\n")
                .getBytes(StandardCharsets.UTF_8),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
