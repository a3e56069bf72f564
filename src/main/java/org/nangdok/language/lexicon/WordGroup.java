package org.nangdok.language.lexicon;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nangdok.data.VoicesFolder;

/** A named group of words of a file with lines of name and words ({@code groups.tsv}). */
public final class WordGroup {

  private WordGroup() {}

  /** A pattern for any word of a group, as one alternative without captures. */
  public static String anyOf(VoicesFolder voices, String file, String group) {
    return TsvFile.open(voices, file).rows().stream()
        .filter(row -> row.field(0).equals(group))
        .flatMap(row -> Arrays.stream(row.field(1).split(" +")))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
