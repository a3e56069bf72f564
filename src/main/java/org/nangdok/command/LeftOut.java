package org.nangdok.command;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.reading.SentenceState;

/** Counts, by their reasons, what of one or several articles isn't heard. */
final class LeftOut {

  private final Map<String, Integer> lines = new TreeMap<>();
  private final Map<String, Integer> signs = new TreeMap<>();
  private final Map<String, Integer> sentences = new TreeMap<>();

  void count(ReadingPlan plan) {
    plan.dropped().forEach(line -> lines.merge(line.reason(), 1, Integer::sum));
    plan.unspoken().forEach(part -> signs.merge(part.reason(), 1, Integer::sum));
  }

  void count(SentenceState.Skipped skipped) {
    sentences.merge(skipped.code(), 1, Integer::sum);
  }

  void add(LeftOut other) {
    other.lines.forEach((reason, count) -> lines.merge(reason, count, Integer::sum));
    other.signs.forEach((reason, count) -> signs.merge(reason, count, Integer::sum));
    other.sentences.forEach((reason, count) -> sentences.merge(reason, count, Integer::sum));
  }

  /** For people, in one line. */
  String summary() {
    String text = "left out: lines " + counted(lines) + ", signs " + counted(signs);
    return sentences.isEmpty() ? text : text + ", sentences " + counted(sentences);
  }

  private static String counted(Map<String, Integer> reasons) {
    int all = reasons.values().stream().mapToInt(Integer::intValue).sum();
    return reasons.isEmpty()
        ? "0"
        : all
            + reasons.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
  }
}
