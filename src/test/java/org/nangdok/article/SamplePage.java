package org.nangdok.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of our own with what must come of it: facts, one {@code name: value} a line, then {@code
 * ---}, then one paragraph a line.
 */
record SamplePage(String name, String html, Map<String, String> facts, List<String> paragraphs) {

  /** The samples of one folder of the test resources, by name. */
  static List<SamplePage> all(String folder) {
    URL place = Objects.requireNonNull(SamplePage.class.getResource(folder), folder);
    try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .map(SamplePage::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SamplePage of(Path html) {
    try {
      String name = html.getFileName().toString().replace(".html", "");
      List<String> lines = Files.readAllLines(html.resolveSibling(name + ".txt"));
      int rule = lines.indexOf("---");
      Map<String, String> facts = new LinkedHashMap<>();
      for (String line : lines.subList(0, rule)) {
        String[] parts = line.split(": ?", 2);
        facts.put(parts[0], parts[1]);
      }
      return new SamplePage(
          name, Files.readString(html), facts, lines.subList(rule + 1, lines.size()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Nullable String address() {
    return facts.get("address");
  }

  @Override
  public String toString() {
    return name;
  }
}
