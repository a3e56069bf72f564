package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.ShellLines;
import tools.jackson.databind.JsonNode;

/**
 * The calls of README, docs/api.md and docs/feeds.md as shells make them, against what the service
 * describes.
 */
class ReadmeCallsTest {

  private final Described described = new Described();

  @TempDir Path folder;

  static List<List<String>> lines() throws Exception {
    List<List<String>> all = new ArrayList<>();
    for (String document : List.of("README.md", "docs/api.md", "docs/feeds.md")) {
      for (String line : ShellLines.in(Path.of(document))) {
        if (line.startsWith("curl") && !line.contains("$")) { // ReadLaterTest runs those
          ShellLines.shells().forEach(shell -> all.add(List.of(shell, line)));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isACallThatTheServiceTakes(List<String> shellAndLine) throws Exception {
    ShellLines.Call call =
        ShellLines.calls(shellAndLine.get(0), shellAndLine.get(1), folder).getFirst();
    List<String> arguments = call.arguments();
    int data = arguments.indexOf("-d");
    String address =
        arguments.stream().filter(one -> one.startsWith("http")).findFirst().orElseThrow();
    String method = data < 0 ? "GET" : "POST";

    JsonNode operation = described.operation(method, URI.create(address).getPath()).orElseThrow();

    if (data >= 0) {
      assertThat(arguments).contains("Content-Type: application/json");
      assertThat(described.requestFaults(operation, "application/json", arguments.get(data + 1)))
          .isEmpty();
    }
  }
}
