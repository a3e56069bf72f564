package org.nangdok.language;

import java.util.List;

/**
 * Why a text sounds as it does.
 *
 * @param spoken the whole text as it is read, in ordinary spelling
 * @param pronounced the same as it sounds
 * @param phones the sounds in IPA, words separated by spaces; empty where the language doesn't tell
 * @param words the spoken words and what each comes from, in order
 * @param steps what happened, in order
 * @param choices where a text could be read in several ways: what was read and what lost; empty
 *     where the language doesn't weigh readings
 * @param note what the voice decides, and so isn't told here; empty where nothing is left to it
 */
public record Explanation(
    String spoken,
    String pronounced,
    String phones,
    List<Word> words,
    List<Step> steps,
    List<Choice> choices,
    String note) {

  /** Of a language whose sounds are all decided before a voice is asked. */
  public Explanation(
      String spoken,
      String pronounced,
      String phones,
      List<Word> words,
      List<Step> steps,
      List<Choice> choices) {
    this(spoken, pronounced, phones, words, steps, choices, "");
  }

  /**
   * A spoken word and the place that it comes from.
   *
   * @param written the characters it comes from
   * @param form their class, such as {@code date}; {@code word} for what is read as it is spelled
   * @param spoken the word in ordinary spelling
   * @param pronounced the word as it sounds
   * @param phones its sounds in IPA; empty where the language doesn't tell
   * @param start first character in the text, in UTF-16 units
   * @param end one past the last
   * @param boundary what follows the word
   */
  public record Word(
      String written,
      String form,
      String spoken,
      String pronounced,
      String phones,
      int start,
      int end,
      Boundary boundary) {}

  /**
   * One step from writing to sound.
   *
   * @param rule class of the written form ({@code date}) or id of the pronunciation rule ({@code
   *     sp18})
   * @param before the text before
   * @param after the text after
   * @param meaning what the rule says, in an English sentence
   * @param meaningKorean the same in Korean
   */
  public record Step(
      String rule, String before, String after, String meaning, String meaningKorean) {}

  /**
   * A place where readings were weighed against each other.
   *
   * @param written the characters
   * @param start first character in the text, in UTF-16 units
   * @param end one past the last
   * @param read the reading that was chosen
   * @param lost the other readings that were offered for the same place
   */
  public record Choice(String written, int start, int end, Candidate read, List<Candidate> lost) {}

  /**
   * One reading that was offered.
   *
   * @param form the class of the written form
   * @param spoken the reading
   * @param weight what speaks for it; the path with the greatest sum is read
   * @param evidence the rows of data that speak for it or against it
   */
  public record Candidate(String form, String spoken, double weight, List<String> evidence) {}

  public Explanation {
    words = List.copyOf(words);
    steps = List.copyOf(steps);
    choices = List.copyOf(choices);
  }
}
