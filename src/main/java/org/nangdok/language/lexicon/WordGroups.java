package org.nangdok.language.lexicon;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nangdok.data.VoicesFolder;

/** Named groups of words: a file with a name and words in a line ({@code groups.tsv}). */
public final class WordGroups {

  private final String file;
  private final Map<String, Set<String>> groups = new HashMap<>();

  private WordGroups(String file) {
    this.file = file;
  }

  /** Reads a file; lines of one name are one group. */
  public static WordGroups open(VoicesFolder voices, String file) {
    var groups = new WordGroups(file);
    for (TsvFile.Row row : TsvFile.open(voices, file).rows()) {
      groups
          .groups
          .computeIfAbsent(row.field(0), name -> new LinkedHashSet<>())
          .addAll(Arrays.asList(row.field(1).split(" +")));
    }
    return groups;
  }

  /**
   * The words of a group.
   *
   * @throws IllegalStateException if the file has no such group
   */
  public Set<String> words(String name) {
    Set<String> group = groups.get(name);
    if (group == null) {
      throw new IllegalStateException(file + " has no group named " + name + ".");
    }
    return Set.copyOf(group);
  }

  /** A pattern for any word of a group, as one alternative without captures. */
  public String anyOf(String name) {
    return words(name).stream()
        .sorted()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
