package org.nangdok.publish.book;

import java.util.Objects;
import org.nangdok.publish.Transcript;

/** What an M4B says of itself, with its chapters, as text that ffmpeg reads (FFMETADATA1). */
public final class BookTags {

  private BookTags() {}

  /** The tags of a whole book. */
  public static String ffmetadata(Book book) {
    String author = Objects.requireNonNullElse(book.author(), "Nangdok");
    var text = new StringBuilder(";FFMETADATA1\n");
    line(text, "title", book.title());
    line(text, "album", book.title());
    line(text, "artist", author);
    line(text, "album_artist", author);
    line(text, "composer", "Nangdok"); // players show it as the narrator
    line(text, "genre", "Audiobook");
    line(text, "comment", Transcript.SYNTHETIC);
    long start = 0;
    for (Book.Chapter chapter : book.chapters()) {
      text.append("[CHAPTER]\nTIMEBASE=1/1000\n");
      line(text, "START", Long.toString(start));
      start += chapter.millis();
      line(text, "END", Long.toString(start));
      line(text, "title", chapter.title());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    String oneLine = value.replaceAll("\\s+", " ").replaceAll("([=;#\\\\])", "\\\\$1");
    text.append(name).append('=').append(oneLine).append('\n');
  }
}
