package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.Scope;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The official clients for JavaScript, run by Node against this service: {@code src/test/clients}.
 * Their packages are put into {@code target/node_modules} by {@code .ci/run}.
 */
@Tag("clients")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class JavaScriptClientsTest {

  private static final int LONGEST_MINUTES = 10;

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "openai.test.mjs, openai",
    "polly.test.mjs, @aws-sdk/client-polly",
    "tags.test.mjs, music-metadata"
  })
  void theirTestsPass(String file, String module) throws IOException, InterruptedException {
    boolean node =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    assumeTrue(node, "There is no Node on this machine, so its clients aren't tried.");
    assumeTrue(
        Files.isDirectory(Path.of("target/node_modules", module)),
        "The package " + module + " isn't in target/node_modules; .ci/run puts it there.");
    var told = Files.createTempFile("nangdok-node-", ".txt");
    var command =
        new ProcessBuilder("node", "--test", "src/test/clients/" + file)
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    command.environment().put("NANGDOK_SERVICE", "http://localhost:" + port);
    command.environment().put("NANGDOK_KEY", administrator());
    Process process = command.start();
    try {
      assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(told, StandardCharsets.UTF_8)).isZero();
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(told);
    }
  }

  private static String administrator() {
    return AdministratorKeys.bearer(TestData.of("http"), Scope.ADMINISTER)
        .substring("Bearer ".length());
  }
}
