package org.nangdok.delivery;

import org.jspecify.annotations.Nullable;
import org.nangdok.language.Explanation;
import org.nangdok.language.Languages;
import org.nangdok.reading.ReadingException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Why a text sounds as it does. */
@RestController
class PronunciationController {

  private static final int LONGEST = 10_000;

  private final Languages languages;

  PronunciationController(Languages languages) {
    this.languages = languages;
  }

  record PronunciationBody(@Nullable String text, @Nullable String language) {}

  @PostMapping("/api/pronunciations")
  Explanation explain(@RequestBody PronunciationBody body) {
    String text = body.text();
    if (text == null || text.isBlank()) {
      throw new ReadingException("request.missing-parameter", "Give a word or sentence in `text`.");
    }
    if (text.length() > LONGEST) {
      throw new ReadingException(
          "request.too-long", "Only 10,000 characters at a time can be explained.");
    }
    if (body.language() == null) {
      return languages.detect(text).explain(text);
    }
    return languages
        .byTag(body.language())
        .orElseThrow(
            () ->
                new ReadingException(
                    "language.unknown", "Only Korean (ko) and English (en) can be explained."))
        .explain(text);
  }
}
