package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.nangdok.Nangdok;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Requests made from the description, right ones and wrong ones: none brings a fault of ours, and
 * every answer is as described ({@link DescribedHttp} sees to that).
 */
class GeneratedRequestsTest {

  /** What isn't made from its schema alone, because the interesting values are rare. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "url",
          List.of(
              "http://127.0.0.1/", "file:///etc/passwd", "http://[::1]/", "//", "http://a:b@c/"),
          "source",
          List.of("http://127.0.0.1/feed", "nonsense"),
          "ssml",
          List.of("<speak>One.</speak>", "<speak>", "<speak><p/></speak>", "<!DOCTYPE a><speak/>"),
          "language",
          List.of("ko", "en", "en-US", "xx", "../x"),
          "path",
          List.of("/r/1", "/feeds/a.xml", "/../x"));

  /** Long work, or the sound of long work. */
  private static final Set<String> LEFT_OUT = Set.of("/api/administration/backup");

  private static final Described DESCRIBED = new Described();
  private static @Nullable ConfigurableApplicationContext service;
  private static int port;
  private final HttpClient client = HttpClient.newHttpClient();

  /** One request. */
  record Asked(String method, String path, String body) {}

  @BeforeContainer
  static void start() {
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(Nangdok.class)
            .run(
                "--server.port=0",
                "--nangdok.data=${test.data:target/test-data}/generated",
                "--nangdok.sample=false");
    service = started;
    port = Integer.parseInt(started.getEnvironment().getProperty("local.server.port", "0"));
  }

  @AfterContainer
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void noRequestBringsAFault(@ForAll("requests") Asked asked) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + asked.path()))
            .header("Content-Type", "application/json")
            .method(
                asked.method(),
                asked.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(asked.body()))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    int status = answer.statusCode();
    // A voice may still be loading, and a site that answers nothing is the site's fault.
    assertThat(status < 500 || status == 503 || status == 501)
        .as("%s: %d %s", asked, status, answer.body())
        .isTrue();
  }

  @Provide
  Arbitrary<Asked> requests() {
    List<Arbitrary<Asked>> all = new ArrayList<>();
    JsonNode paths = DESCRIBED.document().get("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        if (!LEFT_OUT.contains(path)) {
          all.add(
              request(
                  method.toUpperCase(java.util.Locale.ROOT), path, paths.get(path).get(method)));
        }
      }
    }
    return Arbitraries.oneOf(all);
  }

  private static Arbitrary<Asked> request(String method, String template, JsonNode operation) {
    Arbitrary<String> segment =
        Arbitraries.oneOf(
            Arbitraries.of("0".repeat(32), "a".repeat(64), "x", "..", "-1", "999999999", "mp3"),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(12));
    Arbitrary<String> path = segment.list().ofSize(3).map(values -> filled(template, values));
    List<String> names = new ArrayList<>();
    operation
        .path("parameters")
        .forEach(
            one -> {
              if (one.get("in").asString().equals("query")) {
                names.add(one.get("name").asString());
              }
            });
    Arbitrary<String> query =
        names.isEmpty()
            ? Arbitraries.just("")
            : Arbitraries.strings()
                .ofMaxLength(12)
                .list()
                .ofSize(names.size())
                .map(values -> query(names, values));
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    Arbitrary<String> body =
        schema.isMissingNode()
            ? Arbitraries.just("")
            : Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                    8, value("", schema).map(Described.JSON::writeValueAsString)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("", "{", "[]", "null", "{\"a\":{}}")),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
    return Combinators.combine(path, query, body).as((p, q, b) -> new Asked(method, p + q, b));
  }

  private static String filled(String template, List<String> values) {
    String path = template;
    for (String value : values) {
      path =
          path.replaceFirst("\\{[^}]+}", encoded(value).replace("\\", "\\\\").replace("$", "\\$"));
    }
    return path;
  }

  private static String query(List<String> names, List<String> values) {
    var query = new StringBuilder("?");
    for (int i = 0; i < names.size(); i++) {
      query.append(names.get(i)).append('=').append(encoded(values.get(i))).append('&');
    }
    return query.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Arbitrary<Object> value(String name, JsonNode schema) {
    if (schema.has("$ref")) {
      return value(name, DESCRIBED.document().at(schema.get("$ref").asString().substring(1)));
    }
    if (schema.has("oneOf")) {
      return value(name, schema.get("oneOf").get(0)).injectNull(.2);
    }
    JsonNode type = schema.get("type");
    String plain =
        type == null ? "string" : type.isArray() ? type.get(0).asString() : type.asString();
    Arbitrary<Object> right =
        switch (plain) {
          case "integer" -> Arbitraries.integers().between(-2, 1_000).asGeneric();
          case "number" -> Arbitraries.doubles().between(-1, 5).asGeneric();
          case "boolean" -> Arbitraries.of(true, false).asGeneric();
          case "array" -> value(name, schema.get("items")).list().ofMaxSize(3).asGeneric();
          case "object" -> object(schema);
          default -> text(name, schema);
        };
    boolean mayBeNothing = type != null && type.isArray();
    Arbitrary<Object> given = mayBeNothing ? right.injectNull(.3) : right;
    Arbitrary<Object> wrong = Arbitraries.<Object>of("word", 7, true, List.of(), Map.of("a", 1));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(15, given), net.jqwik.api.Tuple.of(1, wrong));
  }

  private static Arbitrary<Object> text(String name, JsonNode schema) {
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(word -> words.add(word.isNull() ? "" : word.asString()));
      return Arbitraries.of(words).asGeneric();
    }
    if (WORDS.containsKey(name)) {
      return Arbitraries.of(WORDS.getOrDefault(name, List.of())).asGeneric();
    }
    return Arbitraries.oneOf(
            Arbitraries.of("", "비가 옵니다.", "One house.", "a", "../../etc", "[앵커]\n네."),
            Arbitraries.strings().ofMaxLength(30))
        .asGeneric();
  }

  private static Arbitrary<Object> object(JsonNode schema) {
    JsonNode properties = schema.path("properties");
    Arbitrary<Map<String, Object>> made = Arbitraries.just(Map.of());
    for (String name : properties.propertyNames()) {
      Arbitrary<Object> one = value(name, properties.get(name));
      boolean rare = Set.of("html", "text", "ssml", "url").contains(name);
      Arbitrary<Boolean> there =
          rare ? Arbitraries.of(true, false, false) : Arbitraries.of(true, false);
      made =
          Combinators.combine(made, one, there)
              .as(
                  (map, value, present) -> {
                    Map<String, Object> all = new LinkedHashMap<>(map);
                    if (present) {
                      all.put(name, value);
                    }
                    return all;
                  });
    }
    return made.map(map -> (Object) map);
  }
}
