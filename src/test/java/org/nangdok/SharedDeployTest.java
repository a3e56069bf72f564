package org.nangdok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files in {@code deploy/shared} against the application and each other: names of settings,
 * ports, probes, places. They aren't run here: there is no container daemon.
 */
class SharedDeployTest {

  private static final Path SHARED = Path.of("deploy/shared");
  private static final Pattern VARIABLE =
      Pattern.compile("\\b(?:NANGDOK|SPRING|SERVER|MANAGEMENT)_[A-Z0-9_]+");

  /** What the compose file asks of whoever starts it. */
  private static final Set<String> ASKED = Set.of("NANGDOK_DB_PASSWORD", "NANGDOK_S3_SECRET");

  private static String text(String file) throws IOException {
    return Files.readString(SHARED.resolve(file));
  }

  private static JsonNode tree(Object yaml) {
    return JsonMapper.shared().valueToTree(yaml);
  }

  private static JsonNode compose() throws IOException {
    return tree(new Yaml().load(text("compose.yaml")));
  }

  private static List<JsonNode> manifests() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    new Yaml().loadAll(text("kubernetes.yaml")).forEach(one -> all.add(tree(one)));
    return all;
  }

  private static JsonNode usual() throws IOException {
    return tree(new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml"))));
  }

  private static String container() throws IOException {
    return Files.readString(Path.of("deploy/Containerfile"));
  }

  private static JsonNode pod() throws IOException {
    return manifests().getFirst().at("/spec/template/spec");
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** Every variable that the application, Spring and its parts know, as the environment has it. */
  private static Set<String> known() throws IOException {
    Set<String> names = new HashSet<>(found("`([A-Z0-9_]+)` \\|", settings()));
    for (URL file :
        Collections.list(
            SharedDeployTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (var in = file.openStream()) {
        for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
          names.add(
              property
                  .path("name")
                  .asString()
                  .replace("-", "")
                  .replace('.', '_')
                  .toUpperCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  private static String settings() throws IOException {
    return Files.readString(Path.of("docs/settings.md"));
  }

  @Test
  void everySettingIsOneThatTheApplicationKnows() throws IOException {
    Set<String> known = known();
    for (String file : List.of("compose.yaml", "kubernetes.yaml")) {
      Matcher named = VARIABLE.matcher(text(file));
      while (named.find()) {
        assertThat(known.contains(named.group()) || ASKED.contains(named.group()))
            .as("%s names %s", file, named.group())
            .isTrue();
      }
    }
    assertThat(text("compose.yaml")).contains("SPRING_PROFILES_ACTIVE: shared");
  }

  @Test
  void composeNamesOnlyWhatItHas() throws IOException {
    JsonNode services = compose().path("services");
    List<String> volumes = List.copyOf(compose().path("volumes").propertyNames());
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      for (JsonNode needed : service.getValue().path("depends_on")) {
        assertThat(services.has(needed.asString())).as("%s", needed).isTrue();
      }
      for (JsonNode mount : service.getValue().path("volumes")) {
        String from = mount.asString().split(":", 2)[0];
        boolean there =
            from.startsWith("./")
                ? Files.exists(SHARED.resolve(from)) || text("compose.yaml").contains("# s3.json")
                : volumes.contains(from);
        assertThat(there).as("%s", mount).isTrue();
      }
    }
    String url = services.at("/node-a/environment/NANGDOK_SHARED_DATABASE_URL").asString();
    assertThat(url)
        .isEqualTo(
            "jdbc:postgresql://database/"
                + services.at("/database/environment/POSTGRES_DB").asString());
    assertThat(services.at("/node-b/environment")).isEqualTo(services.at("/node-a/environment"));
    assertThat(services.at("/node-a/environment/NANGDOK_SHARED_DATABASE_USER"))
        .isEqualTo(services.at("/database/environment/POSTGRES_USER"));
  }

  @Test
  void theBalancerLeadsToTheNodesAndNobodyToTheirNumbers() throws IOException {
    String balancer = text("balancer.conf");
    String port = usual().at("/server/port").asString();
    assertThat(found("^\\s*server ([a-z-]+:\\d+)", balancer))
        .containsExactly("node-a:" + port, "node-b:" + port);
    assertThat(compose().path("services").propertyNames()).contains("node-a", "node-b");
    assertThat(compose().at("/services/balancer/ports/0").asString())
        .endsWith(":" + found("listen (\\d+);", balancer).getFirst());
    assertThat(balancer).contains("location /actuator/ { return 404; }");
    assertThat(found("(~\\S*)", balancer.replaceAll("\"[^\"]*\"|#.*", "")))
        .as("nginx takes a brace of an expression without quotes for its own")
        .noneMatch(expression -> expression.contains("{"));
  }

  @Test
  void whatTheBalancerKeepsIsWhatNeverChanges() throws IOException {
    List<String> places = found("location ~ (\\S+) \\{", text("balancer.conf"));
    Pattern kept = Pattern.compile(places.getFirst());
    Pattern streamed = Pattern.compile(places.get(1));
    String reading = "/api/readings/" + "0a".repeat(16);
    assertThat(kept.matcher("/clips/" + "0a".repeat(32) + ".mp3").find()).isTrue();
    assertThat(kept.matcher(reading + "/audio-0123456789abcdef.mp3").find()).isTrue();
    for (String changing : List.of("", "/audio.mp3", "/events", "/transcript.vtt")) {
      assertThat(kept.matcher(reading + changing).find()).as(changing).isFalse();
    }
    assertThat(streamed.matcher(reading + "/audio.mp3").find()).isTrue();
    assertThat(streamed.matcher(reading + "/events").find()).isTrue();
    Pattern patient = Pattern.compile(places.get(2));
    for (String book : List.of("audiobook.m4b", "book.epub", "daisy.zip", "chapters.zip")) {
      assertThat(patient.matcher("/api/works/" + "0a".repeat(16) + "/" + book).find()).isTrue();
    }
    assertThat(patient.matcher("/api/works/" + "0a".repeat(16)).find()).isFalse();
    Pattern warm =
        Pattern.compile(found("^\\s*\"~(\\^\\S+)\" \\$id;", text("balancer.conf")).getFirst());
    assertThat(warm.matcher(reading + "/audio.mp3").find()).isTrue();
    assertThat(warm.matcher("/r/" + "0a".repeat(16)).find()).isTrue();
  }

  @Test
  void probesAskForHealthThatTheApplicationTells() throws IOException {
    JsonNode node = pod().at("/containers/0");
    Map<String, String> environment = new java.util.TreeMap<>();
    node.path("env")
        .forEach(one -> environment.put(one.path("name").asString(), one.path("value").asString()));
    for (String kind : List.of("readiness", "liveness")) {
      JsonNode asked = node.path(kind + "Probe").path("httpGet");
      assertThat(asked.path("path").asString()).isEqualTo("/actuator/health/" + kind);
      assertThat(usual().at("/management/endpoint/health/group").has(kind)).isTrue();
      assertThat(asked.path("port").asString()).isEqualTo("management");
    }
    JsonNode ports = node.path("ports");
    assertThat(ports.at("/0/containerPort").asString())
        .isEqualTo(usual().at("/server/port").asString());
    assertThat(ports.at("/1/name").asString()).isEqualTo("management");
    assertThat(ports.at("/1/containerPort").asString())
        .isEqualTo(environment.get("MANAGEMENT_SERVER_PORT"));
    assertThat(environment).containsEntry("SPRING_PROFILES_ACTIVE", "shared");
    assertThat(manifests().getLast().at("/spec/ports/0/targetPort"))
        .isEqualTo(ports.at("/0/containerPort"));
  }

  @Test
  void theNodesRunAsTheImageIsMade() throws IOException {
    assertThat(pod().at("/securityContext/runAsUser").asString())
        .isEqualTo(found("^USER (\\d+)", container()).getFirst());
    assertThat(found("^EXPOSE (\\d+)", container()))
        .containsExactly(usual().at("/server/port").asString());
    Set<String> places = new HashSet<>();
    for (JsonNode mount : pod().at("/containers/0/volumeMounts")) {
      places.add(mount.path("mountPath").asString());
      String name = mount.path("name").asString();
      assertThat(pod().path("volumes"))
          .anySatisfy(volume -> assertThat(volume.path("name").asString()).isEqualTo(name));
    }
    assertThat(places).contains(found("^VOLUME (\\S+)", container()).getFirst(), "/tmp");
    String phase = usual().at("/spring/lifecycle/timeout-per-shutdown-phase").asString();
    assertThat(pod().path("terminationGracePeriodSeconds").asInt())
        .isGreaterThanOrEqualTo(Integer.parseInt(phase.replace("s", "")) + 10);
    for (JsonNode manifest : manifests()) {
      assertThat(manifest.at("/metadata/name").asString()).isEqualTo("nangdok");
    }
  }
}
