package org.nangdok.language.other;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.nangdok.language.Language;

/** All languages that the CLDR knows, made when a text asks for them. Thread-safe. */
public final class OtherLanguages {

  private static final Set<String> KNOWN =
      Arrays.stream(ULocale.getAvailableLocales())
          .map(ULocale::getLanguage)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Language> made = new ConcurrentHashMap<>();

  /**
   * The language of a BCP 47 tag, regions left aside; nothing if the CLDR doesn't know it, as
   * {@code und}.
   */
  public Optional<Language> byTag(String tag) {
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return KNOWN.contains(primary)
        ? Optional.of(made.computeIfAbsent(primary, OtherLanguage::new))
        : Optional.empty();
  }
}
