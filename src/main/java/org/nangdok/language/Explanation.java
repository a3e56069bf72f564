package org.nangdok.language;

import java.util.List;

/**
 * Why a text sounds as it does.
 *
 * @param spoken the whole text as it is read, in ordinary spelling
 * @param pronounced the same as it sounds
 * @param phones the sounds in IPA, words separated by spaces
 * @param steps what happened, in order
 */
public record Explanation(String spoken, String pronounced, String phones, List<Step> steps) {

  /**
   * One step from writing to sound.
   *
   * @param rule class of the written form ({@code date}) or id of the pronunciation rule ({@code
   *     sp18})
   * @param before the text before
   * @param after the text after
   * @param meaning what the rule says, in a sentence
   */
  public record Step(String rule, String before, String after, String meaning) {}

  public Explanation {
    steps = List.copyOf(steps);
  }
}
