package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mpatric.mp3agic.Mp3File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.file.Ffmpeg;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which files `nangdok read` makes of which articles, and what it says of them. */
class ReadFilesTest {

  private static final String ARTICLE =
      """
      %s

      [앵커]
      기차가 서지 않던 역이 책방으로 다시 문을 열었습니다.
      [이나무/책방지기 : "첫날에만 백 명이 다녀갔어요."]
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"wav, RIFF", "flac, fLaC", "ogg, OggS", "opus, OggS", "mp3, ID3", "WAV, RIFF"})
  void theEndingSaysWhatAFileBecomes(String ending, String magic) throws IOException {
    Path file = folder.resolve("out." + ending);

    CommandRun run = read(article("옛 역사가 책방이 됐다"), "-o", file.toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(new String(Files.readAllBytes(file), 0, magic.length(), StandardCharsets.US_ASCII))
        .isEqualTo(magic);
  }

  @Test
  void anMp3HasTheTagsAndChaptersOfADownload() throws Exception {
    Path file = folder.resolve("out.mp3");
    read(article("옛 역사가 책방이 됐다"), "-o", file.toString());

    var tag = new Mp3File(file).getId3v2Tag();

    assertThat(tag.getTitle()).isEqualTo("옛 역사가 책방이 됐다");
    assertThat(tag.getChapters()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(tag.getAlbumImage()).isNotEmpty();
  }

  @Test
  void anM4aIsReadByAnotherReaderOfTags() throws Exception {
    assumeTrue(Ffmpeg.find().isPresent(), "This machine has no ffmpeg.");
    Path file = folder.resolve("out.m4a");
    assertThat(read(article("옛 역사가 책방이 됐다"), "-o", file.toString()).exit()).isZero();

    var read = AudioFileIO.read(file.toFile());

    assertThat(read.getTag().getFirst(FieldKey.TITLE)).isEqualTo("옛 역사가 책방이 됐다");
    assertThat(read.getAudioHeader().getTrackLength()).isPositive();
  }

  @Test
  void aTranscriptIsAFileLikeOthers() throws IOException {
    Path file = folder.resolve("out.vtt");
    assertThat(read(article("옛 역사가 책방이 됐다"), "-o", file.toString()).exit()).isZero();
    assertThat(file).content().startsWith("WEBVTT").contains("이나무");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.aiff", "out.pdf", "out.mp33"})
  void anEndingThatNothingIsMadeOfIsRefused(String name) throws IOException {
    CommandRun run = read(article("옛 역사가 책방이 됐다"), "-o", folder.resolve(name).toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("Take one of: mp3").contains("(audio.unknown-format)");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @Test
  void whatIsLongerThanAReadingIsSaidToBeAWork() throws IOException {
    Path text = Files.writeString(folder.resolve("long.txt"), "강물이 흐릅니다.\n\n".repeat(25_000));

    CommandRun run = CommandRun.of(folder, "read", text.toString(), "--script");
    CommandRun piped =
        CommandRun.of(folder, "강물이 흐릅니다.\n\n".repeat(25_000), Map.of(), "read", "-", "--script");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("nangdok works add " + text, "nangdok works save", "(document.too-long)");
    assertThat(piped.err()).contains("nangdok works add FILE", "(request.too-long)");
  }

  @Test
  void aFileIsNeverWrittenOntoWhatIsRead() throws IOException {
    Path article = article("옛 역사가 책방이 됐다");
    Path text = Files.move(article, folder.resolve("story.txt"));
    Path link = Files.createLink(folder.resolve("other.txt"), text);
    String before = Files.readString(text);

    for (Path target : List.of(text, link, folder.resolve("./story.txt"))) {
      CommandRun run = read(text, "-o", target.toString());
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("(command.onto-input)");
    }
    assertThat(text).content().isEqualTo(before);
  }

  @Test
  void aFolderThatIsNotThereIsASentence() throws IOException {
    CommandRun run =
        read(article("옛 역사가 책방이 됐다"), "-o", folder.resolve("no/such/x.mp3").toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("There is no folder")
        .contains("(command.no-folder)")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
  }

  @Test
  void severalArticlesGetNamesByThePatternAndOneSummary() throws IOException {
    Path texts = Files.createDirectories(folder.resolve("texts/deep"));
    Files.writeString(folder.resolve("texts/a.txt"), ARTICLE.formatted("새 다리가 두 마을을 이었다"));
    Files.writeString(texts.resolve("b.txt"), ARTICLE.formatted("산길이 다시 열렸다"));
    Files.writeString(folder.resolve("texts/.hidden.txt"), ARTICLE.formatted("숨은 소식을 아무도 모른다"));
    Files.writeString(folder.resolve("texts/picture.jpg"), "no text");
    Path out = folder.resolve("made/here");

    CommandRun run =
        CommandRun.of(
            folder,
            "read",
            folder.resolve("texts").toString(),
            "--folder=" + out,
            "--name={number} {source} {title}",
            "--format=opus");

    assertThat(run.exit()).as(run.err()).isZero();
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("001 a 새 다리가 두 마을을 이었다.opus", "002 b 산길이 다시 열렸다.opus");
    }
    assertThat(run.err()).contains("2 of 2 articles").contains("left out: lines 2");
  }

  @Test
  void oneThatFailsDoesntStopTheOthersAndTheCodeTells() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list"),
            "# tonight\n\n" + article("옛 역사가 책방이 됐다") + "\n" + folder + "/gone.txt\n");

    CommandRun run =
        CommandRun.of(
            folder, "read", "--list", list.toString(), "--folder", folder + "/out", "--json");

    assertThat(run.exit()).isEqualTo(3);
    List<JsonNode> lines = run.text().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).hasSize(2);
    assertThat(Path.of(lines.get(0).get("file").asString())).isRegularFile();
    assertThat(lines.get(0).get("dropped")).hasSize(1);
    assertThat(lines.get(0).get("turns").get(2).get("name").asString()).isEqualTo("이나무");
    assertThat(lines.get(1).get("code").asString()).isEqualTo("command.no-file");
    assertThat(run.err()).contains("1 of 2 articles");
  }

  @Test
  void namesThatNobodyChoseNeverReplaceAFile() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("옛 역사가 책방이 됐다.mp3"), "mine");
    String[] line = {"read", article("옛 역사가 책방이 됐다").toString(), "--folder", out.toString()};

    assertThat(CommandRun.of(folder, line).exit()).isZero();

    assertThat(out.resolve("옛 역사가 책방이 됐다.mp3")).content().isEqualTo("mine");
    assertThat(out.resolve("옛 역사가 책방이 됐다 (2).mp3")).isNotEmptyFile();
  }

  @Test
  void aPipeGetsSoundAloneAndNoEscapes() throws IOException {
    CommandRun run =
        CommandRun.of(folder, ARTICLE.formatted("옛 역사가 책방이 됐다"), Map.of(), "read", "-", "-o", "-");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Mp3Decoding.decode(run.out()).length).isGreaterThan(24 * 1500);
    assertThat(run.err()).doesNotContain("\u001b").doesNotContain("\r").contains("left out:");
  }

  @Test
  void quietSaysNothing() throws IOException {
    Path file = folder.resolve("out.mp3");
    CommandRun run = read(article("옛 역사가 책방이 됐다"), "-q", "-o", file.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.text()).isEmpty();
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read a.txt b.txt -o x.mp3",
        "read a.txt b.txt -o -",
        "read a.txt -o x.mp3 --format wav",
        "read a.txt --explain",
        "read - --list -",
        "read a.txt -o - --json",
        "read a.txt --speed fast",
        "read a.txt --foldr x",
        "sing"
      })
  void whatMakesNoSenseIsWrongUsageWithAHint(String line) {
    CommandRun run = CommandRun.of(folder, line.split(" "));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Try 'nangdok").doesNotContain("Exception");
  }

  @Test
  void aPatternWithAnUnknownPlaceholderIsRefused() throws IOException {
    CommandRun run = read(article("옛 역사가 책방이 됐다"), "--name", "{author}");
    assertThat(run.err()).contains("{author}").contains("{title}").contains("(command.bad-name)");
  }

  @Test
  void settingsOfTheServiceAreDefaults() throws IOException {
    Path data = folder.resolve("kept");
    CommandRun run =
        CommandRun.of(
            folder,
            "",
            Map.of("nangdok.data", data.toString()),
            "keys",
            "create",
            "--name=mine",
            "--scope=make");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(data.resolve("keys.json")).isRegularFile();
  }

  private Path article(String title) throws IOException {
    return Files.writeString(folder.resolve("article.txt"), ARTICLE.formatted(title));
  }

  private CommandRun read(Path article, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "read";
    all[1] = article.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return CommandRun.of(folder, all);
  }
}
