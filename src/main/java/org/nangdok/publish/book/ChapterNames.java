package org.nangdok.publish.book;

import java.util.Locale;
import org.nangdok.publish.DownloadName;

/** What the sound files of a book's chapters are called, so that they sort as they are heard. */
final class ChapterNames {

  private ChapterNames() {}

  /** {@code 001 - Title.mp3}. */
  static String mp3(Book book, int index) {
    String digits = Integer.toString(book.chapters().size());
    String number =
        String.format(Locale.ROOT, "%0" + Math.max(2, digits.length()) + "d", index + 1);
    return DownloadName.of(number + " - " + book.chapters().get(index).title(), "mp3");
  }

  /** A name for a folder. */
  static String folder(String title) {
    String name = DownloadName.of(title, "x");
    return name.substring(0, name.length() - 2);
  }
}
