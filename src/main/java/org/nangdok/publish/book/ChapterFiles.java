package org.nangdok.publish.book;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.nangdok.publish.Id3Tag;

/** One MP3 a chapter, tagged, with a playlist that keeps their order (M3U in UTF-8). */
final class ChapterFiles implements BookFile {

  @Override
  public String name() {
    return "chapters.zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public void write(Book book, OutputStream out) throws IOException {
    var zip = new BookZip(out);
    sound(book, zip, "");
    zip.text(ChapterNames.folder(book.title()) + ".m3u8", playlist(book));
    zip.sound("cover." + book.cover().extension(), to -> to.write(book.cover().bytes()));
    if (!book.unread().isEmpty()) {
      zip.text(book.unreadTitle() + ".txt", String.join("\n", book.unread()) + "\n");
    }
    zip.finish();
  }

  /** Writes each chapter's MP3 into a folder. */
  static void sound(Book book, BookZip zip, String folder) throws IOException {
    List<Book.Chapter> chapters = book.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Book.Chapter chapter = chapters.get(i);
      var tag =
          new Id3Tag.Track(
              chapter.title(),
              book.title(),
              Objects.requireNonNullElse(book.author(), "Nangdok"),
              i + 1,
              chapters.size(),
              book.language3(),
              chapter.millis(),
              new Id3Tag.Picture(book.cover().mediaType(), book.cover().bytes()));
      zip.sound(
          folder + ChapterNames.mp3(book, i),
          out -> {
            out.write(tag.bytes());
            chapter.write(out);
          });
    }
  }

  private static String playlist(Book book) {
    var list = new StringBuilder("#EXTM3U\n#EXTENC:UTF-8\n#PLAYLIST:");
    list.append(oneLine(book.title())).append('\n');
    for (int i = 0; i < book.chapters().size(); i++) {
      Book.Chapter chapter = book.chapters().get(i);
      list.append("#EXTINF:")
          .append(Math.round(chapter.millis() / 1000.0))
          .append(',')
          .append(oneLine(chapter.title()))
          .append('\n')
          .append(ChapterNames.mp3(book, i))
          .append('\n');
    }
    return list.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
