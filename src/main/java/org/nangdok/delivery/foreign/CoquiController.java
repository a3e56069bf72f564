package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The interface of Coqui's server and of Mimic 3: {@code /api/tts} gives WAV of a text that stands
 * in the address, a form, a header ({@code text}) or is the body itself.
 */
@RestController
class CoquiController {

  private static final String SERVICE = "coqui";

  private final ForeignVoices voices;
  private final SpokenAnswer answer;

  CoquiController(ForeignVoices voices, SpokenAnswer answer) {
    this.voices = voices;
    this.answer = answer;
  }

  @GetMapping("/api/tts")
  void speak(
      @RequestParam Map<String, String> parameters,
      @RequestHeader Map<String, String> headers,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    say(first(parameters.get("text"), headers.get("text")), parameters, headers, response);
  }

  @PostMapping(path = "/api/tts", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  void speakForm(
      @RequestParam Map<String, String> parameters,
      @RequestHeader Map<String, String> headers,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    speak(parameters, headers, response);
  }

  @PostMapping(path = "/api/tts", consumes = "text/*")
  void speakBody(
      @RequestBody String text,
      @RequestParam Map<String, String> parameters,
      @RequestHeader Map<String, String> headers,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    say(text, parameters, headers, response);
  }

  private void say(
      @Nullable String text,
      Map<String, String> parameters,
      Map<String, String> headers,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Wanted wanted = Wanted.either(text, "text");
    String voice =
        first(parameters.get("voice"), parameters.get("speaker_id"), headers.get("speaker-id"));
    String language = first(parameters.get("language_id"), headers.get("language-id"));
    double scale = scale(parameters.get("lengthScale"));
    var choice =
        voices.choose(SERVICE, voice, language == null ? null : language.replace('_', '-'), wanted);
    answer.write(wanted, choice, 1 / scale, new SpokenFormat("wav"), response);
  }

  private static double scale(@Nullable String digits) {
    if (digits == null || digits.isBlank()) {
      return 1;
    }
    try {
      return Wanted.speed(Double.valueOf(digits), "lengthScale");
    } catch (NumberFormatException e) {
      throw new ReadingException(
          "request.bad-speed", "`lengthScale` must be a number such as 1.2.");
    }
  }

  private static @Nullable String first(@Nullable String... values) {
    return Stream.of(values).filter(one -> one != null && !one.isBlank()).findFirst().orElse(null);
  }
}
