package org.nangdok.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of {@code voices/}: those that ship with the program, and over them those of a folder
 * that an administrator edits. Names are relative, with {@code /}, such as {@code
 * lexicon/ko/tensing.tsv}.
 */
public final class VoicesFolder {

  private static final String ROOT = "voices/";

  private final @Nullable Path overlay;

  private VoicesFolder(@Nullable Path overlay) {
    this.overlay = overlay;
  }

  /** The files that ship with the program. */
  public static VoicesFolder shipped() {
    return new VoicesFolder(null);
  }

  /** The files that ship with the program; those in {@code folder} come before and beside them. */
  public static VoicesFolder over(Path folder) {
    return new VoicesFolder(folder);
  }

  /** Opens a file for reading, or tells that there is none. The caller closes it. */
  public Optional<InputStream> open(String name) {
    try {
      if (overlay != null) {
        Path edited = overlay.resolve(name).normalize();
        if (edited.startsWith(overlay.normalize()) && Files.isRegularFile(edited)) {
          return Optional.of(Files.newInputStream(edited));
        }
      }
      return Optional.ofNullable(loader().getResourceAsStream(ROOT + name));
    } catch (IOException e) {
      throw new UncheckedIOException("The file voices/" + name + " can't be read.", e);
    }
  }

  /** The names of the files directly in a folder, sorted. */
  public List<String> list(String folder) {
    var names = new TreeSet<String>();
    try {
      if (overlay != null && Files.isDirectory(overlay.resolve(folder))) {
        collect(overlay.resolve(folder), folder, names);
      }
      URL anchor = loader().getResource(ROOT + "casting.yaml");
      if (anchor == null) {
        return List.copyOf(names);
      }
      if (anchor.openConnection() instanceof JarURLConnection jar) {
        String prefix = ROOT + folder + "/";
        jar.getJarFile().stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
            .filter(name -> name.length() > prefix.length())
            .forEach(name -> names.add(name.substring(ROOT.length())));
      } else {
        Path root = Path.of(new URI(anchor.toString())).resolveSibling(folder);
        if (Files.isDirectory(root)) {
          collect(root, folder, names);
        }
      }
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder voices/" + folder + " can't be read.", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The folder voices/" + folder + " has no address.", e);
    }
  }

  private static void collect(Path directory, String folder, TreeSet<String> names)
      throws IOException {
    try (var files = Files.list(directory)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(folder + "/" + file.getFileName()));
    }
  }

  private static ClassLoader loader() {
    return VoicesFolder.class.getClassLoader();
  }
}
