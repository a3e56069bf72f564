package org.nangdok.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingRequest;

/**
 * The JSON body of {@code POST /api/feeds/{name}/entries}: a reading that there is, or an article
 * as {@link ReadingBody} has it.
 *
 * @param reading the id of a reading
 */
record EntryBody(
    @Nullable String reading,
    @Nullable String url,
    @Nullable String html,
    @Nullable String text,
    @Nullable String ssml,
    @Nullable String language,
    @Nullable Map<String, String> voices,
    @Nullable Double speed,
    @Nullable Boolean quoteVoices,
    @Nullable String speakers) {

  ReadingRequest toRequest() {
    return new ReadingBody(
            url, html, text, ssml, language, voices, speed, quoteVoices, speakers, null)
        .toRequest();
  }
}
