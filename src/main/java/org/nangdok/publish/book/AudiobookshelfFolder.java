package org.nangdok.publish.book;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.publish.Transcript;
import tools.jackson.databind.json.JsonMapper;

/**
 * A book as the server audiobookshelf keeps them: author's folder, book's folder, an MP3 a chapter,
 * cover, and {@code metadata.json} with the chapters' times in seconds from the book's beginning.
 */
final class AudiobookshelfFolder implements BookFile {

  @Override
  public String name() {
    return "audiobookshelf.zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public void write(Book book, OutputStream out) throws IOException {
    var zip = new BookZip(out);
    String author = book.author() == null ? "Nangdok" : book.author();
    String folder = ChapterNames.folder(author) + "/" + ChapterNames.folder(book.title()) + "/";
    ChapterFiles.sound(book, zip, folder);
    zip.sound(folder + "cover." + book.cover().extension(), to -> to.write(book.cover().bytes()));
    zip.text(folder + "metadata.json", metadata(book));
    zip.text(folder + "desc.txt", description(book) + "\n");
    zip.text(folder + "reader.txt", "Nangdok\n");
    zip.finish();
  }

  private static String metadata(Book book) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("tags", List.of());
    facts.put("chapters", chapters(book));
    facts.put("title", book.title());
    facts.put("authors", book.author() == null ? List.of() : List.of(book.author()));
    facts.put("narrators", List.of("Nangdok"));
    facts.put("series", List.of());
    facts.put("genres", List.of("Audiobook"));
    facts.put("description", description(book));
    facts.put("language", book.language());
    facts.put("explicit", false);
    facts.put("abridged", !book.unread().isEmpty());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts);
  }

  private static List<Map<String, Object>> chapters(Book book) {
    List<Map<String, Object>> chapters = new ArrayList<>();
    long start = 0;
    for (Book.Chapter chapter : book.chapters()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", chapters.size());
      entry.put("start", start / 1000.0);
      start += chapter.millis();
      entry.put("end", start / 1000.0);
      entry.put("title", chapter.title());
      chapters.add(entry);
    }
    return chapters;
  }

  private static String description(Book book) {
    String unread =
        book.unread().isEmpty()
            ? ""
            : "\n" + book.unreadTitle() + ":\n" + String.join("\n", book.unread());
    return Transcript.SYNTHETIC + unread;
  }
}
