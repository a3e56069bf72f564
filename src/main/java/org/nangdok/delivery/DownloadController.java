package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.file.SoundFile;
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

  private final ReadingDesk desk;
  private final Downloads downloads;
  private final MadeFiles files;
  private final FairUse fairUse;

  DownloadController(ReadingDesk desk, Downloads downloads, MadeFiles files, FairUse fairUse) {
    this.fairUse = fairUse;
    this.desk = desk;
    this.downloads = downloads;
    this.files = files;
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
    send(
        request,
        response,
        new Made(id, extension, kind.mediaType()),
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
    send(
        request,
        response,
        new Made(id, "m4a", "audio/mp4"),
        out -> downloads.write(reading, "m4a", out));
  }

  @GetMapping("/article.zip")
  void zip(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = complete(id);
    announce(response, reading, "zip");
    send(
        request,
        response,
        new Made(id, "zip", "application/zip"),
        out -> downloads.zip(reading, out));
  }

  /** A file that is made of a reading. */
  private record Made(String id, String extension, String type) {

    String name() {
      return id + "." + extension;
    }

    String etag() {
      return "\"" + id + "-" + extension + "\"";
    }
  }

  /**
   * The first who asks hears it while it is made, without a length; from then on it is a file with
   * ranges. Who begins with a range waits until it is made.
   */
  private void send(
      HttpServletRequest request, HttpServletResponse response, Made made, MadeFiles.Maker maker)
      throws IOException, InterruptedException {
    Optional<Path> kept = files.find(made.name());
    if (kept.isEmpty() && request.getHeader("Range") != null) {
      kept = files.make(made.name(), () -> fairUse.charge(request), maker);
    }
    if (kept.isPresent()) {
      Path file = kept.get();
      RangedBody.send(
          request,
          response,
          made.type(),
          Files.size(file),
          made.etag(),
          (out, from, to) -> copy(file, out, from, to));
      return;
    }
    response.setHeader("ETag", made.etag());
    response.setHeader("Accept-Ranges", "bytes");
    if (RangedBody.matches(request.getHeader("If-None-Match"), made.etag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(made.type());
    if (!request.getMethod().equals("HEAD")) {
      files.through(made.name(), response.getOutputStream(), () -> fairUse.charge(request), maker);
    }
  }

  private static void copy(Path file, OutputStream out, long from, long to) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        InputStream in = Channels.newInputStream(channel.position(from))) {
      var piece = new byte[65_536];
      for (long left = to - from; left > 0; ) {
        int count = in.read(piece, 0, (int) Math.min(piece.length, left));
        if (count < 0) {
          throw new EOFException("The file became shorter while it was sent.");
        }
        out.write(piece, 0, count);
        left -= count;
      }
    }
  }

  private static void announce(
      HttpServletResponse response, Reading reading, @Nullable String extension) {
    response.setHeader("Cache-Control", "no-cache");
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
