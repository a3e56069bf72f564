package org.nangdok.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of a cluster's processes, with the classes that were built as one jar, and an
 * archive of classes that a running process has loaded (CDS): what is begun later starts in half
 * the time.
 */
final class NodeClasses {

  private final Path archive;
  private final String path;
  private boolean recording;

  private NodeClasses(Path archive, String path) {
    this.archive = archive;
    this.path = path;
  }

  /** Makes the jar in a folder. */
  static NodeClasses in(Path folder) throws IOException {
    String all =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    Path jar = folder.resolve("classes.jar");
    List<String> rest = new ArrayList<>(List.of(jar.toString()));
    List<Path> folders = new ArrayList<>();
    for (String entry : all.split(File.pathSeparator)) {
      if (Files.isDirectory(Path.of(entry))) {
        folders.add(Path.of(entry));
      } else if (Files.exists(Path.of(entry))) {
        rest.add(entry);
      }
    }
    try (OutputStream file = Files.newOutputStream(jar);
        var zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      Set<String> seen = new HashSet<>();
      for (Path one : folders) {
        add(one, zip, seen);
      }
    }
    String path = rest.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    return new NodeClasses(folder.resolve("classes.jsa"), path);
  }

  /** Folders are entries too: Spring looks for resources by them. */
  private static void add(Path folder, ZipOutputStream zip, Set<String> seen) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted().toList()) {
        String name = folder.relativize(one).toString() + (Files.isDirectory(one) ? "/" : "");
        if (name.length() > 1 && seen.add(name)) {
          zip.putNextEntry(new ZipEntry(name));
          if (Files.isRegularFile(one)) {
            Files.copy(one, zip);
          }
          zip.closeEntry();
        }
      }
    }
  }

  /** What a process is begun with: the first one writes down what it has loaded when it ends. */
  synchronized List<String> options() {
    List<String> options = new ArrayList<>(List.of("-Xshare:auto", "-Xlog:cds*=off", "-cp", path));
    if (Files.exists(archive)) {
      options.add("-XX:SharedArchiveFile=" + archive);
    } else if (!recording) {
      recording = true;
      options.add("-XX:ArchiveClassesAtExit=" + archive);
    }
    return options;
  }
}
