package org.nangdok.language;

import java.util.List;
import java.util.Locale;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;

/** The languages that can be read, found by their tags. Immutable and thread-safe. */
public final class Languages {

  private final KoreanLanguage korean;
  private final List<Language> all;

  /** Reads and checks all languages' data. */
  public Languages(VoicesFolder voices) {
    korean = new KoreanLanguage(voices);
    all = List.of(korean);
  }

  /** Loads dictionaries now, so that nobody has to wait for them later. */
  public void warmUp() {
    korean.warmUp();
  }

  /** BCP 47 tags, best supported first. */
  public List<String> tags() {
    return all.stream().map(Language::tag).toList();
  }

  /** The language of a tag; only its first part counts. The first language where none fits. */
  public Language of(String tag) {
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return all.stream()
        .filter(language -> language.tag().equals(primary))
        .findFirst()
        .orElse(all.getFirst());
  }

  /** The language in which one sentence of an article is read best. */
  public Language ofSentence(String sentence, Language article) {
    return article;
  }

  /** Why a text sounds as it does in a language. */
  public Explanation explain(String text, String tag) {
    return korean.explain(text);
  }
}
