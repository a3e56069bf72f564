package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What linters of OpenAPI look for, and that examples are as their schemas say. */
class OpenApiFormTest {

  private final Described described = new Described();

  @Test
  void everyOperationHasANameOfItsOwnATagThatIsExplainedAndARefusal() {
    Set<String> tags = new HashSet<>();
    described.document().get("tags").forEach(tag -> tags.add(tag.get("name").asString()));
    List<String> names = new ArrayList<>();
    operations(
        (address, operation) -> {
          names.add(operation.path("operationId").asString(""));
          assertThat(operation.path("operationId").asString("")).as(address).matches("[a-z]\\w+");
          assertThat(operation.path("summary").asString("")).as(address).isNotBlank();
          assertThat(operation.path("tags")).as(address).hasSize(1);
          assertThat(tags).as(address).contains(operation.at("/tags/0").asString());
          assertThat(operation.get("responses").propertyNames())
              .as(address)
              .anyMatch(status -> status.startsWith("4"));
        });
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(90);
    assertThat(described.document().get("tags"))
        .allMatch(tag -> !tag.path("description").asString("").isBlank());
  }

  @Test
  void whatIsAskedInJsonHasAnExample() {
    operations(
        (address, operation) -> {
          JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
          JsonNode reference = schema.path("$ref");
          if (!reference.isMissingNode()) {
            JsonNode named = described.document().at(reference.asString().substring(1));
            assertThat(named.path("examples")).as(address).isNotEmpty();
          }
        });
  }

  @Test
  void examplesAreAsTheirSchemasSay() {
    JsonNode schemas = described.document().at("/components/schemas");
    for (String name : schemas.propertyNames()) {
      for (JsonNode example : schemas.get(name).path("examples")) {
        assertThat(described.faultsOf(name, example.toString())).as(name).isEmpty();
      }
    }
  }

  private void operations(BiConsumer<String, JsonNode> each) {
    JsonNode paths = described.document().get("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        each.accept(method + " " + path, paths.get(path).get(method));
      }
    }
  }
}
