package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.delivery.FileAnswers.Made;
import org.nangdok.delivery.access.RoutedPath;
import org.nangdok.publish.book.Book;
import org.nangdok.publish.book.BookFile;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.work.WorkDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Complete readings and works as audiobooks and talking books. */
@RestController
class BookController {

  private final ReadingDesk desk;
  private final WorkDesk works;
  private final Downloads downloads;
  private final FileAnswers answers;

  BookController(ReadingDesk desk, WorkDesk works, Downloads downloads, FileAnswers answers) {
    this.desk = desk;
    this.works = works;
    this.downloads = downloads;
    this.answers = answers;
  }

  @GetMapping({
    "/api/readings/{id}/book.epub",
    "/api/readings/{id}/daisy.zip",
    "/api/readings/{id}/chapters.zip",
    "/api/readings/{id}/audiobookshelf.zip",
    "/api/readings/{id}/audiobook.m4b"
  })
  void ofReading(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = desk.find(id).orElseThrow(ReadingController::unknown);
    if (reading.progress().state() != Reading.State.COMPLETE) {
      throw new ReadingException(
          "reading.unfinished",
          "This reading is still being made; its files are there when it is complete.");
    }
    send(downloads.book(reading), id, request, response);
  }

  @GetMapping({
    "/api/works/{id}/book.epub",
    "/api/works/{id}/daisy.zip",
    "/api/works/{id}/chapters.zip",
    "/api/works/{id}/audiobookshelf.zip",
    "/api/works/{id}/audiobook.m4b"
  })
  void ofWork(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    send(downloads.book(works, works.find(id)), id, request, response);
  }

  private void send(Book book, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    String name = StringUtils.substringAfterLast(RoutedPath.of(request), "/");
    // what was left out may have been made since, and a picture have come
    int picture = Arrays.hashCode(book.cover().bytes());
    String version = book.millis() + "-" + Integer.toHexString(picture) + "." + name;
    if (name.equals("audiobook.m4b")) {
      downloads.require("m4b");
      FileAnswers.announce(response, book.title(), "m4b");
      answers.send(
          request, response, new Made(id, version, "audio/mp4"), out -> downloads.m4b(book, out));
      return;
    }
    BookFile file = BookFile.byName(name).orElseThrow();
    String extension = StringUtils.substringAfterLast(name, ".");
    FileAnswers.announce(response, book.title(), extension);
    answers.send(
        request, response, new Made(id, version, file.mediaType()), out -> file.write(book, out));
  }
}
