package org.nangdok.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.key.KeyFile;
import org.nangdok.key.NewKey;
import org.nangdok.key.Scope;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ListedReading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service that has a data folder in use. Whoever may write that folder may administer the
 * service, so a key is made for each call and ended after it.
 */
final class RunningService {

  private final Path data;
  private final URI address;

  RunningService(Path data, URI address) {
    this.data = data;
    this.address = address;
  }

  /** Has the service write a backup into a file that isn't there yet. */
  void backup(Path file, boolean clips) throws IOException, InterruptedException {
    with(
        "nangdok backup",
        (client, token) -> {
          String path = "/api/administration/backup" + (clips ? "?clips" : "");
          try (InputStream body = send(client, token, "GET", path, 200)) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  /** Has the service remove readings; gives those that there are where none are named. */
  List<ListedReading> readings(List<String> removed) throws IOException, InterruptedException {
    List<ListedReading> all = new ArrayList<>();
    with(
        "nangdok readings",
        (client, token) -> {
          for (String id : removed) {
            send(client, token, "DELETE", "/api/readings/" + id, 204).close();
          }
          String next = removed.isEmpty() ? "" : null;
          while (next != null) {
            String path = "/api/readings?limit=200" + (next.isEmpty() ? "" : "&before=" + next);
            try (InputStream body = send(client, token, "GET", path, 200)) {
              JsonNode page = JsonMapper.shared().readTree(body);
              page.path("readings").forEach(reading -> all.add(listed(reading)));
              next = page.path("next").asStringOpt().orElse(null);
            }
          }
        });
    return all;
  }

  /** What is sent, and its media type. */
  private record Body(String type, HttpRequest.BodyPublisher content) {
    static final Body NONE = new Body("application/json", HttpRequest.BodyPublishers.noBody());
  }

  /** Does something with an answer's body. */
  interface Taker {
    void take(InputStream body) throws IOException;
  }

  /**
   * Sends one request about works.
   *
   * @param json its body; none if null
   * @param right the status of an answer as it should be
   */
  void works(String method, String path, @Nullable String json, int right, Taker taker)
      throws IOException, InterruptedException {
    Body body =
        json == null
            ? Body.NONE
            : new Body("application/json", HttpRequest.BodyPublishers.ofString(json));
    works(method, path, body, right, taker);
  }

  /** Sends a file as it is, without holding it in memory, to become a work. */
  void workOf(Path file, String query, Taker taker) throws IOException, InterruptedException {
    var body = new Body("application/octet-stream", HttpRequest.BodyPublishers.ofFile(file));
    works("POST", "/api/works" + query, body, 202, taker);
  }

  private void works(String method, String path, Body sent, int right, Taker taker)
      throws IOException, InterruptedException {
    with(
        "nangdok works",
        (client, token) -> {
          try (InputStream body = send(client, token, method, path, sent, right)) {
            taker.take(body);
          }
        });
  }

  private static ListedReading listed(JsonNode reading) {
    return new ListedReading(
        reading.path("id").asString(),
        reading.path("title").asStringOpt().orElse(null),
        reading.path("url").asStringOpt().orElse(null),
        reading.path("finished").asBoolean(),
        Instant.parse(reading.path("created").asString()),
        Instant.parse(reading.path("heard").asString()));
  }

  /** What is done with a key of its own. */
  private interface Call {
    void make(HttpClient client, String token) throws IOException, InterruptedException;
  }

  private void with(String name, Call call) throws IOException, InterruptedException {
    KeyFile keys = KeyFile.in(data);
    NewKey key = keys.create(name, Scope.ADMINISTER, List.of());
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      call.make(client, key.token());
    } catch (java.net.ConnectException e) {
      throw notThere("nothing answers there", e);
    } finally {
      keys.revoke(key.key().id());
    }
  }

  private InputStream send(HttpClient client, String token, String method, String path, int right)
      throws IOException, InterruptedException {
    return send(client, token, method, path, Body.NONE, right);
  }

  private InputStream send(
      HttpClient client, String token, String method, String path, Body body, int right)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(method, body.content())
            .header("Content-Type", body.type())
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() == right) {
      return answer.body();
    }
    try (InputStream refused = answer.body()) {
      JsonNode problem = problem(refused);
      if (problem
          .path("code")
          .asString("")
          .matches("(?:reading|work|request|voice|audio|document|article)\\..*")) {
        throw new LibraryException(
            problem.path("code").asString(), problem.path("detail").asString(), null);
      }
      throw notThere("it answered " + answer.statusCode(), null);
    }
  }

  private static JsonNode problem(InputStream body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  private LibraryException notThere(String what, @Nullable Throwable e) {
    return new LibraryException(
        "library.in-use",
        "The data folder is in use by a service that wasn't found at "
            + address
            + ": "
            + what
            + ". Name its address with --service, or stop it.",
        e);
  }
}
