package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Files from the addresses that offers name. A download that broke off is gone on with (RFC 9110,
 * range requests); only an administrator's data names addresses, never a stranger.
 */
public final class Downloads implements FileSource {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TRIES = 4;
  private static final int PIECE = 65_536;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Override
  public void fetch(PackFile file, Path target, LongConsumer progress) throws IOException {
    Long size = file.size();
    for (int attempt = 1; ; attempt++) {
      if (size != null && Files.exists(target) && Files.size(target) == size) {
        progress.accept(size);
        return;
      }
      try {
        download(file, target, progress);
        if (size == null || Files.size(target) >= size || attempt == TRIES) {
          return;
        }
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw new PackException(
              "voice.pack-unreachable",
              "The file "
                  + file.path()
                  + " can't be downloaded from "
                  + file.address().getHost()
                  + ". Try again: what is there already is kept.",
              e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("The download was stopped.", e);
      }
    }
  }

  private void download(PackFile file, Path target, LongConsumer progress)
      throws IOException, InterruptedException {
    long there = Files.exists(target) ? Files.size(target) : 0;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(file.address()).timeout(PATIENCE).header("User-Agent", "Nangdok");
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
                  + file.address().getHost()
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
