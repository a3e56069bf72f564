package org.nangdok.document.epub;

import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.markup.FreeBookTerms;
import org.nangdok.document.markup.Markup;
import org.nangdok.document.markup.NoteMarks;

/**
 * What must be known of a whole book before its first page is read: its links, since notes stand in
 * other pages than their marks, how much it says, and whether it is a book of pictures.
 *
 * @param letters of all pages
 * @param pictures whether at least half of its pages hold a picture and no words
 */
record EpubSurvey(NoteMarks marks, FreeBookTerms terms, long letters, boolean pictures) {

  /** A page that says more than this share of a book is the book. */
  private static final int SMALL = 3;

  static EpubSurvey of(EpubPackage book, Archive archive, DocumentAccount account)
      throws IOException {
    var marks = new NoteMarks();
    long letters = 0;
    int pictures = 0;
    int pages = 0;
    for (EpubPackage.Page page : book.pages()) {
      Optional<String> source = page.isImage() ? Optional.empty() : archive.text(page.path());
      if (source.isPresent()) {
        Element whole = Markup.page(source.get(), account);
        marks.collect(whole, EpubReader.name(page.path()));
        letters += whole.text().length();
        pages++;
        pictures += isPicture(whole) ? 1 : 0;
      }
    }
    return new EpubSurvey(marks, new FreeBookTerms(), letters, 2 * pictures >= pages);
  }

  static boolean isPicture(Element page) {
    return page.select("body").text().isBlank() && page.selectFirst("img, image, svg") != null;
  }

  /** Whether the book goes on without a page. */
  boolean isSmall(Element page) {
    return SMALL * (long) page.text().length() <= letters;
  }
}
