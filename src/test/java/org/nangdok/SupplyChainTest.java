package org.nangdok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar bundles, by the bill of materials that it carries. */
class SupplyChainTest {

  private static final JsonNode BILL =
      JsonMapper.shared().readTree(text("META-INF/sbom/application.cdx.json"));

  /** Of our own classes: other jars have files of the same names. */
  private static String text(String file) {
    try {
      var classes = Nangdok.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Files.readString(Path.of(classes).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> bundled() {
    var versions = new TreeMap<String, String>();
    for (JsonNode component : BILL.path("components")) {
      versions.put(component.path("name").asString(), component.path("version").asString());
    }
    return versions;
  }

  @Test
  void theBillNamesTheApplicationAndEachJarWithAHashAndALicence() {
    assertThat(BILL.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(BILL.at("/metadata/component/name").asString()).isEqualTo("nangdok");
    assertThat(BILL.path("components"))
        .hasSizeGreaterThan(80)
        .allSatisfy(
            component -> {
              assertThat(component.path("licenses"))
                  .as(component.path("name").asString())
                  .isNotEmpty();
              assertThat(component.path("hashes").findValuesAsString("alg")).contains("SHA-256");
              assertThat(component.path("purl").asString()).startsWith("pkg:maven/");
            });
  }

  @Test
  void whatTheBillNamesIsWhatTheProgramRunsWith() {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Set<String> files =
        Arrays.stream(classes.split(File.pathSeparator))
            .map(path -> Path.of(path).getFileName().toString())
            .collect(Collectors.toSet());

    assertThat(files)
        .containsAll(
            bundled().entrySet().stream()
                .map(jar -> jar.getKey() + "-" + jar.getValue() + ".jar")
                .toList());
  }

  /** MaryTTS asks for these; no synthesis needs them, and most have known holes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "groovy-all", "guava", "log4j-core", "log4j-1.2-api", "log4j", "hsqldb", "trove4j",
        "httpcore", "httpcore-nio", "httpclient", "jwnl", "swing-layout", "fast-md5", "Jampack",
        "junit", "kotlin-stdlib"
      })
  void whatIsLeftOutStaysOut(String artifact) {
    assertThat(bundled()).doesNotContainKey(artifact);
  }

  /** The first versions without the holes that are known of older ones. */
  @ParameterizedTest
  @CsvSource({
    "commons-io, 2.20.0",
    "commons-collections, 3.2.2",
    "log4j-api, 2.25.4",
    "log4j-to-slf4j, 2.25.4",
    "jtok-core, 1.9.4",
    "slf4j-api, 2.0.18",
    "log4j-over-slf4j, 2.0.18",
    "snakeyaml, 2.0",
    "h2, 2.2.220",
    "jsoup, 1.15.3",
    "jdom2, 2.0.6.1",
    "commons-lang3, 3.18.0"
  })
  void whatHadHolesIsNewEnough(String artifact, String least) {
    assertThat(Version.parse(bundled().get(artifact))).isGreaterThanOrEqualTo(Version.parse(least));
  }

  @Test
  void noVersionIsUnfinished() {
    assertThat(bundled().values())
        .noneMatch(version -> version.matches("(?i).*(snapshot|-rc\\d*|-m\\d+|alpha|beta).*"));
  }

  @Test
  void theNoticeNamesEveryJarAndNothingElse() {
    List<List<String>> rows =
        text("META-INF/NOTICE")
            .lines()
            .filter(line -> line.contains(" | "))
            .skip(1)
            .map(line -> List.of(line.split(" \\| ")))
            .toList();
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).hasSize(3).doesNotContain(""));
    List<Pattern> artifacts =
        rows.stream()
            .map(List::getLast)
            .filter(names -> !names.startsWith("within "))
            .flatMap(names -> Stream.of(names.split(", ")))
            .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q")))
            .toList();

    assertThat(bundled().keySet())
        .allSatisfy(
            jar -> assertThat(artifacts).anyMatch(artifact -> artifact.matcher(jar).matches()));
    assertThat(artifacts)
        .allSatisfy(
            artifact -> assertThat(bundled().keySet()).anyMatch(artifact.asMatchPredicate()));
  }

  @Test
  void theLicencesThatTheWholeIsUnderComeWithIt() {
    assertThat(text("META-INF/LICENSE")).contains("Apache License");
    assertThat(text("META-INF/licences/GPL-3.0.txt")).contains("GNU GENERAL PUBLIC LICENSE");
  }
}
