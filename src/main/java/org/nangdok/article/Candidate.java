package org.nangdok.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;

/**
 * One proposal which lines are the article.
 *
 * @param name where it comes from, such as {@code scored} or {@code profile:kbs}
 * @param source the lines it takes from: the page's or, for text inside scripts, its own
 * @param taken which of them it takes
 * @param reasons for lines that it leaves out knowingly, the reason
 */
record Candidate(String name, PageLines source, BitSet taken, Map<Integer, String> reasons) {

  Candidate {
    taken = (BitSet) taken.clone();
    reasons = Map.copyOf(reasons);
  }

  /** The same proposal without the lines that there are reasons against. */
  Candidate without(Map<Integer, String> against) {
    BitSet fewer = (BitSet) taken.clone();
    against.keySet().forEach(fewer::clear);
    Map<Integer, String> all = new HashMap<>(reasons);
    all.putAll(against);
    return fewer.isEmpty() ? this : new Candidate(name, source, fewer, all);
  }

  /** Weight of all taken lines. */
  int weight() {
    return lines().stream().mapToInt(PageLine::weight).sum();
  }

  /** Characters of all taken lines. */
  int length() {
    return lines().stream().mapToInt(line -> line.text().length()).sum();
  }

  /** Weight of the taken lines that read like sentences. */
  int runningWeight() {
    return lines().stream()
        .filter(line -> line.linkShare() < 0.6 && LineText.isRunning(line.text()))
        .mapToInt(PageLine::weight)
        .sum();
  }

  /** Share of the taken weight that stands in links. */
  double linkShare() {
    int links = lines().stream().mapToInt(PageLine::linkWeight).sum();
    return weight() == 0 ? 0 : (double) links / weight();
  }

  /** Share of the taken lines that end as sentences do. */
  double sentenceShare() {
    List<PageLine> lines = lines();
    long ends = lines.stream().filter(line -> LineText.endsSentence(line.text())).count();
    return lines.isEmpty() ? 0 : (double) ends / lines.size();
  }

  List<PageLine> lines() {
    return taken.stream().mapToObj(source.lines()::get).toList();
  }
}
