package org.nangdok.language.korean.sound;

/**
 * One application of a pronunciation rule.
 *
 * @param rule id of the rule, as in {@code docs/korean.md}
 * @param before the phrase as it sounded before
 * @param after the phrase as it sounds after
 */
public record SoundChange(String rule, String before, String after) {}
