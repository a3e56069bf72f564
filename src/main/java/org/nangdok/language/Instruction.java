package org.nangdok.language;

import java.util.List;
import java.util.Set;

/**
 * How an author wants a part of a sentence to be read (SSML 1.1, 3.1.9-3.1.11).
 *
 * @param start first character in the sentence
 * @param end one past the last
 * @param kind what is asked
 * @param value the words, the pronunciation (IPA or Hangul), or the kind of text ({@code
 *     telephone})
 */
public record Instruction(int start, int end, Kind kind, String value) {

  /** The kinds of text ({@code interpret-as}) that are read in another way than without them. */
  public static final Set<String> TEXTS =
      Set.of(
          "telephone",
          "digits",
          "characters",
          "spell-out",
          "verbatim",
          "cardinal",
          "number",
          "ordinal");

  /** Those of a text's instructions that lie inside one of its sentences, counted from there. */
  public static List<Instruction> within(List<Instruction> instructions, TextRange sentence) {
    return instructions.stream()
        .filter(one -> one.start >= sentence.start() && one.end <= sentence.end())
        .map(
            one ->
                new Instruction(
                    one.start - sentence.start(), one.end - sentence.start(), one.kind, one.value))
        .toList();
  }

  /** The elements that SSML has for this. */
  public enum Kind {
    SUB,
    PHONEME,
    SAY_AS
  }
}
