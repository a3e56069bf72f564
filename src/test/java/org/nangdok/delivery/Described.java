package org.nangdok.delivery;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code openapi.yaml}, to hold requests and answers against. Schemas are judged by an independent
 * validator (networknt), every object closed, so that a member that isn't described is found.
 */
final class Described {

  static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode document;
  private final JsonNode closed;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final List<Path> paths = new ArrayList<>();

  private record Path(String template, Pattern pattern) {}

  Described() {
    try {
      document = JSON.valueToTree(OpenApiController.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closed = document.deepCopy();
    close(closed);
    document
        .get("paths")
        .propertyNames()
        .forEach(
            template ->
                paths.add(
                    new Path(
                        template,
                        Pattern.compile(
                            template
                                .replaceAll("([.])", "\\\\$1")
                                .replaceAll("\\{[^}]+}", "[^/]+?")))));
    // Addresses without parameters come before those that would match them too.
    paths.sort((a, b) -> Boolean.compare(a.template().contains("{"), b.template().contains("{")));
  }

  /** The whole document. */
  JsonNode document() {
    return document;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties") && object.has("type")) {
      if (!object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
    }
    node.forEach(Described::close);
  }

  /** What is described for a method and path. */
  Optional<JsonNode> operation(String method, String path) {
    String wanted = method.equals("HEAD") ? "get" : method.toLowerCase(java.util.Locale.ROOT);
    for (Path one : paths) {
      JsonNode operation = document.at("/paths").get(one.template()).get(wanted);
      if (operation != null && one.pattern().matcher(path).matches()) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  /** What is wrong with an answer; nothing if it is as described. */
  List<String> faults(
      JsonNode operation, int status, @Nullable String type, @Nullable String body) {
    JsonNode responses = operation.get("responses");
    JsonNode response = responses.get(Integer.toString(status));
    if (response == null && status < 400) {
      return List.of("the status " + status + " isn't described");
    }
    if (response == null) {
      String refusal = responses.at("/default/$ref").asString("#/components/responses/Problem");
      response = document.at(refusal.substring(1));
    }
    JsonNode content = response.get("content");
    if (content == null || type == null || body == null) {
      return List.of();
    }
    String plain = type.replaceAll(";.*", "").strip();
    JsonNode media = content.get(plain);
    if (media == null) {
      return List.of("the type " + plain + " isn't described for " + status);
    }
    return media.has("schema") ? faults(media.get("schema"), body, true) : List.of();
  }

  /** What is wrong with a request's JSON; nothing if it is as described. */
  List<String> requestFaults(JsonNode operation, @Nullable String type, String body) {
    JsonNode media = operation.at("/requestBody/content/application~1json/schema");
    boolean json = type != null && type.startsWith("application/json");
    return json && !media.isMissingNode() ? faults(media, body, false) : List.of();
  }

  /** What is wrong with a value of a named schema. */
  List<String> faultsOf(String name, String body) {
    return faults(document.at("/components/schemas/" + name), body, true);
  }

  private List<String> faults(JsonNode schema, String body, boolean strict) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", (strict ? closed : document).get("components"));
    whole.set("allOf", JSON.createArrayNode().add(schema));
    Schema judge =
        schemas.computeIfAbsent(schema + "/" + strict, missing -> registry.getSchema(whole));
    return judge.validate(JSON.readTree(body)).stream().map(Error::toString).toList();
  }
}
