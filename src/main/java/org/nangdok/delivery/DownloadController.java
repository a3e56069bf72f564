package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A complete reading in other kinds of files than MP3, and everything of it in one archive. */
@RestController
@RequestMapping("/api/readings/{id}")
class DownloadController {

  private final ReadingDesk desk;
  private final Downloads downloads;
  private final FileAnswers answers;

  DownloadController(ReadingDesk desk, Downloads downloads, FileAnswers answers) {
    this.desk = desk;
    this.downloads = downloads;
    this.answers = answers;
  }

  @GetMapping("/audio.{extension:wav|flac|ogg|opus}")
  void sound(
      @PathVariable String id,
      @PathVariable String extension,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = complete(id);
    SoundFile kind = SoundFile.byExtension(extension).orElseThrow();
    announce(response, reading, download == null ? null : extension);
    answers.send(
        request,
        response,
        new FileAnswers.Made(id, extension, kind.mediaType()),
        out -> downloads.write(reading, extension, out));
  }

  @GetMapping("/audio.m4a")
  void m4a(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = complete(id);
    downloads.require("m4a");
    announce(response, reading, download == null ? null : "m4a");
    answers.send(
        request,
        response,
        new FileAnswers.Made(id, "m4a", "audio/mp4"),
        out -> downloads.write(reading, "m4a", out));
  }

  @GetMapping("/article.zip")
  void zip(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = complete(id);
    announce(response, reading, "zip");
    answers.send(
        request,
        response,
        new FileAnswers.Made(id, "zip", "application/zip"),
        out -> downloads.zip(reading, out));
  }

  private static void announce(
      HttpServletResponse response, Reading reading, @Nullable String extension) {
    if (extension != null) {
      FileAnswers.announce(response, reading.plan().title(), extension);
    }
  }

  private Reading complete(String id) {
    Reading reading = desk.find(id).orElseThrow(ReadingController::unknown);
    if (reading.progress().state() != Reading.State.COMPLETE) {
      throw new ReadingException(
          "reading.unfinished",
          "This reading is still being made; its files are there when it is complete.");
    }
    return reading;
  }
}
