package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The interface of Piper's HTTP server: {@code POST /} or {@code /synthesize} gives WAV. */
@RestController
class PiperController {

  private static final String SERVICE = "piper";

  private final ForeignVoices voices;
  private final SpokenAnswer answer;

  PiperController(ForeignVoices voices, SpokenAnswer answer) {
    this.voices = voices;
    this.answer = answer;
  }

  /**
   * What a client sends; other fields change nothing here.
   *
   * @param length_scale factor on the length
   */
  record PiperBody(@Nullable String text, @Nullable String voice, @Nullable Double length_scale) {}

  @PostMapping(
      path = {"/synthesize", "/"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  void synthesize(@RequestBody PiperBody body, HttpServletResponse response)
      throws IOException, InterruptedException {
    Wanted wanted = Wanted.either(body.text(), "text");
    double scale = Wanted.speed(body.length_scale(), "length_scale");
    var choice = voices.choose(SERVICE, body.voice(), wanted);
    answer.write(wanted, choice, 1 / scale, new SpokenFormat("wav"), response);
  }
}
