package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.Tones;
import org.nangdok.data.VoicesFolder;
import org.nangdok.library.ClipStore;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.speech.Speech;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;
import picocli.CommandLine;

class VoiceCommandsTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();
  private @Nullable String answer;

  @BeforeEach
  void offer() throws IOException {
    Files.createDirectories(folder.resolve("voices/packs"));
    Files.writeString(
        folder.resolve("voices/packs/small.yaml"),
        """
        name: small
        engine: tone
        title: Small Pack
        languages: [en]
        licence: OpenRAIL-M
        terms: Do no harm.
        source: a stick
        base: http://localhost:1/
        megabytes: 3
        licence-file: LICENSE
        files: [{path: LICENSE}, {path: tone.onnx, size: 4}]
        speakers: [{id: a, engineVoice: A, name: Anna}]
        """);
    Files.createDirectories(folder.resolve("stick"));
    Files.write(folder.resolve("stick/tone.onnx"), new byte[] {1, 2, 3, 4});
    Files.writeString(folder.resolve("stick/LICENSE"), "Section 1\n\nDo no harm to anybody.\n");
  }

  @Test
  void aPackIsInstalledListedTriedAndRemoved() throws IOException {
    assertThat(run("install", "small", "--accept-licence", "--from", stick())).isZero();
    assertThat(out.toString())
        .contains("Small Pack, 3 MB", "Licence: OpenRAIL-M. Do no harm.", "Voices: 1", "tone-a");

    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("tone-a").containsPattern("small +installed");

    Path mp3 = folder.resolve("a.mp3");
    assertThat(run("test", "tone-a", "-o", mp3.toString())).isZero();
    assertThat(out.toString())
        .containsPattern("tone-a: 1\\.0 s of sound in .* 1 words timed, -\\d+\\.\\d LUFS");
    assertThat(Mp3Decoding.decode(Files.readAllBytes(mp3)).length / 24).isGreaterThan(900);

    assertThat(run("remove", "small")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).doesNotContain("tone-a").contains("small");
  }

  @Test
  void withoutAnyWordTheVoicesAreListed() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("ko-bora", "supertonic-3");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"no", "", "never"})
  void theWholeLicenceIsShownAndMustBeAccepted(@Nullable String said) {
    answer = said;

    assertThat(run("install", "small", "--from", stick())).isEqualTo(1);

    assertThat(out.toString()).contains("Section 1\n\nDo no harm to anybody.");
    assertThat(asked).containsExactly("Do you accept the licence? (yes/no) ");
    assertThat(err.toString()).contains("voice.pack-licence", "Do no harm.");
    assertThat(folder.resolve("data/packs/small")).doesNotExist();
  }

  @Test
  void whoSaysYesGetsThePackAndTheAcceptanceIsKept() {
    answer = " Yes";

    assertThat(run("install", "small", "--from", stick())).isZero();

    assertThat(folder.resolve("data/packs/small/tone.onnx")).exists();
    assertThat(folder.resolve("data/packs/accepted.tsv"))
        .content()
        .containsPattern("small\tOpenRAIL-M\t[0-9a-f]{64}\n");
  }

  @Test
  void aPackShowsItsFilesAndWhatTheyAreCheckedBy() {
    assertThat(run("show", "small")).isZero();
    assertThat(out.toString())
        .contains("Small Pack\n", "Source:    a stick", "Licence:   OpenRAIL-M. Do no harm.")
        .contains("           4  sha256 recorded at the first download  tone.onnx");

    assertThat(run("install", "small", "--accept-licence", "--from", stick())).isZero();
    assertThat(run("show", "small")).isZero();
    assertThat(out.toString())
        .contains("(installed)")
        .contains("9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a  tone.onnx");

    assertThat(run("show", "none")).isEqualTo(1);
    assertThat(err.toString()).contains("voice.pack-unknown");
  }

  @Test
  void aWrongOfferIsNamedInASentence() throws IOException {
    Files.writeString(folder.resolve("voices/packs/small.yaml"), "name: small\nengine: tone\n");

    assertThat(run("list")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("nangdok: voices/packs/small.yaml")
        .contains("\"base\" is missing", "(voice.bad-file)")
        .doesNotContain("\tat ");
  }

  @Test
  void aWrongFileIsNamed() throws IOException {
    Files.write(folder.resolve("stick/tone.onnx"), new byte[] {1, 2, 3});

    assertThat(run("install", "small", "--accept-licence", "--from", stick())).isEqualTo(1);
    assertThat(err.toString()).contains("tone.onnx has 3 bytes instead of 4", "voice.pack-file");
  }

  @Test
  void unknownNamesAreSaid() {
    assertThat(run("install", "none", "--accept-licence")).isEqualTo(1);
    assertThat(err.toString()).contains("voice.pack-unknown", "supertonic-3");
    assertThat(run("remove", "small")).isEqualTo(1);
    assertThat(err.toString()).contains("voice.pack-absent");
    assertThat(run("test", "none")).isEqualTo(1);
    assertThat(err.toString()).contains("voice.unknown");
  }

  private @Nullable String asked(String question) {
    asked.add(question);
    return answer;
  }

  private String stick() {
    return folder.resolve("stick").toString();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line =
        VoiceCommands.of(PackRooms::new, this::asked)
            .setExecutionExceptionHandler(Failures::explain);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err, true));
    line.getSubcommands()
        .values()
        .forEach(
            sub ->
                sub.setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err, true))
                    .setExecutionExceptionHandler(Failures::explain));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    all.addAll(List.of("--voices", folder.resolve("voices").toString()));
    return line.execute(all.toArray(String[]::new));
  }

  /** Rooms whose installed packs hum. */
  private static final class PackRooms implements ReadingRooms.Open {

    private final Catalogue catalogue;
    private final PackDesk packs;

    PackRooms(Path data, @Nullable Path voices) {
      VoicesFolder files = voices == null ? VoicesFolder.shipped() : VoicesFolder.over(voices);
      catalogue = Catalogue.read(files);
      packs = new PackDesk(PackOffers.read(files), new PackShelf(data.resolve("packs")));
    }

    @Override
    public void useInstalled() {
      catalogue.replaceInstalled(
          packs.installed().contains("small")
              ? List.of(
                  new InstalledVoice(
                      new Voice("tone-a", "tone", "A", "1", "en", null, "Anna", "x", "a stick", 0),
                      150,
                      2))
              : List.of());
    }

    @Override
    public void startEngines() {
      useInstalled();
    }

    @Override
    public List<Voice> catalogue() {
      return catalogue.voices();
    }

    @Override
    public PackDesk packs() {
      return packs;
    }

    @Override
    public Speech speak(Voice voice, @Nullable String words) {
      return Tones.speech(
          300, 0.3, 0, 1000, 0, 24_000, List.of(new org.nangdok.speech.Mark(0, 1000, 0, 1)));
    }

    @Override
    public ReadingPlanner planner() {
      throw new AssertionError("nothing is planned here");
    }

    @Override
    public ClipMaker maker() {
      throw new AssertionError("no clip is made here");
    }

    @Override
    public ClipStore clips() {
      throw new AssertionError("no clip is kept here");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
