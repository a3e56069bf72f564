package org.nangdok.article.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "gov", "ac", "or", "go", "ne", "edu");

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

  /**
   * The name of the page's site: the label before the public suffix, or for a made-up address the
   * page's name without its number.
   */
  public String site() {
    String host =
        String.valueOf(
            URI.create(url.replaceAll("[^\\x21-\\x7e]|[\\[\\]{}|\\\\^`\"<>].*", "")).getHost());
    if (host.startsWith("fakehost.") || host.startsWith("example.")) {
      return id.replaceAll("-\\d+$", "").toLowerCase(Locale.ROOT);
    }
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
    int last = labels.length - 2;
    while (last > 0 && SECOND_LEVEL.contains(labels[last])) {
      last--;
    }
    return labels[Math.max(0, last)];
  }

  /** The number of the fold that all pages of this site are in. */
  public int fold(int folds) {
    return Math.floorMod(site().hashCode() * 31 + 7, folds);
  }

  private static String unzipped(Path file) throws IOException {
    try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
