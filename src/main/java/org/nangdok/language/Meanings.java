package org.nangdok.language;

import java.util.HashMap;
import java.util.Map;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/** What rules and classes of written forms mean, in English and Korean ({@code rules.tsv}). */
public final class Meanings {

  private record Meaning(String english, String korean) {}

  private static final Meaning NONE = new Meaning("", "");

  private final Map<String, Meaning> meanings = new HashMap<>();

  /** Reads a file of rule, English and Korean sentence. */
  public Meanings(VoicesFolder voices, String name) {
    for (TsvFile.Row row : TsvFile.open(voices, name).rows()) {
      meanings.put(row.field(0), new Meaning(row.field(1), row.optional(2)));
    }
  }

  /** A step with what its rule means, as far as that is known. */
  public Explanation.Step step(String rule, String before, String after) {
    Meaning meaning = meanings.getOrDefault(rule, NONE);
    return new Explanation.Step(rule, before, after, meaning.english(), meaning.korean());
  }
}
