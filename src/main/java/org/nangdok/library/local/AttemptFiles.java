package org.nangdok.library.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nangdok.library.Attempts;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts as files: {@code <key>.open} while one runs, {@code <key>.deaths} with the number of
 * those that died. An open one that a start finds has ended with its process.
 */
public final class AttemptFiles implements Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptFiles.class);
  private static final String OPEN = ".open";
  private static final String DEATHS = ".deaths";

  private final Path folder;
  private final Map<ClipKey, Integer> deaths = new ConcurrentHashMap<>();

  private AttemptFiles(Path folder) {
    this.folder = folder;
  }

  /** Opens the folder and counts what the process before didn't live to end. */
  public static AttemptFiles open(Path folder) {
    var attempts = new AttemptFiles(folder);
    try {
      Files.createDirectories(folder);
      try (var files = Files.newDirectoryStream(folder, "*" + DEATHS)) {
        for (Path file : files) {
          key(file).ifPresent(key -> attempts.deaths.put(key, number(file)));
        }
      }
      try (var files = Files.newDirectoryStream(folder, "*" + OPEN)) {
        for (Path file : files) {
          key(file).ifPresent(attempts::died);
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("Attempts of an earlier process can't be counted: {}", e.toString());
    }
    return attempts;
  }

  private static Optional<ClipKey> key(Path file) {
    String name = String.valueOf(file.getFileName());
    return ClipKey.parse(name.substring(0, name.indexOf('.')));
  }

  private static int number(Path file) {
    try {
      return Integer.parseInt(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return 1;
    }
  }

  @Override
  public void begun(ClipKey key) {
    try {
      Files.write(file(key, OPEN), new byte[0]);
    } catch (IOException e) {
      LOG.debug("An attempt isn't counted", e); // a full disk is told where the clip is kept
    }
  }

  @Override
  public void ended(ClipKey key) {
    deleteIfExists(file(key, OPEN));
    if (deaths.remove(key) != null) {
      deleteIfExists(file(key, DEATHS));
    }
  }

  @Override
  public void died(ClipKey key) {
    int now = deaths.merge(key, 1, Integer::sum);
    try {
      Files.writeString(file(key, DEATHS), Integer.toString(now), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      LOG.warn("A death isn't counted across starts: {}", e.toString());
    }
    deleteIfExists(file(key, OPEN));
  }

  @Override
  public int deaths(ClipKey key) {
    return deaths.getOrDefault(key, 0);
  }

  private Path file(ClipKey key, String ending) {
    return folder.resolve(key.hex() + ending);
  }

  private static void deleteIfExists(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("A file of attempts stays", e);
    }
  }
}
