package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Decoding;

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
  private CommandRun run = new CommandRun(-1, new byte[0], "");

  @Test
  void anArticleBecomesAnMp3File() throws IOException {
    Path article = article();
    Path mp3 = folder.resolve("out.mp3");

    assertThat(run("read", article.toString(), "-o", mp3.toString())).isZero();

    float[] heard = Mp3Decoding.decode(Files.readAllBytes(mp3));
    assertThat(heard.length / 24).isGreaterThan(1500);
    assertThat(Mp3Decoding.level(heard, 60, 300)).isGreaterThan(-25);
    assertThat(errors()).contains("left out: lines 1 (", "), signs 0");
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
    return run.text();
  }

  private String errors() {
    return run.err();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (List.of("voices").containsAll(all) && !all.isEmpty()) {
      all.add("--data=" + folder.resolve("data"));
    }
    run = CommandRun.of(folder, all.toArray(String[]::new));
    return run.exit();
  }
}
