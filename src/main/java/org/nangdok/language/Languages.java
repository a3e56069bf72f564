package org.nangdok.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.language.lexicon.UserLexicon;

/** The languages that this program reads. */
public final class Languages {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}+|\\b[aI]\\b");

  /** From so many English words on a sentence is worth a voice of its own. */
  private static final int ENGLISH_WORDS = 4;

  private final Map<String, Language> byTag = new LinkedHashMap<>();
  private final Language first;
  private final SiteLexicons lexicons;
  private final Function<String, Optional<Language>> others;

  /** Languages by their tags; the first one reads what none of them is known to write. */
  public Languages(List<Language> languages) {
    this(languages, SiteLexicons.none(), tag -> Optional.empty());
  }

  /**
   * The same, with lexicons of sites.
   *
   * @param others languages that aren't among the first, by their tags
   */
  public Languages(
      List<Language> languages,
      SiteLexicons lexicons,
      Function<String, Optional<Language>> others) {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("At least one language is needed.");
    }
    first = languages.getFirst();
    this.lexicons = lexicons;
    this.others = others;
    languages.forEach(language -> byTag.put(language.tag(), language));
  }

  /** The same for texts of a site: the words of its lexicon, as they are now, come first. */
  public Languages of(@Nullable String site) {
    return with(lexicons.words(site));
  }

  /** The same with a user's words before everything else. */
  public Languages with(UserLexicon words) {
    return words.entries().isEmpty()
        ? this
        : new Languages(
            byTag.values().stream().map(language -> language.with(words)).toList(),
            lexicons,
            tag -> others.apply(tag).map(language -> language.with(words)));
  }

  /** The language of a BCP 47 tag; {@code en-GB} is read as {@code en}. */
  public Optional<Language> byTag(String tag) {
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    Language own = byTag.get(primary);
    return own == null ? others.apply(primary) : Optional.of(own);
  }

  /** The language that a text is written in, by its letters. */
  public Language detect(String text) {
    long hangul = text.chars().filter(Languages::isHangul).count();
    long latin = text.chars().filter(Languages::isLatin).count();
    String tag = hangul * 3 >= latin && hangul > 0 ? "ko" : latin > 0 ? "en" : first.tag();
    return byTag.getOrDefault(tag, first);
  }

  /**
   * The language to read a sentence with: the article's, unless the sentence is written in another
   * one and long enough for another voice.
   */
  public Language ofSentence(String sentence, Language article) {
    boolean hangul = sentence.chars().anyMatch(Languages::isHangul);
    if (hangul) {
      return article.tag().equals("ko") ? article : byTag.getOrDefault("ko", article);
    }
    if (article.isLatin()) {
      return article; // only its words could tell, and they are the article's most likely
    }
    return isEnglish(sentence) ? byTag.getOrDefault("en", article) : article;
  }

  private static boolean isEnglish(String sentence) {
    Matcher words = WORD.matcher(sentence);
    int count = 0;
    boolean small = false;
    while (words.find()) {
      count++;
      small |= words.group().chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
    return small && count >= ENGLISH_WORDS;
  }

  private static boolean isHangul(int c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  private static boolean isLatin(int c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
