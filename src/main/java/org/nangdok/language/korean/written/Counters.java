package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;
import org.nangdok.language.lexicon.WordGroups;

/** Which counters take native and which Sino-Korean numbers ({@code counters.tsv}). */
final class Counters {

  private static final int LONGEST = 5;

  /** Stands for the end of the text or a sign among the words that must follow. */
  private static final String END = "|";

  /**
   * One row.
   *
   * @param counter the counter
   * @param most the highest number that is read natively; 0 if none is
   * @param before words of which one must stand before the number; none if empty
   * @param after words of which one must follow the counter; none if empty
   */
  record Counter(String counter, int most, List<String> before, List<String> after) {}

  private final Map<String, List<Counter>> counters = new HashMap<>();
  private final Set<String> sure;
  private final Set<String> behind;

  Counters(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/counters.tsv").rows()) {
      for (String counter : row.field(0).split(" ")) {
        counters
            .computeIfAbsent(counter, c -> new ArrayList<>())
            .add(new Counter(counter, most(row), words(row, 2), words(row, 3)));
      }
    }
    WordGroups groups = WordGroups.open(voices, "lexicon/ko/groups.tsv");
    sure = groups.words("counter-sure");
    behind = groups.words("counter-behind");
  }

  /** The counter that stands at a place behind a number that begins at {@code number}. */
  @Nullable Counter at(Writing writing, int number, int at) {
    List<Counter> all = all(writing, number, at);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** All rows of that counter that hold, the likeliest first. */
  List<Counter> all(Writing writing, int number, int at) {
    int word = writing.hangulEnd(at);
    for (int end = Math.min(word, at + LONGEST); end > at; end--) {
      List<Counter> rows = counters.get(writing.text().substring(at, end));
      if (rows == null || end == at + 1 && end < word && !isCounter(writing, at)) {
        continue;
      }
      int last = end;
      List<Counter> holding =
          rows.stream().filter(row -> holds(row, writing, number, last)).toList();
      if (!holding.isEmpty()) {
        return holding;
      }
    }
    return List.of();
  }

  /** The number as it is read before a counter. */
  String read(Quantity quantity, @Nullable Counter counter) {
    int value = quantity.small();
    if (counter != null && value > 0 && value <= counter.most()) {
      return counter.counter().equals("번째") && value == 1 ? "첫" : Numerals.nativeBefore(value);
    }
    return quantity.sino();
  }

  /** Whether a syllable in front of others counts: {@code 올} does in 3올이, not in 88올림픽. */
  private boolean isCounter(Writing writing, int at) {
    return sure.contains(writing.text().substring(at, at + 1))
        || behind.contains(writing.text().substring(at + 1, at + 2));
  }

  private static boolean holds(Counter row, Writing writing, int number, int end) {
    return (row.before().isEmpty()
            || row.before().stream().anyMatch(word -> writing.isAfter(word, number)))
        && (row.after().isEmpty() || follows(row.after(), writing, end));
  }

  private static boolean follows(List<String> words, Writing writing, int end) {
    int at = writing.at(end) == ' ' ? end + 1 : end;
    boolean last = end >= writing.length() || ".,)!?".indexOf(writing.at(end)) >= 0;
    return words.stream().anyMatch(word -> word.equals(END) ? last : writing.startsWith(word, at));
  }

  private static int most(TsvFile.Row row) {
    try {
      return row.field(1).equals("sino") ? 0 : Math.min(99, Integer.parseInt(row.field(1)));
    } catch (NumberFormatException e) {
      throw row.wrong("Field 2 is \"sino\" or the highest number that is read natively.");
    }
  }

  private static List<String> words(TsvFile.Row row, int field) {
    String words = row.optional(field);
    return words.isEmpty() || words.equals("-") ? List.of() : List.of(words.split(" +"));
  }
}
