package org.nangdok.document.epub;

import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
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
      EpubSurvey survey = EpubSurvey.of(book, archive, account);
      for (EpubPackage.Page page : book.pages()) {
        read(page, archive, contents, survey, account);
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

  private static void read(
      EpubPackage.Page page,
      Archive archive,
      EpubContents contents,
      EpubSurvey survey,
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
    survey.terms().mark(whole);
    contents.at(page.path(), "").ifPresent(title -> account.chapter(title, null));
    DocumentPart part = leftOut(page, whole, contents, survey);
    if (part != null && !account.wants(part)) {
      MarkupWalker.leave(part, whole, account);
    } else {
      MarkupWalker.Places places =
          id -> contents.at(page.path(), id).ifPresent(title -> account.chapter(title, null));
      boolean pictures = survey.pictures() && !page.first() && EpubSurvey.isPicture(whole);
      new MarkupWalker(account, survey.marks(), name(page.path()), places, pictures).walk(whole);
    }
  }

  /** What a page is as a whole; null if it is text. */
  private static @Nullable DocumentPart leftOut(
      EpubPackage.Page page, Element whole, EpubContents contents, EpubSurvey survey) {
    Element body = whole.selectFirst("body");
    if (page.auxiliary()) {
      return DocumentPart.AUXILIARY;
    }
    if (page.contents() || body != null && isContents(body)) {
      return DocumentPart.TABLE_OF_CONTENTS;
    }
    boolean imprint = page.imprint() || contents.isImprint(page.path());
    return survey.isSmall(whole) && (imprint || ImprintPage.isOne(whole))
        ? DocumentPart.IMPRINT
        : null;
  }

  private static boolean isContents(Element body) {
    return PrintedContents.isOne(body) || PrintedContents.isPage(body);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static DocumentException damaged() {
    return DocumentException.damaged(DocumentKind.EPUB);
  }
}
