package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentOptions;
import org.nangdok.document.DocumentPart;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.script.Wish;
import org.nangdok.work.Manner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a file is to be read: the JSON of a form's part {@code options}, over which fields of the
 * form, or of the address, of the same names go.
 *
 * @param read parts that are read though they are left out otherwise, by their codes
 * @param speakers the code of a {@link Wish}
 */
record DocumentBody(
    @Nullable String language,
    @Nullable Map<String, String> voices,
    @Nullable Double speed,
    @Nullable Boolean quoteVoices,
    @Nullable String speakers,
    @Nullable List<String> read,
    @Nullable Boolean explain) {

  private static final DocumentBody NONE =
      new DocumentBody(null, null, null, null, null, null, null);

  static DocumentBody of(HttpServletRequest request, JsonMapper json) {
    DocumentBody given = options(request.getParameter("options"), json);
    String speed = request.getParameter("speed");
    String quotes = request.getParameter("quoteVoices");
    String explain = request.getParameter("explain");
    String read = request.getParameter("read");
    return new DocumentBody(
        StringUtils.defaultIfBlank(request.getParameter("language"), given.language()),
        given.voices(),
        speed == null ? given.speed() : Double.valueOf(number(speed)),
        quotes == null ? given.quoteVoices() : Boolean.valueOf(quotes),
        StringUtils.defaultIfBlank(request.getParameter("speakers"), given.speakers()),
        read == null ? given.read() : List.of(read.split(",")),
        explain == null ? given.explain() : Boolean.valueOf(explain));
  }

  private static DocumentBody options(@Nullable String source, JsonMapper json) {
    if (StringUtils.isBlank(source)) {
      return NONE;
    }
    try {
      return json.readValue(source, DocumentBody.class);
    } catch (JacksonException e) {
      throw new ReadingException(
          "request.bad-json", "The part options isn't valid JSON of the form that is taken here.");
    }
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw bad("speed must be a number between 0.5 and 2.");
    }
  }

  /**
   * @param hint the media type or name that came with the file
   */
  DocumentOptions options(String hint) {
    Set<DocumentPart> parts = new LinkedHashSet<>();
    for (String code : read == null ? List.<String>of() : read) {
      DocumentPart part = DocumentPart.of(code);
      if (part == null && !code.isBlank()) {
        throw bad("read takes names of left-out parts such as note or page-number, with commas.");
      }
      if (part != null) {
        parts.add(part);
      }
    }
    return new DocumentOptions(parts, hint);
  }

  ReadingRequest toRequest(Document document) {
    Manner manner = manner();
    return ReadingRequest.ofDocument(
        document,
        manner.language(),
        manner.voices(),
        manner.speed(),
        manner.quoteVoices(),
        manner.speakers());
  }

  /** How it is read, whatever it is. */
  Manner manner() {
    Wish wish = speakers == null ? Wish.AUTO : Wish.of(speakers);
    if (wish == null) {
      throw bad("speakers must be auto, narrator or speakers.");
    }
    Map<String, String> wishes = voices == null ? Map.of() : voices;
    if (wishes.values().stream().anyMatch(Objects::isNull)) {
      throw bad("Each entry of voices needs a voice's id.");
    }
    return new Manner(
        language, wishes, speed == null ? 1 : speed, Boolean.TRUE.equals(quoteVoices), wish);
  }

  private static ReadingException bad(String sentence) {
    return new ReadingException("request.bad-value", sentence);
  }
}
