package org.nangdok.document.epub;

import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.nangdok.document.CoverImage;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.archive.Images;
import org.nangdok.document.markup.Markup;
import org.nangdok.document.markup.MarkupWalker;
import org.nangdok.document.markup.NoteMarks;
import org.nangdok.document.markup.PrintedContents;

/**
 * Reads EPUB 2 and 3: the pages of the spine in their order, chapters as the table of contents has
 * them.
 */
public final class EpubReader implements DocumentReader {

  private static final int LARGEST_COVER = 8_000_000;

  @Override
  public DocumentKind kind() {
    return DocumentKind.EPUB;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    try (var archive = Archive.open(file, account)) {
      EpubRights.requireOpen(archive, account);
      EpubPackage book = EpubPackage.read(archive, account);
      account.title(book.title());
      book.authors().forEach(account::author);
      account.language(book.language());
      cover(book, archive, account);
      EpubContents contents = EpubContents.read(book, archive, account);
      NoteMarks marks = marks(book, archive, account);
      for (EpubPackage.Page page : book.pages()) {
        read(page, archive, contents, marks, account);
      }
    }
  }

  private static void cover(EpubPackage book, Archive archive, DocumentAccount account)
      throws IOException {
    String path = book.cover();
    if (path.isEmpty() || archive.size(path) > LARGEST_COVER) {
      return;
    }
    Optional<byte[]> bytes = archive.bytes(path);
    bytes
        .flatMap(image -> Images.mediaType(image).map(type -> new CoverImage(type, image)))
        .ifPresent(account::cover);
  }

  /** All links of the book first, since notes stand in other pages than their marks. */
  private static NoteMarks marks(EpubPackage book, Archive archive, DocumentAccount account)
      throws IOException {
    var marks = new NoteMarks();
    for (EpubPackage.Page page : book.pages()) {
      Optional<String> source = archive.text(page.path());
      if (source.isPresent() && source.get().indexOf('#') >= 0) {
        marks.collect(Markup.page(source.get(), account), name(page.path()));
      }
    }
    return marks;
  }

  private static void read(
      EpubPackage.Page page,
      Archive archive,
      EpubContents contents,
      NoteMarks marks,
      DocumentAccount account)
      throws IOException {
    if (page.isImage()) {
      account.leave(DocumentPart.IMAGE, name(page.path()));
      return;
    }
    Optional<String> source = archive.text(page.path());
    if (source.isEmpty()) {
      account.warn("A page of this book is missing in its file: " + name(page.path()) + ".");
      return;
    }
    Element whole = Markup.page(source.get(), account);
    contents.at(page.path(), "").ifPresent(title -> account.chapter(title, null));
    if (page.auxiliary() && !account.wants(DocumentPart.AUXILIARY)) {
      MarkupWalker.leave(DocumentPart.AUXILIARY, whole, account);
    } else if (isContents(page, whole) && !account.wants(DocumentPart.TABLE_OF_CONTENTS)) {
      MarkupWalker.leave(DocumentPart.TABLE_OF_CONTENTS, whole, account);
    } else {
      MarkupWalker.Places places =
          id -> contents.at(page.path(), id).ifPresent(title -> account.chapter(title, null));
      boolean pictures = !page.first() && whole.select("body").text().isBlank();
      new MarkupWalker(account, marks, name(page.path()), places, pictures).walk(whole);
    }
  }

  private static boolean isContents(EpubPackage.Page page, Element whole) {
    if (page.contents()) {
      return true;
    }
    Element body = whole.selectFirst("body");
    return body != null && PrintedContents.isOne(body);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static DocumentException damaged() {
    return DocumentException.damaged(DocumentKind.EPUB);
  }
}
