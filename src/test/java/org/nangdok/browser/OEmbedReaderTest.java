package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** oEmbed as an independent reader meets it: {@code @extractus/oembed-extractor} of npm. */
@Tag("browser")
class OEmbedReaderTest {

  private static final Path MODULE =
      Path.of("target/node_modules/@extractus/oembed-extractor/script/mod.js");

  @Test
  void anIndependentReaderFindsThePlayerFromTheAddressAlone() throws Exception {
    Optional<String> node = Engine.find("node");
    boolean there = node.isPresent() && Files.exists(MODULE);
    if ("required".equals(System.getenv("NANGDOK_BROWSERS"))) {
      assertThat(there).as("node and %s", MODULE).isTrue();
    }
    assumeTrue(there, "npm install --prefix target @extractus/oembed-extractor");
    String address = Application.start();
    JsonNode sample = Application.get(address, "/api/sample");
    String page = address + sample.get("page").asString();

    JsonNode found =
        Browser.JSON.readTree(
            output(
                node.get(),
                "src/test/web/read-oembed.mjs",
                MODULE.toAbsolutePath().toString(),
                page));

    assertThat(found.get("type").asString()).isEqualTo("rich");
    assertThat(found.get("version").asString()).isEqualTo("1.0");
    assertThat(found.get("title").asString()).isEqualTo(sample.get("title").asString());
    assertThat(found.get("width").asInt()).isEqualTo(400);
    assertThat(found.get("height").asInt()).isPositive();
    Element frame = Jsoup.parse(found.get("html").asString()).expectFirst("iframe");
    assertThat(frame.attr("src")).isEqualTo(address + "/embed/" + sample.get("id").asString());
    assertThat(frame.attr("title")).isNotEmpty();
    assertThat(frame.attr("allow")).contains("autoplay");
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
