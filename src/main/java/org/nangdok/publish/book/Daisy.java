package org.nangdok.publish.book;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A DAISY 2.02 talking book with full text and full audio, which players for the blind take: a
 * navigation control centre, and for each chapter its text, its sound, and a presentation that
 * joins them (DAISY 2.02 Specification, 2001).
 */
final class Daisy implements BookFile {

  @Override
  public String name() {
    return "daisy.zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  /** What the control centre and the master presentation tell of a chapter. */
  record Entry(String file, String title, String first, long millis) {}

  @Override
  public void write(Book book, OutputStream out) throws IOException {
    var zip = new BookZip(out);
    List<Entry> entries = new ArrayList<>();
    Set<String> voices = new TreeSet<>();
    long elapsed = 0;
    List<Book.Chapter> chapters = book.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Book.Chapter chapter = chapters.get(i);
      TalkingText text = TalkingText.of(chapter);
      voices.addAll(Book.voices(text.turns()));
      String file = String.format(Locale.ROOT, "c%04d", i + 1);
      var entry = new Entry(file, title(book, i), "p1", chapter.millis());
      entries.add(entry);
      zip.text(file + ".html", DaisyPages.text(book, entry, text, i + 1 == chapters.size()));
      zip.text(file + ".smil", DaisyPages.presentation(book, entry, text, elapsed));
      zip.sound(file + ".mp3", chapter::write);
      elapsed += chapter.millis();
    }
    zip.text("master.smil", DaisyPages.master(book, entries));
    int files = zip.files() + 1;
    zip.text("ncc.html", DaisyPages.ncc(book, entries, voices, files, zip.bytes()));
    zip.finish();
  }

  /** The first heading of a book is its title. */
  private static String title(Book book, int index) {
    String own = book.chapters().get(index).title();
    return index > 0 || own.equals(book.title())
        ? own
        : book.chapters().size() == 1 ? book.title() : book.title() + ": " + own;
  }
}
