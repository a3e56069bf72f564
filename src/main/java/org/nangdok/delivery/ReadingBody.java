package org.nangdok.delivery;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.script.Wish;

/**
 * The JSON body of {@code POST /api/articles}, {@code /api/scripts} and {@code /api/readings}; see
 * {@link ReadingRequest}.
 *
 * @param speakers the code of a {@link Wish}
 * @param explain whether the answer of {@code /api/scripts} tells why
 */
record ReadingBody(
    @Nullable String url,
    @Nullable String html,
    @Nullable String text,
    @Nullable String ssml,
    @Nullable String language,
    @Nullable Map<String, String> voices,
    @Nullable Double speed,
    @Nullable Boolean quoteVoices,
    @Nullable String speakers,
    @Nullable Boolean explain) {

  ReadingRequest toRequest() {
    Map<String, String> wishes = voices == null ? Map.of() : voices;
    if (wishes.values().stream().anyMatch(Objects::isNull)) {
      throw new ReadingException("request.bad-value", "Each entry of voices needs a voice's id.");
    }
    Wish wish = speakers == null ? Wish.AUTO : Wish.of(speakers);
    if (wish == null) {
      throw new ReadingException(
          "request.bad-value", "speakers must be auto, narrator or speakers.");
    }
    return new ReadingRequest(
        url,
        html,
        text,
        ssml,
        language,
        wishes,
        speed == null ? 1 : speed,
        Boolean.TRUE.equals(quoteVoices),
        wish);
  }
}
