package org.nangdok.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.nangdok.speech.SpeechException;

/** libespeak-ng and its data as files, unpacked once per version. */
final class EspeakFiles {

  /** The release in piper-jni; names the folder, so that another release unpacks anew. */
  static final String VERSION = "1.52.0.1";

  static final String DATA = "espeak-ng-data";

  private static final String ARCHIVE = "espeak-ng-data.zip";

  private EspeakFiles() {}

  /**
   * Unpacks the library with all languages, into a folder that processes share and only read.
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
        unpackInto(fresh);
        moveOrDiscard(fresh, whole);
      }
      return whole;
    } catch (IOException e) {
      throw new SpeechException("The phonemes' library can't be unpacked.", e);
    }
  }

  private static void unpackInto(Path folder) throws IOException {
    try (InputStream in = open(platform() + "/" + libraryName())) {
      Files.copy(in, folder.resolve(libraryName()));
    }
    Path data = Files.createDirectories(folder.resolve(DATA));
    try (var zip = new ZipInputStream(open(ARCHIVE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
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

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
