package org.nangdok.article.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of a benchmark with its true article.
 *
 * @param id the page's name in the benchmark
 * @param url its address
 * @param html its markup
 * @param truth the article's text
 */
public record BenchmarkPage(String id, String url, String html, String truth) {

  /** All pages of a benchmark folder: {@code ground-truth.json} and {@code html/ID.html.gz}. */
  public static List<BenchmarkPage> of(Path folder) {
    try {
      JsonNode truth =
          JsonMapper.shared().readTree(Files.readString(folder.resolve("ground-truth.json")));
      List<BenchmarkPage> pages = new ArrayList<>();
      for (String id : truth.propertyNames()) {
        JsonNode entry = truth.get(id);
        pages.add(
            new BenchmarkPage(
                id,
                entry.path("url").asString("https://example.org/" + id),
                unzipped(folder.resolve("html").resolve(id + ".html.gz")),
                entry.path("articleBody").asString("")));
      }
      return pages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String unzipped(Path file) throws IOException {
    try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
