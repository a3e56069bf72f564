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
import org.nangdok.publish.DownloadName;
import org.springframework.stereotype.Component;

/** Answers with files that are made when somebody asks for them, and kept for a while. */
@Component
class FileAnswers {

  private final MadeFiles files;
  private final FairUse fairUse;

  FileAnswers(MadeFiles files, FairUse fairUse) {
    this.files = files;
    this.fairUse = fairUse;
  }

  /**
   * A file that is made of a reading or a work.
   *
   * @param id of what it is made of
   * @param extension what tells it from other files of the same
   * @param type its media type
   */
  record Made(String id, String extension, String type) {

    String name() {
      return id + "." + extension;
    }

    String etag() {
      return "\"" + id + "-" + extension + "\"";
    }
  }

  /** Says that it is to be saved, and under which name. */
  static void announce(HttpServletResponse response, String title, String extension) {
    String name = DownloadName.of(title, extension);
    response.setHeader("Content-Disposition", DownloadName.attachment(name));
  }

  /**
   * The first who asks hears it while it is made, without a length; from then on it is a file with
   * ranges. Who begins with a range waits until it is made.
   */
  void send(
      HttpServletRequest request, HttpServletResponse response, Made made, MadeFiles.Maker maker)
      throws IOException, InterruptedException {
    response.setHeader("Cache-Control", "no-cache");
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
}
