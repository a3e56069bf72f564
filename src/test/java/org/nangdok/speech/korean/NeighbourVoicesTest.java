package org.nangdok.speech.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Turn;
import org.nangdok.speech.recorded.RecordedEngine;
import org.nangdok.voice.Cast;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * People who speak in turn are heard to be others. A speaker encoder has measured who is alike
 * (docs/korean-sound.md); {@link Timbre} is a coarser scale that needs no network. On it a
 * speaker's own sentences are .04 to .08 apart, two people of one sex from the same recordings
 * under .45.
 */
class NeighbourVoicesTest {

  private static final double THRESHOLD = .45;
  private static final List<String> NAMES = List.of("나가온", "도하늘", "유다솜", "한새별");
  private static final VoicesFolder FOLDER = VoicesFolder.shipped();
  private static final Catalogue CATALOGUE = Catalogue.read(FOLDER);
  private static final Casting CASTING = Casting.read(FOLDER, CATALOGUE);
  private static final Map<String, Timbre> TIMBRES = new HashMap<>();

  @BeforeAll
  static void speak() {
    RecordedEngine engine = RecordedEngine.open(FOLDER);
    for (Voice voice : CATALOGUE.speaking("ko")) {
      List<short[]> sounds = new ArrayList<>();
      for (String sentence : SampleNews.SENTENCES.subList(0, 6)) {
        sounds.add(engine.speak(SampleNews.plan(sentence), voice.engineVoice(), 1, 0).samples());
      }
      TIMBRES.put(voice.id(), Timbre.of(sounds, RecordedEngine.SAMPLE_RATE));
    }
  }

  @Test
  void everyPairUnderTheThresholdIsListedAsAlike() throws IOException {
    Set<String> measured = new TreeSet<>();
    for (String one : TIMBRES.keySet()) {
      for (String other : TIMBRES.keySet()) {
        if (one.compareTo(other) < 0 && distance(one, other) < THRESHOLD) {
          measured.add(one + " " + other);
        }
      }
    }
    Set<String> listed = new TreeSet<>();
    Map<String, Object> file;
    try (InputStream in = FOLDER.open("casting.yaml").orElseThrow()) {
      file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    }
    for (Object pair : (List<?>) Objects.requireNonNull(file.get("alike"))) {
      List<String> ids = ((List<?>) pair).stream().map(String::valueOf).sorted().toList();
      listed.add(String.join(" ", ids));
    }

    assertThat(listed).containsAll(measured);
  }

  @Test
  void neighboursInTheCastingAreApart() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Turn> turns = turns(random, 2 + random.nextInt(4));
      Cast cast =
          CASTING.cast(
              new Script("ko", turns, List.of(), List.of(), List.of()), "별빛방송" + round, Map.of());
      for (int i = 1; i < turns.size(); i++) {
        if (!turns.get(i).person().equals(turns.get(i - 1).person())) {
          String before = cast.turns().get(i - 1).voice().id();
          String after = cast.turns().get(i).voice().id();
          assertThat(distance(before, after))
              .as("%s after %s in round %d", after, before, round)
              .isGreaterThanOrEqualTo(THRESHOLD);
        }
      }
    }
  }

  private static double distance(String one, String other) {
    return Objects.requireNonNull(TIMBRES.get(one))
        .distance(Objects.requireNonNull(TIMBRES.get(other)));
  }

  /** An anchor, a reporter and their interviewees, whose sexes nobody states. */
  private static List<Turn> turns(Random random, int people) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int person = random.nextInt(people);
      Speaker role =
          person == 0 ? Speaker.ANCHOR : person == 1 ? Speaker.REPORT : Speaker.INTERVIEW;
      String name = person == 0 ? null : NAMES.get(person - 1);
      String key = name == null ? "anchor" : name;
      turns.add(new Turn(role, name, null, null, null, key, List.of(new Piece(i, "강물이 맑아졌습니다."))));
    }
    return turns;
  }
}
