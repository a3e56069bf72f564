package org.nangdok.publish.book;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A kind of file in which a book is taken away. */
public interface BookFile {

  /** All kinds that need no other program. */
  List<BookFile> ALL =
      List.of(new Epub(), new Daisy(), new ChapterFiles(), new AudiobookshelfFolder());

  /** The file's name in addresses, such as {@code book.epub}. */
  String name();

  /** The media type. */
  String mediaType();

  /** Writes the file; chapter by chapter, so that a long book takes little memory. */
  void write(Book book, OutputStream out) throws IOException;

  /** The kind of that name. */
  static Optional<BookFile> byName(String name) {
    return ALL.stream().filter(file -> file.name().equals(name)).findFirst();
  }
}
