package org.nangdok.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nangdok.library.StoredPart;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.book.Book;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingBook;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.Transcripts;

/** A complete work as a book; one part of it is in memory at a time. */
final class WorkBook {

  private final ReadingDesk desk;
  private final URI service;

  /**
   * @param service the service's public address
   */
  WorkBook(ReadingDesk desk, URI service) {
    this.desk = desk;
    this.service = service;
  }

  /** A part of a work, whose text and sound are read when they are written. */
  private final class Spoken implements Book.Part {
    private final String reading;
    private final long millis;

    Spoken(String reading, long millis) {
      this.reading = reading;
      this.millis = millis;
    }

    @Override
    public Transcript transcript() {
      return Transcripts.of(find(reading), service);
    }

    @Override
    public long millis() {
      return millis;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      try (InputStream sound = desk.joined(find(reading)).stream()) {
        sound.transferTo(out);
      }
    }
  }

  Book of(Work work, Book.Cover cover) {
    List<Book.Chapter> chapters = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    String language = null;
    for (Work.Chapter chapter : work.chapters()) {
      List<Book.Part> parts = new ArrayList<>();
      for (StoredPart part : chapter.parts()) {
        String reading = part.reading();
        if (!part.made() || reading == null) {
          unread.add(chapter.title() + ": " + Objects.requireNonNullElse(part.problem(), ""));
          continue;
        }
        Reading spoken = find(reading);
        language = language == null ? spoken.plan().language() : language;
        unread.addAll(ReadingBook.unread(spoken));
        parts.add(new Spoken(reading, spoken.progress().timeline().millis()));
      }
      if (!parts.isEmpty()) {
        chapters.add(new Book.Chapter(chapter.title(), parts));
      }
    }
    if (chapters.isEmpty()) {
      throw new WorkException("work.failed", "Nothing of this work can be read aloud.");
    }
    return new Book(
        work.facts().id(),
        work.facts().title(),
        work.facts().author(),
        Objects.requireNonNullElse(language, "und"),
        null,
        work.facts().created(),
        cover,
        chapters,
        unread);
  }

  private Reading find(String id) {
    return desk.look(id).orElseThrow(WorkDesk::removed);
  }
}
