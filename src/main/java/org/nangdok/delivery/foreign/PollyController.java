package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Amazon Polly's {@code POST /v1/speech} with sound or {@linkplain PollyMarks speech marks}.
 * Signatures of requests aren't looked at; an access key id that is one of our keys is taken as
 * that. All engines that Polly names are ours.
 */
@RestController
class PollyController {

  private static final String SERVICE = "polly";

  private final ForeignVoices voices;
  private final SpokenAnswer answer;
  private final PollyMarks marks;
  private final PollyLexicons lexicons;

  PollyController(
      ForeignVoices voices, SpokenAnswer answer, PollyMarks marks, PollyLexicons lexicons) {
    this.voices = voices;
    this.answer = answer;
    this.marks = marks;
    this.lexicons = lexicons;
  }

  @PostMapping("/v1/speech")
  void speech(@RequestBody JsonNode body, HttpServletResponse response)
      throws IOException, InterruptedException {
    String text = field(body, "Text");
    boolean ssml = "ssml".equals(field(body, "TextType"));
    Wanted wanted = ssml ? Wanted.ssml(text, "Text") : Wanted.text(text, "Text");
    Set<String> types = new TreeSet<>(list(body, "SpeechMarkTypes"));
    boolean marked = "json".equals(field(body, "OutputFormat"));
    if (marked == types.isEmpty() || !PollyMarks.TYPES.containsAll(types)) {
      throw new ReadingException(
          "request.marks",
          "`SpeechMarkTypes` may hold sentence, ssml, viseme and word, and goes with `OutputFormat`"
              + " json, which needs it.");
    }
    SpokenFormat sound =
        marked
            ? new SpokenFormat("mp3")
            : SpokenFormat.ofPolly(field(body, "OutputFormat"), field(body, "SampleRate"));
    var choice =
        voices
            .choose(SERVICE, field(body, "VoiceId"), field(body, "LanguageCode"), wanted)
            .with(lexicons.words(list(body, "LexiconNames")));
    response.setHeader("x-amzn-RequestCharacters", Integer.toString(wanted.text().length()));
    if (marked) {
      marks.write(wanted, choice, types, response);
    } else {
      answer.write(wanted, choice, 1, sound, response);
    }
  }

  private static @Nullable String field(JsonNode body, String name) {
    JsonNode value = body.path(name);
    return value.isString() ? value.asString() : null;
  }

  private static List<String> list(JsonNode body, String name) {
    List<String> values = new ArrayList<>();
    body.path(name).forEach(value -> values.add(value.asString("")));
    return values;
  }
}
