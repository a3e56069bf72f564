package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The article-extraction-benchmark's measure: word 4-gram shingles as multisets, precision and
 * recall averaged over pages, F1 of the averages.
 */
public final class ShingleScore {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE = 4;

  private final List<Page> pages = new ArrayList<>();

  /** The counts of one page. */
  public record Page(String id, double both, double predicted, double true_) {
    /** F1 of this page alone. */
    public double f1() {
      return predicted + true_ == 0 ? 1 : 2 * both / (predicted + true_);
    }

    double precision() {
      return both / predicted;
    }

    double recall() {
      return both / true_;
    }
  }

  /** Counts one page. */
  public Page add(String id, String truth, String prediction) {
    Map<String, Integer> gold = shingles(truth);
    Map<String, Integer> mine = shingles(prediction);
    int both = 0;
    for (Map.Entry<String, Integer> entry : mine.entrySet()) {
      both += Math.min(entry.getValue(), gold.getOrDefault(entry.getKey(), 0));
    }
    Page page = new Page(id, both, sum(mine), sum(gold));
    pages.add(page);
    return page;
  }

  public List<Page> pages() {
    return pages;
  }

  public double precision() {
    return pages.stream()
        .filter(p -> p.predicted() > 0)
        .mapToDouble(Page::precision)
        .average()
        .orElse(0);
  }

  public double recall() {
    return pages.stream().filter(p -> p.true_() > 0).mapToDouble(Page::recall).average().orElse(0);
  }

  public double f1() {
    return 2 * precision() * recall() / (precision() + recall());
  }

  @Override
  public String toString() {
    return String.format(
        "F1 %.4f  P %.4f  R %.4f  (%d pages)", f1(), precision(), recall(), pages.size());
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = words(text);
    Map<String, Integer> shingles = new HashMap<>();
    if (words.isEmpty()) {
      return shingles;
    }
    for (int i = 0; i == 0 || i + SHINGLE <= words.size(); i++) {
      String shingle = String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE)));
      shingles.merge(shingle, 1, Integer::sum);
    }
    return shingles;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
