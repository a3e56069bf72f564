package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Words that are pronounced in two ways, told apart by their neighbours ({@code homographs.tsv}).
 */
final class Homographs {

  /**
   * One row.
   *
   * @param entry the marked word
   * @param before beginnings of the word before, any if empty
   * @param after beginnings of the word after, any if empty
   * @param own what stands behind it in its own word, anything if empty
   */
  private record Case(Entry entry, Set<String> before, Set<String> after, Set<String> own) {

    boolean holds(String left, String rest, String right) {
      return (own.isEmpty() || own.contains(rest))
          && (before.isEmpty() || before.stream().anyMatch(left::startsWith))
          && (after.isEmpty() || after.stream().anyMatch(right::startsWith));
    }
  }

  private final Map<String, List<Case>> cases = new HashMap<>();

  Homographs(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/homographs.tsv").rows()) {
      Entry entry = Entry.of(row, row.field(0), row.field(1));
      cases
          .computeIfAbsent(entry.word().substring(0, 1), first -> new ArrayList<>())
          .add(new Case(entry, words(row, 2), words(row, 3), words(row, 4)));
    }
  }

  /** The entry that holds for the beginning of a word between its neighbours. */
  @Nullable Entry at(String left, String word, String right) {
    for (Case one : cases.getOrDefault(word.substring(0, 1), List.of())) {
      String form = one.entry.word();
      if (word.startsWith(form) && one.holds(left, word.substring(form.length()), right)) {
        return one.entry;
      }
    }
    return null;
  }

  private static Set<String> words(TsvFile.Row row, int field) {
    String words = row.optional(field);
    if (words.isEmpty() || words.equals("-")) {
      return Set.of();
    }
    var set = new HashSet<String>();
    for (String word : words.split(" +")) {
      set.add(word.equals("=") ? "" : word);
    }
    return Set.copyOf(set);
  }
}
