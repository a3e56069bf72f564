package org.nangdok.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.voice.Voice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of voices and what the service can do at the moment. */
@RestController
class VoiceController {

  private static final String LICENCE =
      "The assembled application bundles libespeak-ng and is distributed under GPL-3.0-or-later;"
          + " our sources are Apache-2.0. All voices are synthetic.";

  private final Voices voices;

  VoiceController(Voices voices) {
    this.voices = voices;
  }

  record VoiceView(
      String id,
      String name,
      String engine,
      String language,
      @Nullable String gender,
      String licence,
      String source,
      boolean installed,
      boolean ready,
      boolean natural) {}

  record CatalogueView(List<VoiceView> voices, String licence) {}

  record StatusView(boolean ready, List<String> languages) {}

  @GetMapping("/api/voices")
  CatalogueView catalogue() {
    return new CatalogueView(voices.all().stream().map(this::view).toList(), LICENCE);
  }

  @GetMapping("/api/status")
  StatusView status() {
    return new StatusView(voices.anyReady(), voices.languages());
  }

  private VoiceView view(Voice voice) {
    return new VoiceView(
        voice.id(),
        voice.name(),
        voice.engine(),
        voice.language(),
        voice.gender() == null ? null : voice.gender().code(),
        voice.licence(),
        voice.source(),
        true,
        voices.ready(voice),
        voices.natural(voice));
  }
}
