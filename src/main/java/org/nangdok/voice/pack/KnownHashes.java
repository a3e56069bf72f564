package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The SHA-256 of each file whose offer names none, as it was when it was downloaded first: lines of
 * address, tab, hash in {@code hashes.tsv}. Whoever changes a file later is noticed.
 */
final class KnownHashes {

  private final Path file;

  KnownHashes(Path file) {
    this.file = file;
  }

  Optional<String> of(PackFile wanted) throws IOException {
    return Optional.ofNullable(read().get(String.valueOf(wanted.address())));
  }

  synchronized void record(Map<PackFile, String> found) throws IOException {
    Map<String, String> all = read();
    found.forEach(
        (wanted, hash) -> {
          if (wanted.address() != null) {
            all.putIfAbsent(wanted.address().toString(), hash);
          }
        });
    List<String> lines =
        all.entrySet().stream().map(entry -> entry.getKey() + "\t" + entry.getValue()).toList();
    Path fresh = file.resolveSibling(".hashes.part");
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Map<String, String> read() throws IOException {
    var hashes = new TreeMap<String, String>();
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split("\t", 2);
        if (fields.length == 2) {
          hashes.put(fields[0], fields[1]);
        }
      }
    }
    return hashes;
  }
}
