package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.type.DocumentReaders;
import org.nangdok.reading.BusyException;
import org.nangdok.reading.ReadingException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Files that requests bring, as a form's only file or as the whole body: they lie on disk while
 * they are read, a few at a time, and are gone afterwards.
 */
@Component
class UploadedDocuments {

  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 20;
  private static final int PIECE = 64_000;

  private final DocumentReaders readers;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  UploadedDocuments(DocumentReaders readers) {
    this.readers = readers;
  }

  /**
   * What a request's file says.
   *
   * @throws DocumentException if it can't be read
   * @throws BusyException if its turn doesn't come soon
   */
  Document of(HttpServletRequest request, DocumentBody body)
      throws IOException, InterruptedException {
    Path path = Files.createTempFile("nangdok-", ".document");
    try {
      String hint = take(request, path);
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BusyException();
      }
      try {
        return readers.read(new DocumentFile(path, Files.size(path)), body.options(hint));
      } finally {
        places.release();
      }
    } finally {
      Files.deleteIfExists(path);
    }
  }

  /** Whether a form brings a file that isn't empty. */
  static boolean hasFile(HttpServletRequest request) {
    return request instanceof MultipartHttpServletRequest form
        && form.getMultiFileMap().values().stream()
            .flatMap(List::stream)
            .anyMatch(file -> !file.isEmpty());
  }

  /** Puts the file where it can be read; answers what the request calls it. */
  private String take(HttpServletRequest request, Path path) throws IOException {
    if (request instanceof MultipartHttpServletRequest form) {
      List<MultipartFile> files =
          form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
      if (files.size() != 1) {
        throw new ReadingException(
            "request.missing-parameter", "The form needs one file, in the field file.");
      }
      MultipartFile file = files.getFirst();
      try (InputStream in = file.getInputStream()) {
        copy(in, path);
      }
      return StringUtils.defaultIfBlank(
          file.getOriginalFilename(), StringUtils.defaultString(file.getContentType()));
    }
    String type = StringUtils.defaultString(request.getContentType());
    if (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      throw new ReadingException(
          "request.media-type",
          "Send JSON as application/json, or a file with its own type or as a form"
              + " (multipart/form-data).");
    }
    copy(request.getInputStream(), path);
    return type;
  }

  private void copy(InputStream in, Path path) throws IOException {
    long most = readers.bounds().bytes();
    byte[] piece = new byte[PIECE];
    long all = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        all += count;
        if (all > most) {
          throw new DocumentException(
              Reason.TOO_LARGE,
              "The file is larger than " + (most >> 20) + " MB. Send it in parts.");
        }
        out.write(piece, 0, count);
      }
    }
  }
}
