package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nangdok.library.ClipStore;
import org.nangdok.reading.ReadingException;
import org.nangdok.utterance.ClipKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Clips: one sentence each, never changing under their address. */
@RestController
class ClipController {

  private final ClipStore clips;

  ClipController(ClipStore clips) {
    this.clips = clips;
  }

  @GetMapping("/clips/{key}.mp3")
  void clip(@PathVariable String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] mp3 = ClipKey.parse(key).flatMap(clips::bytes).orElseThrow(ClipController::unknown);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    RangedBody.send(
        request,
        response,
        "audio/mpeg",
        mp3.length,
        "\"" + key + "\"",
        (out, from, to) -> out.write(mp3, (int) from, (int) (to - from)));
  }

  private static ReadingException unknown() {
    return new ReadingException("audio.unknown", "There is no clip of that key.");
  }
}
