package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for shells and the manual page, as the programs that they are for take them. */
class CompletionTest {

  @TempDir Path folder;

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    String script = CommandRun.of(folder, "completion", "bash").text();
    assertThat(completed("bash", script, "nangdok re")).contains("read", "readings", "restore");
    assertThat(completed("bash", script, "nangdok read --fo")).contains("--folder", "--format");
  }

  @Test
  void zshLoadsTheScript() throws Exception {
    assumeTrue(isThere("zsh"), "This machine has no zsh.");
    Path file = folder.resolve("completion");
    Files.writeString(file, CommandRun.of(folder, "completion", "zsh").text());
    Output loaded = output("zsh", "-f", "-c", "source " + file + "; print ${_comps[nangdok]}");
    assertThat(loaded.text()).contains("nangdok");
  }

  @Test
  void theManualPageHasEveryCommandAndOptionAndNoWarning() throws Exception {
    String page = CommandRun.of(folder, "man").text();
    assertThat(page)
        .contains(".SH EXIT STATUS", ".SS nangdok read", ".SS nangdok voices install")
        .contains("\\-\\-language TAG");
    assumeTrue(isThere("groff"), "This machine has no groff.");
    Path file = Files.writeString(folder.resolve("nangdok.1"), page);
    Output formatted = output("groff", "-man", "-Tutf8", "-ww", file.toString());
    assertThat(formatted.exit()).isZero();
    assertThat(formatted.text().replaceAll(".\b", ""))
        .contains("SYNOPSIS", "nangdok read")
        .doesNotContain("warning");
  }

  private String completed(String shell, String script, String line) throws Exception {
    Path file = Files.writeString(folder.resolve("script"), script);
    String[] words = line.split(" ");
    String test =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _complete_nangdok; echo ${COMPREPLY[@]}"
            .formatted(file, line, words.length - 1, line);
    return output(shell, "-c", test).text();
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
  }

  private record Output(int exit, String text) {}

  private static Output output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }
}
