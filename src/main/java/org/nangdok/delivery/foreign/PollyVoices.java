package org.nangdok.delivery.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.voice.Voice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Amazon Polly's {@code GET /v1/voices}: the voices that speak now, in one page. */
@RestController
class PollyVoices {

  private static final List<String> ENGINES = List.of("standard", "neural");

  private final ForeignVoices voices;

  PollyVoices(ForeignVoices voices) {
    this.voices = voices;
  }

  @GetMapping("/v1/voices")
  Map<String, Object> voices(
      @RequestParam(name = "LanguageCode", required = false) @Nullable String language) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Voice voice : voices.speaking()) {
      String tag = voice.language().contains("-") ? voice.language() : region(voice.language());
      if (language == null || language.equalsIgnoreCase(tag)) {
        list.add(entry(voice, tag));
      }
    }
    return Map.of("Voices", list);
  }

  private static Map<String, Object> entry(Voice voice, String tag) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Id", voice.id());
    entry.put("Name", voice.name());
    entry.put("LanguageCode", tag);
    entry.put("LanguageName", Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));
    if (voice.gender() != null) {
      String code = voice.gender().code();
      entry.put("Gender", code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1));
    }
    entry.put("SupportedEngines", ENGINES);
    return entry;
  }

  private static String region(String language) {
    return switch (language) {
      case "ko" -> "ko-KR";
      case "en" -> "en-US";
      default -> language;
    };
  }
}
