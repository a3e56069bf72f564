package org.nangdok.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** Where some words stand in a reading: in one sentence, in any order, whatever their case. */
public final class TextSearch {

  private static final int EXCERPT = 120;

  private final List<String> words;

  /**
   * @param asked words with white space between them
   */
  public TextSearch(String asked) {
    this.words = List.of(StringUtils.split(folded(asked)));
  }

  /**
   * A sentence that has all the words.
   *
   * @param sentence its index
   * @param excerpt its text, shortened
   */
  public record Hit(int sentence, String excerpt) {}

  /** The first sentence that has them. */
  public Optional<Hit> in(Reading reading) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return reading.sentences().stream()
        .filter(sentence -> has(folded(sentence.text())))
        .findFirst()
        .map(
            sentence ->
                new Hit(sentence.index(), StringUtils.abbreviate(sentence.text(), "…", EXCERPT)));
  }

  private boolean has(String text) {
    return words.stream().allMatch(text::contains);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
