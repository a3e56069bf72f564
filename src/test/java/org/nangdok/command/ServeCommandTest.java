package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeCommandTest {

  private final List<String> started = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ServeCommand(started::addAll))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void settingsThatItDoesntKnowGoToTheService() {
    assertThat(run("--port", "9000", "--server.address=0.0.0.0")).isZero();
    assertThat(started).contains("--server.port=9000", "--server.address=0.0.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "--server.port=9000, --port",
    "--server.port, --port",
    "--nangdok.data=elsewhere, --data",
    "--nangdok.voices=mine, --voices"
  })
  void whatItSetsItselfIsRefusedWithTheOptionToUse(String given, String own) {
    assertThat(run(given)).isEqualTo(2);
    assertThat(err.toString()).contains("Use " + own + " instead of");
    assertThat(started).isEmpty();
  }
}
