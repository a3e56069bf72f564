package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;
import org.nangdok.language.lexicon.WordGroups;

/** The words that aren't pronounced as they are spelled, from {@code voices/lexicon/ko}. */
public final class KoreanLexicon {

  private static final String FOLDER = "lexicon/ko/";

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<Character, Integer> longest = new HashMap<>();
  private final Map<Character, List<Suffix>> suffixes = new HashMap<>();
  private final WordGroups groups;
  private final Homographs homographs;

  /** Reads and checks all files. */
  public KoreanLexicon(VoicesFolder voices) {
    for (String file :
        List.of(
            "tensing.tsv", "sino.tsv", "insertion.tsv", "nasal.tsv", "boundary.tsv", "plain.tsv")) {
      for (TsvFile.Row row : TsvFile.open(voices, FOLDER + file).rows()) {
        for (String marked : row.field(0).split(" +")) {
          add(row, Entry.of(row, marked, row.field(1)));
        }
      }
    }
    for (TsvFile.Row row : TsvFile.open(voices, FOLDER + "respelling.tsv").rows()) {
      add(row, Entry.respelled(row, row.field(0), row.field(1), row.field(2)));
    }
    complete();
    for (TsvFile.Row row : TsvFile.open(voices, FOLDER + "suffixes.tsv").rows()) {
      addSuffix(row);
    }
    groups = WordGroups.open(voices, FOLDER + "groups.tsv");
    homographs = new Homographs(voices);
  }

  /** Words whose pronunciation depends on their neighbours. */
  Homographs homographs() {
    return homographs;
  }

  /** How many words are listed. */
  public int size() {
    return entries.size();
  }

  /** The longest entry that begins at a place of a word. */
  @Nullable Entry at(String word, int start) {
    Integer most = longest.get(word.charAt(start));
    if (most == null) {
      return null;
    }
    for (int end = Math.min(word.length(), start + most); end > start; end--) {
      Entry entry = entries.get(word.substring(start, end));
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** Whether a word of two syllables is listed as tense. */
  boolean isTense(String word) {
    Entry entry = entries.get(word);
    return entry != null && entry.marks().get(1).filter(mark -> mark == Mark.TENSE).isPresent();
  }

  /** The suffixes whose last syllable is this one. */
  List<Suffix> suffixes(char last) {
    return suffixes.getOrDefault(last, List.of());
  }

  /** A named group of words or syllables, as {@code groups.tsv} has it. */
  Set<String> group(String name) {
    return groups.words(name);
  }

  /** A word stands in one row of one file, so that no two can contradict each other. */
  private void add(TsvFile.Row row, Entry entry) {
    if (entries.put(entry.word(), entry) != null) {
      throw row.wrong("\"" + entry.word() + "\" is listed already; keep one row for a word.");
    }
    longest.merge(entry.word().charAt(0), entry.word().length(), Math::max);
  }

  /** Compounds sound like the words that they begin with, unless they are marked otherwise. */
  private void complete() {
    for (Entry entry : List.copyOf(entries.values())) {
      String word = entry.word();
      for (int end = word.length() - 1; end > 1; end--) {
        Entry part = entries.get(word.substring(0, end));
        if (part != null) {
          entries.put(word, entry.completedBy(part));
          break;
        }
      }
    }
  }

  private void addSuffix(TsvFile.Row row) {
    Entry entry = Entry.of(row, row.field(0), row.field(2));
    if (!entry.startsMarked()) {
      throw row.wrong("A suffix begins with its mark, as in ^권 or +역.");
    }
    int before;
    try {
      before = Integer.parseInt(row.field(1));
    } catch (NumberFormatException e) {
      throw row.wrong("Field 2 is how many syllables stand before the suffix at least.");
    }
    String except = row.optional(3);
    suffixes
        .computeIfAbsent(entry.word().charAt(entry.word().length() - 1), last -> new ArrayList<>())
        .add(new Suffix(entry, before, except.isEmpty() ? Set.of() : words(except)));
  }

  private static Set<String> words(String field) {
    return Set.copyOf(Arrays.asList(field.split(" +")));
  }
}
