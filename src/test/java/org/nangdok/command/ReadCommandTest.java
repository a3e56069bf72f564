package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.Tones;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.library.ClipStore;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;

/** The command line with real text rooms and an engine that hums. */
class ReadCommandTest {

  private static final String ARTICLE =
      """
      옛 역사가 책방이 됐다

      [앵커]
      기차가 서지 않던 역이 책방으로 다시 문을 열었습니다.
      [이나무/책방지기 : "첫날에만 백 명이 다녀갔어요."]
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void anArticleBecomesAnMp3File() throws IOException {
    Path article = article();
    Path mp3 = folder.resolve("out.mp3");

    assertThat(run("read", article.toString(), "-o", mp3.toString())).isZero();

    float[] heard = Mp3Decoding.decode(Files.readAllBytes(mp3));
    assertThat(heard.length / 24).isGreaterThan(1500);
    assertThat(Mp3Decoding.level(heard, 60, 300)).isGreaterThan(-25);
    assertThat(errors()).contains("left out: lines 1, signs 0");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void theScriptShowsWhoSaysWhatAndMakesNoFile() throws IOException {
    assertThat(run("read", article().toString(), "--script")).isZero();
    assertThat(output()).contains("[anchor]", "[interview] 이나무, 책방지기", "  첫날에만 백 명이 다녀갔어요.", "- ");
  }

  @Test
  void aWishedVoiceIsUsed() throws IOException {
    assertThat(run("read", article().toString(), "--script", "--voice", "이나무=ko-garam")).isZero();
    assertThat(output()).contains("[interview] 이나무, 책방지기 (ko-garam)");
  }

  @Test
  void aMissingFileIsASentenceAndExitCodeOne() {
    assertThat(run("read", folder.resolve("none.txt").toString())).isEqualTo(1);
    assertThat(errors())
        .contains("There is no file")
        .contains("(command.no-file)")
        .doesNotContain("Exception");
  }

  @Test
  void anUnknownVoiceIsNamed() throws IOException {
    assertThat(run("read", article().toString(), "--voice", "anchor=nobody")).isEqualTo(1);
    assertThat(errors()).contains("nobody").contains("(voice.unknown)");
  }

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertThat(run("read")).isEqualTo(2);
    assertThat(run("sing")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(errors()).contains("Name a command");
  }

  @Test
  void voicesAreListedWithTheirLicences() {
    assertThat(run("voices")).isZero();
    assertThat(output().lines().filter(line -> line.contains("recorded")).count()).isEqualTo(8);
    assertThat(output()).contains("Apache-2.0");
  }

  private Path article() throws IOException {
    return Files.writeString(folder.resolve("article.txt"), ARTICLE);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.isEmpty() && !all.getFirst().equals("sing")) {
      all.add("--data=" + folder.resolve("data"));
    }
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      return NangdokCommand.run(all.toArray(String[]::new), ignored -> {}, HummingRooms::new);
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }

  /** Speaks each word as 100 ms of tone. */
  private static final class Humming implements Engine {
    @Override
    public String name() {
      return "recorded";
    }

    @Override
    public String version() {
      return "humming";
    }

    @Override
    public Speech speak(Utterance utterance) {
      int millis = (int) Duration.ofMillis(100).toMillis() * utterance.reading().words().size();
      return Tones.speech(300, 0.3, 0, millis, 0, 24_000, List.of());
    }
  }

  private static final class HummingRooms implements ReadingRooms.Open {
    private static final PageFetcher NOWHERE =
        address -> {
          throw new AssertionError("nothing is fetched here");
        };

    private final VoicesFolder folder = VoicesFolder.shipped();
    private final Catalogue catalogue = Catalogue.read(folder);
    private final ClipStore clips;
    private final Path packs;
    private final Engine engine = new Humming();

    HummingRooms(Path data, @Nullable Path voices) {
      this.clips = new ClipFiles(data.resolve("clips"));
      this.packs = data.resolve("packs");
    }

    @Override
    public ReadingPlanner planner() {
      return new ReadingPlanner(
          NOWHERE,
          new ArticleExtractor(),
          new ScriptWriter(),
          new Languages(List.of(new KoreanLanguage(folder))),
          catalogue,
          Casting.read(folder, catalogue),
          name -> Optional.of("1"));
    }

    @Override
    public void startEngines() {
      // it hums at once
    }

    @Override
    public ClipMaker maker() {
      return new ClipMaker(name -> Optional.of(engine), clips);
    }

    @Override
    public ClipStore clips() {
      return clips;
    }

    @Override
    public List<Voice> catalogue() {
      return catalogue.voices();
    }

    @Override
    public PackDesk packs() {
      return new PackDesk(PackOffers.read(folder), new PackShelf(packs));
    }

    @Override
    public void useInstalled() {
      // it hums in one voice
    }

    @Override
    public Speech speak(Voice voice, @Nullable String words) {
      return Tones.speech(300, 0.3, 0, 1000, 0, 24_000, List.of());
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
