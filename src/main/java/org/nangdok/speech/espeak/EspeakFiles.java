package org.nangdok.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.SpeechException;

/**
 * libespeak-ng and what it reads, as files: the library once per version, its data once per
 * process, because every clause gets a tone table of its own in there.
 *
 * @param library the shared library
 * @param home the folder that holds {@code espeak-ng-data}; only this process uses it
 * @param fingerprint changes with the speaker variants
 */
record EspeakFiles(Path library, Path home, String fingerprint) {

  /** The release in piper-jni; names the folder, so that another release unpacks anew. */
  static final String VERSION = "1.52.0.1";

  static final String DATA = "espeak-ng-data";

  private static final String ARCHIVE = "espeak-ng-data.zip";

  /** The files of the archive that Korean needs; the other languages' dictionaries are 20 MB. */
  private static boolean needed(String name) {
    return switch (name) {
      case "phondata", "phondata-manifest", "phonindex", "phontab", "intonations", "ko_dict" ->
          true;
      default -> false;
    };
  }

  /**
   * Unpacks what isn't there yet.
   *
   * @param dataFolder where to; {@code espeak} is made in it
   * @param voices holds the speaker variants, {@code espeak/*}
   */
  static EspeakFiles unpack(Path dataFolder, VoicesFolder voices) {
    try {
      Path folder = dataFolder.toAbsolutePath().resolve("espeak");
      Path version = folder.resolve(VERSION);
      if (!Files.isDirectory(version)) {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        unpackInto(fresh, EspeakFiles::needed);
        moveOrDiscard(fresh, version);
      }
      removeAbandoned(folder);
      Path home = Files.createTempDirectory(folder, RUN + ProcessHandle.current().pid() + "-");
      copy(version.resolve(DATA), home.resolve(DATA));
      return new EspeakFiles(
          version.resolve(libraryName()), home, copyVariants(voices, home.resolve(DATA)));
    } catch (IOException e) {
      throw new SpeechException("The Korean speech library can't be unpacked.", e);
    }
  }

  /**
   * Unpacks the library with all languages, into a folder that processes share and only read. The
   * library is a file of its own there, so that the system loads it beside the Korean one and each
   * has its own state.
   *
   * @param dataFolder where to; {@code espeak} is made in it
   * @return the folder that holds the library and its data
   */
  static Path unpackWhole(Path dataFolder) {
    try {
      Path folder = dataFolder.toAbsolutePath().resolve("espeak");
      Path whole = folder.resolve("whole-" + VERSION);
      if (!Files.isDirectory(whole)) {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        unpackInto(fresh, name -> true);
        moveOrDiscard(fresh, whole);
      }
      return whole;
    } catch (IOException e) {
      throw new SpeechException("The phonemes' library can't be unpacked.", e);
    }
  }

  /** Removes this process's copy. */
  void discard() {
    try {
      delete(home);
    } catch (IOException e) {
      // The next start removes it.
    }
  }

  private static final String RUN = "run-";

  private static void unpackInto(Path folder, Predicate<String> needed) throws IOException {
    try (InputStream in = open(platform() + "/" + libraryName())) {
      Files.copy(in, folder.resolve(libraryName()));
    }
    Path data = Files.createDirectories(folder.resolve(DATA));
    try (var zip = new ZipInputStream(open(ARCHIVE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory() && needed.test(entry.getName())) {
          Path file = data.resolve(entry.getName());
          Files.createDirectories(file.resolveSibling("."));
          Files.copy(zip, file);
        }
      }
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = EspeakFiles.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IOException("There is no " + name + " on the class path.");
    }
    return in;
  }

  private static String platform() throws IOException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String chip =
        switch (machine) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          case "arm" -> "armv7l";
          default -> throw new IOException("There is no speech library for " + machine + ".");
        };
    if (system.contains("mac")) {
      return "macos-" + chip;
    }
    return (system.contains("win") ? "win-" : "debian-") + chip;
  }

  static String libraryName() throws IOException {
    String platform = platform();
    if (platform.startsWith("win")) {
      return "espeak-ng.dll";
    }
    return platform.startsWith("mac")
        ? "libespeak-ng." + VERSION + ".dylib"
        : "libespeak-ng.so." + VERSION;
  }

  private static void moveOrDiscard(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      delete(fresh);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      delete(fresh);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static String copyVariants(VoicesFolder voices, Path data) throws IOException {
    Path variants = Files.createDirectories(data.resolve("voices/!v"));
    var sum = new CRC32();
    for (String name : voices.list("espeak")) {
      // speakers.tsv too: its volumes decide the sound as much
      byte[] content;
      try (InputStream in = voices.open(name).orElseThrow()) {
        content = in.readAllBytes();
      }
      sum.update(name.getBytes(StandardCharsets.UTF_8));
      sum.update(content);
      Files.write(variants.resolve(name.substring(name.lastIndexOf('/') + 1)), content);
    }
    return Long.toHexString(sum.getValue());
  }

  /** A process that was killed leaves its copy behind. */
  private static void removeAbandoned(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.startsWith(RUN)) {
          String process = name.substring(RUN.length(), name.indexOf('-', RUN.length()));
          boolean alive =
              ProcessHandle.of(Long.parseLong(process)).map(ProcessHandle::isAlive).orElse(false);
          if (!alive) {
            delete(entry);
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
