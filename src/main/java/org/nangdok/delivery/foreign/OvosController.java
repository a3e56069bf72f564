package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The interface of OpenVoiceOS's speech server: {@code GET /synthesize/SENTENCE} and {@code GET
 * /v2/synthesize?utterance=SENTENCE} give WAV, {@code GET /status} tells what speaks.
 */
@RestController
class OvosController {

  private static final String SERVICE = "ovos";

  private final ForeignVoices voices;
  private final SpokenAnswer answer;

  OvosController(ForeignVoices voices, SpokenAnswer answer) {
    this.voices = voices;
    this.answer = answer;
  }

  record Status(String status, String plugin, List<String> langs, List<String> voices) {}

  @GetMapping("/synthesize/{*sentence}")
  void byPath(
      @PathVariable String sentence,
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String voice,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    say(sentence.substring(1), lang, voice, response);
  }

  @GetMapping("/v2/synthesize")
  void byQuery(@RequestParam Map<String, String> parameters, HttpServletResponse response)
      throws IOException, InterruptedException {
    say(parameters.get("utterance"), parameters.get("lang"), parameters.get("voice"), response);
  }

  private void say(
      @Nullable String sentence,
      @Nullable String language,
      @Nullable String voice,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Wanted wanted = Wanted.either(sentence, "utterance");
    String named = "default".equals(voice) ? null : voice;
    var choice = voices.choose(SERVICE, named, language, wanted);
    answer.write(wanted, choice, 1, new SpokenFormat("wav"), response);
  }

  @GetMapping("/status")
  Status status() {
    var speaking = voices.speaking();
    return new Status(
        "ok",
        "nangdok",
        speaking.stream().map(one -> one.language()).distinct().sorted().toList(),
        speaking.stream().map(one -> one.id()).toList());
  }
}
