package org.nangdok.delivery.foreign;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.lexicon.LexiconException;
import org.nangdok.language.lexicon.LexiconFormat;
import org.nangdok.language.lexicon.SiteLexicon;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.language.lexicon.UserLexicon;
import org.nangdok.reading.ReadingException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Amazon Polly's lexicons (PLS 1.0) at {@code /v1/lexicons}, kept beside those of sites under
 * {@code polly.NAME}. They count only for texts that name them. Capital and small letters of a name
 * are one here.
 */
@RestController
class PollyLexicons {

  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z]{1,20}");
  private static final String KEPT = "polly.";

  /** As at Polly: bytes of one lexicon, and lexicons for one text. */
  private static final int LONGEST = 40_000;

  private static final int MOST_AT_ONCE = 5;

  private final SiteLexicons lexicons;

  PollyLexicons(SiteLexicons lexicons) {
    this.lexicons = lexicons;
  }

  /** What a client sends. */
  record LexiconBody(@Nullable String Content) {}

  /**
   * The words of some lexicons; for a word that is in several, the first one holds.
   *
   * @throws ReadingException if one isn't there
   */
  UserLexicon words(List<String> names) {
    if (names.size() > MOST_AT_ONCE) {
      throw new ReadingException("request.bad-value", "At most 5 `LexiconNames` at a time.");
    }
    UserLexicon words = UserLexicon.EMPTY;
    for (String name : names) {
      words = words.over(find(name).words());
    }
    return words;
  }

  @PutMapping("/v1/lexicons/{name}")
  Map<String, Object> put(@PathVariable String name, @RequestBody LexiconBody body) {
    String content = body.Content();
    if (!NAME.matcher(name).matches() || content == null) {
      throw new ReadingException(
          "request.bad-value", "A lexicon has `Content` and a name of 1 to 20 letters and digits.");
    }
    if (content.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new ReadingException("lexicon.full", "A lexicon has at most 40,000 bytes; divide it.");
    }
    try {
      lexicons.put(KEPT + name, LexiconFormat.PLS, content);
    } catch (LexiconException e) {
      throw new ReadingException("lexicon.bad", e.sentence());
    }
    return Map.of();
  }

  @GetMapping("/v1/lexicons/{name}")
  Map<String, Object> get(@PathVariable String name) {
    SiteLexicon lexicon = find(name);
    return Map.of(
        "Lexicon",
        Map.of("Name", name, "Content", lexicon.text()),
        "LexiconAttributes",
        attributes(lexicon));
  }

  @GetMapping("/v1/lexicons")
  Map<String, Object> list() {
    return Map.of(
        "Lexicons",
        lexicons.all().stream()
            .filter(lexicon -> lexicon.site().startsWith(KEPT))
            .map(
                lexicon ->
                    Map.of(
                        "Name",
                        lexicon.site().substring(KEPT.length()),
                        "Attributes",
                        attributes(lexicon)))
            .toList());
  }

  @DeleteMapping("/v1/lexicons/{name}")
  Map<String, Object> delete(@PathVariable String name) {
    find(name);
    lexicons.remove(KEPT + name);
    return Map.of();
  }

  private SiteLexicon find(String name) {
    return lexicons
        .of(KEPT + name)
        .orElseThrow(
            () ->
                new ReadingException(
                    "lexicon.foreign-unknown",
                    "There is no lexicon of this name; PUT /v1/lexicons/NAME keeps one."));
  }

  private static Map<String, Object> attributes(SiteLexicon lexicon) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("Alphabet", "ipa");
    attributes.put("LexemesCount", lexicon.words().entries().size());
    attributes.put("Size", lexicon.text().getBytes(StandardCharsets.UTF_8).length);
    return attributes;
  }
}
