package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description is whole, well-formed, and where it says. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class OpenApiTest {

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private final Described described = new Described();

  @Test
  void everyAddressIsDescribedAndNothingElse() {
    Set<String> served = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (method.getBeanType().getPackageName().startsWith("org.nangdok")) {
                served.addAll(addresses(info));
              }
            });
    Set<String> written = new TreeSet<>();
    JsonNode paths = described.document().get("paths");
    paths
        .propertyNames()
        .forEach(path -> paths.get(path).propertyNames().forEach(m -> written.add(m + " " + path)));
    assertThat(written).isEqualTo(served);
  }

  private static List<String> addresses(RequestMappingInfo info) {
    List<String> addresses = new ArrayList<>();
    for (String pattern : info.getPatternValues()) {
      String path =
          pattern.replace("{*", "{").replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
      for (RequestMethod method : info.getMethodsCondition().getMethods()) {
        addresses.add(method.name().toLowerCase(Locale.ROOT) + " " + path);
      }
    }
    return addresses;
  }

  @Test
  void programsFindItWithTheServicesOwnAddress() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi.json"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    JsonNode document = Described.JSON.readTree(answer.body());
    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
    assertThat(document.at("/servers/0/url").asString()).startsWith("http://localhost");
  }

  /** By the schema of JSON Schema itself; references must lead somewhere. */
  @Test
  void itsSchemasAreSchemas() {
    var registry =
        com.networknt.schema.SchemaRegistry.withDefaultDialect(
            com.networknt.schema.SpecificationVersion.DRAFT_2020_12);
    var meta =
        registry.getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    JsonNode schemas = described.document().at("/components/schemas");
    for (String name : schemas.propertyNames()) {
      assertThat(meta.validate(schemas.get(name).toString(), InputFormat.JSON)).as(name).isEmpty();
    }
    for (JsonNode reference : described.document().findValues("$ref")) {
      assertThat(described.document().at(reference.asString().substring(1)).isMissingNode())
          .as(reference.asString())
          .isFalse();
    }
  }
}
