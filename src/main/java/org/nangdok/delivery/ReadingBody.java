package org.nangdok.delivery;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.ReadingRequest;

/**
 * The JSON body of {@code POST /api/articles}, {@code /api/scripts} and {@code /api/readings}; see
 * {@link ReadingRequest}.
 */
record ReadingBody(
    @Nullable String url,
    @Nullable String html,
    @Nullable String text,
    @Nullable String ssml,
    @Nullable String language,
    @Nullable Map<String, String> voices,
    @Nullable Double speed,
    @Nullable Boolean quoteVoices) {

  ReadingRequest toRequest() {
    Map<String, String> wishes = voices == null ? Map.of() : voices;
    if (wishes.values().stream().anyMatch(Objects::isNull)) {
      throw new ReadingException("request.bad-value", "Each entry of voices needs a voice's id.");
    }
    return new ReadingRequest(
        url,
        html,
        text,
        ssml,
        language,
        wishes,
        speed == null ? 1 : speed,
        Boolean.TRUE.equals(quoteVoices));
  }
}
