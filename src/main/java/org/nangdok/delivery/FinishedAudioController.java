package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nangdok.reading.JoinedAudio;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The finished sound of a reading under an address that names its very bytes, so that caches may
 * keep it for ever; {@code Content-Location} of {@code audio.mp3} tells it.
 */
@RestController
class FinishedAudioController {

  private static final String FOR_EVER = "max-age=31536000, immutable";

  private final ReadingDesk desk;

  FinishedAudioController(ReadingDesk desk) {
    this.desk = desk;
  }

  /** The address of a finished reading's sound as it is now. */
  static String address(String id, JoinedAudio audio) {
    return "/api/readings/" + id + "/audio-" + audio.version() + ".mp3";
  }

  static String etag(String id, JoinedAudio audio) {
    return "\"" + id + "-" + audio.version() + "\"";
  }

  @GetMapping("/api/readings/{id}/audio-{version:[0-9a-f]{16}}.mp3")
  void audio(
      @PathVariable String id,
      @PathVariable String version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Reading reading = desk.find(id).orElseThrow(ReadingController::unknown);
    if (reading.progress().state() != Reading.State.COMPLETE) {
      throw unknown();
    }
    JoinedAudio audio = desk.joined(reading);
    if (!audio.version().equals(version)) {
      throw unknown();
    }
    boolean personal = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    response.setHeader(HttpHeaders.CACHE_CONTROL, (personal ? "private, " : "public, ") + FOR_EVER);
    RangedBody.send(request, response, "audio/mpeg", audio.length(), etag(id, audio), audio::write);
  }

  private static ReadingException unknown() {
    return new ReadingException(
        "audio.unknown",
        "There is no sound under this address any more or yet; audio.mp3 of the same reading names"
            + " the present one in Content-Location.");
  }
}
