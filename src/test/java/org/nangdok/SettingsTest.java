package org.nangdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/settings.md and the metadata for IDEs, against the settings that the code has. */
class SettingsTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `(nangdok\\.[a-z.-]+)` \\| `([A-Z0-9_]+)` \\| (.*?) \\| (.+) \\|");

  private static final Pattern VALUE = Pattern.compile("\\$\\{(nangdok\\.[a-z.-]+)[:}]");

  /** One line of the table. */
  private record Row(String variable, String usual, String text) {}

  @Test
  void theTableHasEverySettingOfTheCodeAndNoOther() throws Exception {
    assertThat(table().keySet())
        .as("docs/settings.md names what the code has; add a row, or take one away")
        .containsExactlyInAnyOrderElementsOf(settings().keySet());
  }

  @Test
  void theTableHasTheDefaultsAndVariablesOfTheCode() throws Exception {
    Map<String, Row> table = table();
    settings()
        .forEach(
            (name, usual) -> {
              Row row = table.get(name);
              if (row != null) {
                assertThat(row.usual()).as(name).isEqualTo(usual == null ? "" : "`" + usual + "`");
                assertThat(row.variable())
                    .as(name)
                    .isEqualTo(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
              }
            });
  }

  @Test
  void idesAreToldOfEverySettingWithADescription() throws Exception {
    Map<String, JsonNode> told = new TreeMap<>();
    Path made = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    assumeTrue(Files.exists(made), "Spring's annotation processor didn't run in this build.");
    try (InputStream in = Files.newInputStream(made)) {
      JsonMapper.shared()
          .readTree(in)
          .get("properties")
          .forEach(property -> told.put(property.get("name").asString(), property));
    }
    assertThat(told.keySet()).containsAll(settings().keySet());
    settings()
        .keySet()
        .forEach(
            name ->
                assertThat(told.get(name).path("description").asString("")).as(name).isNotBlank());
  }

  private static Map<String, Row> table() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    Matcher rowsOf = ROW.matcher(Files.readString(Path.of("docs/settings.md")));
    while (rowsOf.find()) {
      rows.put(rowsOf.group(1), new Row(rowsOf.group(2), rowsOf.group(3).strip(), rowsOf.group(4)));
    }
    return rows;
  }

  /** Names with their defaults: components of records, and what single classes ask for. */
  private static Map<String, @Nullable String> settings() throws Exception {
    Map<String, @Nullable String> all = new TreeMap<>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var candidate : scanner.findCandidateComponents("org.nangdok")) {
      Class<?> type = Class.forName(candidate.getBeanClassName());
      String prefix = type.getAnnotation(ConfigurationProperties.class).value();
      var parameters = type.getDeclaredConstructors()[0].getParameters();
      RecordComponent[] components = type.getRecordComponents();
      for (int i = 0; i < components.length; i++) {
        DefaultValue usual = parameters[i].getAnnotation(DefaultValue.class);
        all.put(
            prefix + "." + kebab(components[i].getName()),
            usual == null || usual.value().length == 0 ? null : String.join(",", usual.value()));
      }
    }
    for (String single : single()) {
      all.putIfAbsent(single, single.equals("nangdok.mary.address") ? "127.0.0.1" : null);
    }
    return all;
  }

  private static List<String> single() throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Matcher asked = VALUE.matcher(Files.readString(file));
        while (asked.find()) {
          names.add(asked.group(1));
        }
      }
    }
    return names;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
