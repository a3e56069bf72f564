package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client whose types are generated of our description (openapi-typescript) compiles against them
 * and works with the service. `.ci/run` installs the tools.
 */
@Tag("clients")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/feeds", "nangdok.sample=false"})
class GeneratedClientTest {

  private static final Path TOOLS = Path.of("target/node_modules").toAbsolutePath();

  @LocalServerPort private int port;
  @TempDir Path folder;

  @Test
  void compilesAndWorks() throws Exception {
    assumeTrue(
        Files.isDirectory(TOOLS.resolve("openapi-typescript"))
            && Files.isDirectory(TOOLS.resolve("openapi-fetch"))
            && Files.isDirectory(TOOLS.resolve("typescript")),
        "openapi-typescript, openapi-fetch and typescript aren't in target/node_modules.");
    Files.createSymbolicLink(folder.resolve("node_modules"), TOOLS);
    for (String name : List.of("client.ts", "tsconfig.json")) {
      Files.copy(Path.of("src/test/client", name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");

    run(
        "node",
        "node_modules/openapi-typescript/bin/cli.js",
        Path.of("src/main/resources/org/nangdok/delivery/openapi.yaml").toAbsolutePath().toString(),
        "-o",
        "nangdok.ts");
    run("node", "node_modules/typescript/bin/tsc", "-p", ".");
    String said = run("node", "client.js", "http://127.0.0.1:" + port);

    JsonNode result = JsonMapper.shared().readTree(said);
    assertThat(result.get("bytes").asInt()).isGreaterThan(10_000);
    assertThat(result.get("address").asString()).contains("/podcasts/");
    assertThat(result.get("personal").asBoolean()).isTrue();
    assertThat(result.get("code").asString()).isEqualTo("request.bad-value");
  }

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
