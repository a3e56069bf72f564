package org.nangdok.voice.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A package client of the machine. It knows its own mirror, its proxy and its certificates, so that
 * a pack comes the way everything else comes to the machine; nothing of a package is run.
 */
public enum PackageClient {
  /** Python's; wheels only, since anything else would run code of the package. */
  PIP(List.of("pip3", "pip")) {
    @Override
    List<String> arguments(PackPackage wanted, Path folder) {
      return List.of(
          "download",
          "--quiet",
          "--no-input",
          "--no-deps",
          "--retries=2",
          "--no-cache-dir",
          "--disable-pip-version-check",
          "--only-binary=:all:",
          "--dest",
          folder.toString(),
          wanted.name() + "==" + wanted.version());
    }
  },
  /** Node's. */
  NPM(List.of("npm")) {
    @Override
    List<String> arguments(PackPackage wanted, Path folder) {
      return List.of(
          "pack",
          "--silent",
          "--ignore-scripts",
          "--fetch-retries=1",
          "--no-update-notifier",
          "--cache",
          folder.resolve("cache").toString(),
          "--pack-destination",
          folder.toString(),
          wanted.name() + "@" + wanted.version());
    }
  };

  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private final List<String> names;

  PackageClient(List<String> names) {
    this.names = names;
  }

  /** What brings a package's archive into a folder. */
  abstract List<String> arguments(PackPackage wanted, Path folder);

  /** The program on a search path, if the machine has it. */
  Optional<Path> program(String searchPath) {
    return names.stream().flatMap(name -> found(name, searchPath).stream()).findFirst();
  }

  /** Says the command as somebody at a keyboard would give it. */
  String spoken(PackPackage wanted) {
    return switch (this) {
      case PIP -> "pip download --no-deps " + wanted.name() + "==" + wanted.version();
      case NPM -> "npm pack " + wanted.name() + "@" + wanted.version();
    };
  }

  /** The code of an offer's client. */
  static PackageClient of(String code) {
    return Optional.ofNullable(Map.of("pip", PIP, "npm", NPM).get(code))
        .orElseThrow(() -> new IllegalArgumentException("\"client\" must be pip or npm."));
  }

  static Optional<Path> found(String name, String searchPath) {
    List<String> endings = WINDOWS ? List.of(".exe", ".cmd") : List.of("");
    List<Path> places = new ArrayList<>();
    for (String folder : searchPath.split(java.io.File.pathSeparator)) {
      if (!folder.isBlank() && Path.of(folder).isAbsolute()) {
        endings.forEach(ending -> places.add(Path.of(folder, name + ending)));
      }
    }
    return places.stream()
        .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
        .findFirst();
  }
}
