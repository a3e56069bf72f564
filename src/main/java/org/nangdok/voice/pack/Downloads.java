package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Files from the addresses that offers name. A download that broke off is gone on with (RFC 9110,
 * range requests); only an administrator's data names addresses, never a stranger.
 */
public final class Downloads implements FileSource {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final int TRIES = 4;
  private static final int PIECE = 65_536;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** Hosts that could not be reached; one for each installation, so that a later one asks again. */
  private final Set<String> unreachable = new HashSet<>();

  @Override
  public void fetch(PackFile file, Path target, LongConsumer progress) throws IOException {
    URI address = file.address();
    if (address == null) {
      throw new PackException(
          "voice.pack-unreachable", "The file " + file.path() + " has no address.");
    }
    String host = String.valueOf(address.getHost());
    if (unreachable.contains(host)) {
      throw cannot(file, host, null);
    }
    Long size = file.size();
    for (int attempt = 1; ; attempt++) {
      if (size != null && Files.exists(target) && Files.size(target) == size) {
        progress.accept(size);
        return;
      }
      try {
        download(file, address, target, progress);
        if (size == null || Files.size(target) >= size || attempt == TRIES) {
          return;
        }
      } catch (ConnectException | HttpConnectTimeoutException e) {
        unreachable.add(host);
        throw cannot(file, host, e);
      } catch (FileSystemException e) {
        throw e; // a full disk doesn't get emptier by trying again
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw cannot(file, host, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("The download was stopped.", e);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("The download was stopped.");
      }
    }
  }

  private static PackException cannot(PackFile file, String host, @Nullable Exception cause) {
    return new PackException(
        "voice.pack-unreachable",
        "The file "
            + file.path()
            + " can't be downloaded from "
            + host
            + ". Try again: what is there already is kept.",
        cause);
  }

  private void download(PackFile file, URI address, Path target, LongConsumer progress)
      throws IOException, InterruptedException {
    long there = Files.exists(target) ? Files.size(target) : 0;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", "Nangdok");
    if (there > 0) {
      request.header("Range", "bytes=" + there + "-");
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> copy(body, target, 0, progress);
        case 206 -> copy(body, target, continues(response, there) ? there : -1, progress);
        case 416 -> Files.deleteIfExists(target); // longer than the file: begun again
        default -> {
          if (response.statusCode() >= 500 || response.statusCode() == 429) {
            throw new IOException("The server answered " + response.statusCode() + ".");
          }
          throw new PackException(
              "voice.pack-unreachable",
              "The server "
                  + address.getHost()
                  + " answered "
                  + response.statusCode()
                  + " for the file "
                  + file.path()
                  + ".");
        }
      }
      if (response.statusCode() == 416) {
        throw new IOException("The part that was there is longer than the file.");
      }
    }
  }

  private static boolean continues(HttpResponse<?> response, long from) {
    return response
        .headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + from + "-"))
        .isPresent();
  }

  private static void copy(InputStream body, Path target, long from, LongConsumer progress)
      throws IOException {
    if (from < 0) {
      Files.deleteIfExists(target);
      throw new IOException("The server sent another part than it was asked for.");
    }
    StandardOpenOption how =
        from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    try (OutputStream out =
        Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      var piece = new byte[PIECE];
      long there = from;
      for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("The download was stopped.");
        }
        out.write(piece, 0, count);
        there += count;
        progress.accept(there);
      }
    }
  }
}
