package org.nangdok.publish.book;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * EPUB 3.3 with media overlays: whoever has a reading system hears the text and sees the sentence
 * that is spoken (EPUB 3.3, 9).
 */
final class Epub implements BookFile {

  static final String FOLDER = "EPUB/";

  private static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
          <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
      </container>
      """;

  private static final String STYLE =
      """
      body { line-height: 1.6; }
      h1 { font-size: 1.4em; }
      h2 { font-size: 1.15em; }
      .speaker { font-weight: bold; margin-bottom: 0; }
      .cover { margin: 0; text-align: center; }
      .cover img { max-height: 100vh; max-width: 100%; }
      .-epub-media-overlay-active { background-color: #fff3b0; color: #000; }
      """;

  @Override
  public String name() {
    return "book.epub";
  }

  @Override
  public String mediaType() {
    return "application/epub+zip";
  }

  @Override
  public void write(Book book, OutputStream out) throws IOException {
    var zip = new BookZip(out);
    zip.mark("mimetype", mediaType());
    zip.text("META-INF/container.xml", CONTAINER);
    Set<String> voices = new TreeSet<>();
    List<Book.Chapter> chapters = book.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Book.Chapter chapter = chapters.get(i);
      TalkingText text = TalkingText.of(chapter);
      voices.addAll(Book.voices(text.turns()));
      String file = chapterFile(i);
      zip.text(FOLDER + file + ".xhtml", EpubPages.chapter(book, chapter, text));
      zip.text(FOLDER + file + ".smil", EpubPages.overlay(file, text));
      zip.sound(FOLDER + "audio/" + file + ".mp3", chapter::write);
    }
    if (!book.unread().isEmpty()) {
      zip.text(FOLDER + "unread.xhtml", EpubPages.unread(book));
    }
    zip.sound(FOLDER + "cover." + book.cover().extension(), to -> to.write(book.cover().bytes()));
    zip.text(FOLDER + "cover.xhtml", EpubPages.cover(book));
    zip.text(FOLDER + "style.css", STYLE);
    zip.text(FOLDER + "nav.xhtml", EpubPages.navigation(book));
    zip.text(FOLDER + "package.opf", EpubPackage.of(book, voices));
    zip.finish();
  }

  static String chapterFile(int index) {
    return String.format(java.util.Locale.ROOT, "chapter-%04d", index + 1);
  }
}
