package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.voice.Voice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's interface for speech ({@code POST /v1/audio/speech}) and what its clients list. */
@RestController
class OpenAiController {

  private static final String SERVICE = "openai";
  private static final List<String> MODELS =
      List.of("tts-1", "tts-1-hd", "gpt-4o-mini-tts", "kokoro", "nangdok");

  private final ForeignVoices voices;
  private final SpokenAnswer answer;
  private final JsonMapper json;

  OpenAiController(ForeignVoices voices, SpokenAnswer answer, JsonMapper json) {
    this.voices = voices;
    this.answer = answer;
    this.json = json;
  }

  /**
   * What a client sends; {@code model} changes nothing here, and {@code instructions} are told as
   * not followed.
   *
   * @param voice a name, or an object with an {@code id}
   * @param language the text's, as a tag; OpenAI itself has no such field, other servers have
   */
  record SpeechBody(
      @Nullable String input,
      @Nullable JsonNode voice,
      @Nullable String response_format,
      @Nullable Double speed,
      @Nullable String stream_format,
      @Nullable String instructions,
      @Nullable String language) {}

  record Model(String id, String object, long created, String owned_by) {}

  record ModelList(String object, List<Model> data) {}

  /** Open WebUI reads {@code models}, others {@code data}. */
  record SpeechModels(String object, List<Model> data, List<Model> models) {}

  record VoiceEntry(String id, String name) {}

  record VoiceList(List<VoiceEntry> voices) {}

  @PostMapping("/v1/audio/speech")
  void speech(@RequestBody SpeechBody body, HttpServletResponse response)
      throws IOException, InterruptedException {
    Wanted wanted = Wanted.either(body.input(), "input");
    double speed = Wanted.speed(body.speed(), "speed");
    SpokenFormat format = SpokenFormat.ofOpenAi(body.response_format());
    boolean events = events(body.stream_format(), format);
    var choice = voices.choose(SERVICE, name(body.voice()), language(body.language()), wanted);
    if (body.instructions() != null && !body.instructions().isBlank()) {
      response.addHeader("X-Nangdok-Unfollowed", "instructions");
    }
    if (events) {
      stream(wanted, choice, speed, format, response);
    } else {
      answer.write(wanted, choice, speed, format, response);
    }
  }

  private static @Nullable String language(@Nullable String tag) {
    return tag == null || tag.isBlank() ? null : tag.replace('_', '-');
  }

  private static boolean events(@Nullable String stream, SpokenFormat format) {
    if (stream == null || stream.equals("audio")) {
      return false;
    }
    if (!stream.equals("sse")) {
      throw new ReadingException("request.stream", "`stream_format` must be audio or sse.");
    }
    if (!format.kind().equals("pcm") && !format.kind().equals("mp3")) {
      throw new ReadingException(
          "request.stream", "`stream_format` sse goes with `response_format` mp3 or pcm here.");
    }
    return true;
  }

  private static @Nullable String name(@Nullable JsonNode voice) {
    if (voice == null || voice.isNull()) {
      return null;
    }
    JsonNode name = voice.isObject() ? voice.path("id") : voice;
    if (!name.isString()) {
      throw new ReadingException("request.bad-voice", "`voice` must be a name.");
    }
    return name.asString();
  }

  private void stream(
      Wanted wanted,
      ForeignVoices.Choice choice,
      double speed,
      SpokenFormat format,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    boolean bare = format.kind().equals("pcm");
    response.setContentType("text/event-stream;charset=UTF-8");
    var prepared = answer.prepare(wanted, choice, speed, response);
    answer
        .speaker()
        .say(
            prepared,
            said ->
                event(
                    response,
                    Map.of(
                        "type",
                        "speech.audio.delta",
                        "audio",
                        Base64.getEncoder()
                            .encodeToString(
                                bare ? SpokenAnswer.made(format, said.mp3()) : said.mp3()))));
    int tokens = wanted.text().codePointCount(0, wanted.text().length());
    event(
        response,
        Map.of(
            "type",
            "speech.audio.done",
            "usage",
            Map.of("input_tokens", tokens, "output_tokens", 0, "total_tokens", tokens)));
  }

  private void event(HttpServletResponse response, Map<String, Object> data) throws IOException {
    String line = "data: " + json.writeValueAsString(data) + "\n\n";
    response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }

  @GetMapping("/v1/models")
  ModelList models() {
    return new ModelList("list", all());
  }

  @GetMapping("/v1/models/{id}")
  Model model(@PathVariable String id) {
    return all().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ReadingException(
                    "model.unknown",
                    "There is no model of this name; these are known, and none changes anything: "
                        + String.join(", ", MODELS)
                        + "."));
  }

  @GetMapping("/v1/audio/models")
  SpeechModels speechModels() {
    return new SpeechModels("list", all(), all());
  }

  private static List<Model> all() {
    return MODELS.stream().map(id -> new Model(id, "model", 0, "nangdok")).toList();
  }

  /** In the shape that Open WebUI reads. */
  @GetMapping("/v1/audio/voices")
  VoiceList voices() {
    List<VoiceEntry> entries = new ArrayList<>();
    Stream<Voice> own = voices.speaking().stream();
    own.forEach(
        voice ->
            entries.add(new VoiceEntry(voice.id(), voice.name() + " (" + voice.language() + ")")));
    Stream.of(SERVICE, "kokoro")
        .flatMap(service -> voices.names(service).stream())
        .forEach(name -> entries.add(new VoiceEntry(name, name)));
    return new VoiceList(entries);
  }
}
