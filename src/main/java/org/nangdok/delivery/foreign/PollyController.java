package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker.Said;
import org.nangdok.speech.Mark;
import org.nangdok.ssml.Part.Bookmark;
import org.nangdok.voice.Voice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon Polly's interface: {@code POST /v1/speech} with sound or speech marks, whose offsets are
 * bytes of the text in UTF-8 (of the words, where it is SSML), and {@code GET /v1/voices}.
 * Signatures of requests aren't looked at.
 */
@RestController
class PollyController {

  private static final String SERVICE = "polly";
  private static final Set<String> MARKS = Set.of("word", "sentence", "ssml");

  private final ForeignVoices voices;
  private final SpokenAnswer answer;
  private final JsonMapper json;

  PollyController(ForeignVoices voices, SpokenAnswer answer, JsonMapper json) {
    this.voices = voices;
    this.answer = answer;
    this.json = json;
  }

  @PostMapping("/v1/speech")
  void speech(@RequestBody JsonNode body, HttpServletResponse response)
      throws IOException, InterruptedException {
    String text = field(body, "Text");
    boolean ssml = "ssml".equals(field(body, "TextType"));
    Wanted wanted = ssml ? Wanted.ssml(text, "Text") : Wanted.text(text, "Text");
    var choice =
        voices.choose(SERVICE, field(body, "VoiceId"), field(body, "LanguageCode"), wanted);
    String format = String.valueOf(field(body, "OutputFormat"));
    response.setHeader("x-amzn-RequestCharacters", Integer.toString(wanted.text().length()));
    if (format.equals("json")) {
      marks(wanted, choice, types(body), response);
      return;
    }
    SpokenFormat sound = SpokenFormat.ofPolly(format, field(body, "SampleRate"));
    answer.write(wanted, choice, 1, sound, response);
  }

  private void marks(
      Wanted wanted, ForeignVoices.Choice choice, Set<String> types, HttpServletResponse response)
      throws IOException, InterruptedException {
    response.setContentType("application/x-json-stream");
    var prepared = answer.prepare(wanted, choice, 1, response);
    answer.speaker().say(prepared, said -> marks(wanted.text(), said, types, response));
  }

  private void marks(String text, Said said, Set<String> types, HttpServletResponse response)
      throws IOException {
    if (types.contains("sentence")) {
      line(response, said.startMillis(), "sentence", text, said.textStart(), said.text().length());
    }
    List<Bookmark> names = new ArrayList<>(types.contains("ssml") ? said.bookmarks() : List.of());
    for (Mark mark : said.clip().marks()) {
      while (!names.isEmpty() && names.getFirst().at() <= mark.textStart()) {
        named(response, said.startMillis() + mark.start(), text, said, names.removeFirst());
      }
      if (types.contains("word")) {
        line(
            response,
            said.startMillis() + mark.start(),
            "word",
            text,
            said.textStart() + mark.textStart(),
            mark.textEnd() - mark.textStart());
      }
    }
    for (Bookmark name : names) {
      named(response, said.startMillis() + said.clip().soundEnd(), text, said, name);
    }
    response.flushBuffer();
  }

  /** A named place; its bytes are those of the text before it, since markup isn't counted. */
  private void named(HttpServletResponse response, long time, String text, Said said, Bookmark name)
      throws IOException {
    int at = bytes(text.substring(0, said.textStart() + Math.min(name.at(), said.text().length())));
    write(response, time, "ssml", at, at, name.name());
  }

  private void line(
      HttpServletResponse response, long time, String type, String text, int start, int length)
      throws IOException {
    String value = text.substring(start, start + length);
    int before = bytes(text.substring(0, start));
    write(response, time, type, before, before + bytes(value), value);
  }

  private void write(
      HttpServletResponse response, long time, String type, int start, int end, String value)
      throws IOException {
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("time", time);
    mark.put("type", type);
    mark.put("start", start);
    mark.put("end", end);
    mark.put("value", value);
    String line = json.writeValueAsString(mark) + "\n";
    response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Set<String> types(JsonNode body) {
    Set<String> types = new TreeSet<>();
    body.path("SpeechMarkTypes").forEach(type -> types.add(type.asString("")));
    if (types.isEmpty() || !MARKS.containsAll(types)) {
      throw new ReadingException(
          "request.marks", "`SpeechMarkTypes` may hold word, sentence and ssml here.");
    }
    return types;
  }

  private static @Nullable String field(JsonNode body, String name) {
    JsonNode value = body.path(name);
    return value.isString() ? value.asString() : null;
  }

  /** A voice as Polly's clients read it. */
  @GetMapping("/v1/voices")
  Map<String, Object> voices(
      @RequestParam(name = "LanguageCode", required = false) @Nullable String language) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Voice voice : voices.speaking()) {
      String tag = voice.language().contains("-") ? voice.language() : region(voice.language());
      if (language == null || language.equalsIgnoreCase(tag)) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("Id", voice.id());
        entry.put("Name", voice.name());
        entry.put("LanguageCode", tag);
        entry.put("LanguageName", Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));
        if (voice.gender() != null) {
          String code = voice.gender().code();
          entry.put("Gender", code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1));
        }
        entry.put("SupportedEngines", List.of("standard"));
        list.add(entry);
      }
    }
    return Map.of("Voices", list);
  }

  private static String region(String language) {
    return switch (language) {
      case "ko" -> "ko-KR";
      case "en" -> "en-US";
      default -> language;
    };
  }
}
