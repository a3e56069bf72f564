package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.file.SoundFile;
import org.nangdok.audio.file.WavFile;
import org.nangdok.publish.DownloadName;
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

  private static final int BYTES_PER_SAMPLE = 2;
  private static final int WAV_HEADER = 44;

  private final ReadingDesk desk;
  private final Downloads downloads;

  DownloadController(ReadingDesk desk, Downloads downloads) {
    this.desk = desk;
    this.downloads = downloads;
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
    announce(response, reading, kind.mediaType(), download == null ? null : extension);
    if (kind instanceof WavFile) {
      long samples = Downloads.samples(desk.joined(reading));
      response.setContentLengthLong(WAV_HEADER + samples * BYTES_PER_SAMPLE);
    }
    if (!request.getMethod().equals("HEAD")) {
      downloads.withPlace(
          () -> {
            downloads.write(reading, kind, response.getOutputStream());
            return id;
          });
    }
  }

  @GetMapping("/audio.m4a")
  void m4a(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = complete(id);
    Path file = downloads.withPlace(() -> downloads.m4a(reading));
    try {
      announce(response, reading, "audio/mp4", download == null ? null : "m4a");
      response.setContentLengthLong(Files.size(file));
      if (!request.getMethod().equals("HEAD")) {
        Files.copy(file, response.getOutputStream());
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @GetMapping("/article.zip")
  void zip(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reading reading = complete(id);
    announce(response, reading, "application/zip", "zip");
    if (!request.getMethod().equals("HEAD")) {
      downloads.zip(reading, response.getOutputStream());
    }
  }

  private static void announce(
      HttpServletResponse response, Reading reading, String type, @Nullable String extension) {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Accept-Ranges", "none");
    if (extension != null) {
      String name = DownloadName.of(reading.plan().title(), extension);
      response.setHeader("Content-Disposition", DownloadName.attachment(name));
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
