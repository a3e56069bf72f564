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
import java.util.List;
import org.nangdok.key.KeyFile;
import org.nangdok.key.NewKey;
import org.nangdok.key.Scope;
import org.nangdok.library.LibraryException;

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
    KeyFile keys = KeyFile.in(data);
    NewKey key = keys.create("nangdok backup", Scope.ADMINISTER, List.of());
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  address.resolve("/api/administration/backup" + (clips ? "?clips" : "")))
              .header("Authorization", "Bearer " + key.token())
              .build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw notThere("it answered " + answer.statusCode(), null);
        }
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (java.net.ConnectException e) {
      throw notThere("nothing answers there", e);
    } finally {
      keys.revoke(key.key().id());
    }
  }

  private LibraryException notThere(String what, @org.jspecify.annotations.Nullable Throwable e) {
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
