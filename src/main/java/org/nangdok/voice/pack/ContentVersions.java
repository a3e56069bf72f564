package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the contents of a pack or a model: the same bytes under the same names have the same
 * version on every machine, whenever they were installed. Hashes are kept in a file, each with its
 * file's size and time, so that a start reads only what is new. Thread-safe.
 */
public final class ContentVersions {

  private static final Logger LOG = LoggerFactory.getLogger(ContentVersions.class);
  private static final int VERSION_BYTES = 8;

  private final Path file;
  private final Map<String, String> hashes = new TreeMap<>();

  /**
   * @param file where hashes are kept; need not be there yet
   */
  public ContentVersions(Path file) {
    this.file = file;
    try {
      if (Files.isRegularFile(file)) {
        for (String line : Files.readAllLines(file)) {
          int tab = line.lastIndexOf('\t');
          hashes.put(line.substring(0, Math.max(0, tab)), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      hashes.clear(); // read anew
    }
  }

  /** The version of a folder's files, or of one file: 16 hexadecimal digits. */
  public synchronized String of(Path place) {
    int before = hashes.size();
    try (var files = Files.walk(place)) {
      MessageDigest all = digest();
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = place.relativize(one).toString().replace('\\', '/');
        String line = (name.isEmpty() ? one.getFileName() : name) + "\n" + hash(one) + "\n";
        all.update(line.getBytes(StandardCharsets.UTF_8));
      }
      if (hashes.size() != before) {
        keep();
      }
      return HexFormat.of().formatHex(all.digest(), 0, VERSION_BYTES);
    } catch (IOException e) {
      LOG.warn("The files of {} can't be read: {}", place.getFileName(), e.toString());
      return "unknown";
    }
  }

  private String hash(Path one) throws IOException {
    long time = Files.getLastModifiedTime(one).toMillis();
    String key = one.toAbsolutePath() + "\t" + Files.size(one) + "\t" + time;
    String known = hashes.get(key);
    if (known == null) {
      MessageDigest digest = digest();
      try (InputStream in = new DigestInputStream(Files.newInputStream(one), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      known = HexFormat.of().formatHex(digest.digest());
      hashes.put(key, known);
    }
    return known;
  }

  /** What can't be kept is read again at the next start. */
  private void keep() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      List<String> lines =
          hashes.entrySet().stream()
              .filter(entry -> Files.exists(Path.of(entry.getKey().split("\t", 2)[0])))
              .map(entry -> entry.getKey() + "\t" + entry.getValue())
              .toList();
      Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.debug("Hashes of voices aren't kept", e);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
