package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nangdok.publish.DownloadName;
import org.nangdok.publish.Export;
import org.nangdok.publish.Exports;
import org.nangdok.publish.PodcastChapters;
import org.nangdok.publish.Transcript;
import org.nangdok.reading.Reading;
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
  private final LargeAnswers large;
  private final URI service;

  TranscriptController(
      ReadingDesk desk, LargeAnswers large, @Value("${nangdok.public-address}") URI service) {
    this.large = large;
    this.desk = desk;
    this.service = service;
  }

  @GetMapping("/api/readings/{id}/transcript.{extension}")
  @Nullable ResponseEntity<byte[]> transcript(
      @PathVariable String id,
      @PathVariable String extension,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Export export =
        Exports.byExtension(extension)
            .orElseThrow(
                () ->
                    new ReadingException(
                        "request.not-found",
                        "There is no transcript of that kind; there are vtt, srt, json, txt, html,"
                            + " ttml, ssml and jsonld."));
    return answer(export, export.extension(), id, download, request, response);
  }

  @GetMapping("/api/readings/{id}/script.ssml")
  @Nullable ResponseEntity<byte[]> script(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    return transcript(id, "ssml", download, request, response);
  }

  @GetMapping("/api/readings/{id}/chapters.json")
  @Nullable ResponseEntity<byte[]> chapters(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    return answer(new PodcastChapters(), "chapters.json", id, download, request, response);
  }

  private @Nullable ResponseEntity<byte[]> answer(
      Export export,
      String extension,
      String id,
      @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = desk.find(id).orElseThrow(ReadingController::unknown);
    boolean complete = reading.progress().state() == Reading.State.COMPLETE;
    if (complete && LargeAnswers.isLarge(reading)) {
      if (download != null) {
        String name = DownloadName.of(reading.plan().title(), extension);
        response.setHeader("Content-Disposition", DownloadName.attachment(name));
      }
      response.setHeader("Cache-Control", "no-cache");
      large.send(
          reading,
          request,
          response,
          export.mediaType(),
          out ->
              out.write(
                  export.write(Transcripts.of(reading, service)).getBytes(StandardCharsets.UTF_8)));
      return null;
    }
    Transcript transcript = Transcripts.of(reading, service);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(export.mediaType()))
            .header("Cache-Control", "no-cache");
    if (download != null) {
      String name = DownloadName.of(transcript.title(), extension);
      answer.header("Content-Disposition", DownloadName.attachment(name));
    }
    return answer.body(export.write(transcript).getBytes(StandardCharsets.UTF_8));
  }
}
