package org.nangdok.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nangdok.publish.DownloadName;
import org.nangdok.publish.Export;
import org.nangdok.publish.Exports;
import org.nangdok.publish.PodcastChapters;
import org.nangdok.publish.Transcript;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.Transcripts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Transcripts, captions and chapters of a complete reading. */
@RestController
class TranscriptController {

  private final ReadingDesk desk;
  private final URI service;

  TranscriptController(ReadingDesk desk, @Value("${nangdok.public-address}") URI service) {
    this.desk = desk;
    this.service = service;
  }

  @GetMapping("/api/readings/{id}/transcript.{extension}")
  ResponseEntity<byte[]> transcript(
      @PathVariable String id,
      @PathVariable String extension,
      @RequestParam(required = false) @Nullable String download) {
    Export export =
        Exports.byExtension(extension)
            .orElseThrow(
                () ->
                    new ReadingException(
                        "request.not-found",
                        "There is no transcript of that kind; there are vtt, srt, json, txt, html,"
                            + " ttml, ssml and jsonld."));
    return answer(export, id, download);
  }

  @GetMapping("/api/readings/{id}/script.ssml")
  ResponseEntity<byte[]> script(
      @PathVariable String id, @RequestParam(required = false) @Nullable String download) {
    return transcript(id, "ssml", download);
  }

  @GetMapping("/api/readings/{id}/chapters.json")
  ResponseEntity<byte[]> chapters(
      @PathVariable String id, @RequestParam(required = false) @Nullable String download) {
    return answer(new PodcastChapters(), id, download);
  }

  private ResponseEntity<byte[]> answer(Export export, String id, @Nullable String download) {
    Transcript transcript =
        Transcripts.of(desk.find(id).orElseThrow(ReadingController::unknown), service);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(export.mediaType()))
            .header("Cache-Control", "no-cache");
    if (download != null) {
      String name = DownloadName.of(transcript.title(), export.extension());
      answer.header("Content-Disposition", DownloadName.attachment(name));
    }
    return answer.body(export.write(transcript).getBytes(StandardCharsets.UTF_8));
  }
}
