package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.ShellLines;

/**
 * The commands of README and docs/command-line.md as they are written, in each shell that there is.
 */
class ReadmeCommandsTest {

  @TempDir Path folder;

  static List<List<String>> lines() throws Exception {
    List<List<String>> all = new ArrayList<>();
    for (String document : List.of("README.md", "docs/command-line.md")) {
      for (String line : ShellLines.in(Path.of(document))) {
        // what needs a network or a service (WorksCommandTest has one), asks for more than a hum,
        // or runs on
        if (line.startsWith("./nangdok")
            && !line.matches(".*(?:voices install|works |backup|\\| mpv).*")) {
          ShellLines.shells().forEach(shell -> all.add(List.of(shell, line)));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void works(List<String> shellAndLine) throws Exception {
    Path texts = Files.createDirectories(folder.resolve("texts"));
    String article = "옛 역사가 책방이 됐다\n\n기차가 서지 않던 역이 책방으로 다시 문을 열었습니다.\n";
    for (Path file : List.of(folder.resolve("article.txt"), texts.resolve("one.txt"))) {
      Files.writeString(file, article);
    }
    Files.writeString(folder.resolve("tonight.txt"), folder.resolve("article.txt") + "\n");
    for (ShellLines.Call call :
        ShellLines.calls(shellAndLine.get(0), shellAndLine.get(1), folder)) {
      String[] arguments = call.arguments().stream().map(this::inFolder).toArray(String[]::new);
      CommandRun run = CommandRun.of(folder, arguments);
      assertThat(run.exit()).as(shellAndLine.get(1) + "\n" + run.err()).isZero();
    }
  }

  /** Files of the example lie in the test's folder; a test can't change its own. */
  private String inFolder(String argument) {
    return argument.matches("[a-z]+\\.(?:txt|mp3|m4a)|texts/|out") && !argument.equals("-")
        ? folder.resolve(argument).toString()
        : argument;
  }
}
