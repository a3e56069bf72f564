package org.nangdok.document.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentReader;

/**
 * Reads PDF: by its tags where they cover the text, else by where the letters stand. A file that
 * only limits printing or copying is read, since that leaves reading aloud to the blind free.
 */
public final class PdfReader implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.PDF;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(file.path().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      read(document, account);
    } catch (InvalidPasswordException e) {
      throw new DocumentException(
          Reason.LOCKED, "This PDF is locked with a password. Send it without one.");
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | ClassCastException
        | NullPointerException
        | NegativeArraySizeException
        | ArithmeticException
        | UnsupportedOperationException e) {
      throw new IOException("a broken PDF", e); // what PDFBox throws at broken ones
    }
  }

  private static void read(PDDocument document, DocumentAccount account) throws IOException {
    if (document.getNumberOfPages() > account.bounds().pages()) {
      throw new DocumentException(
          Reason.TOO_LARGE,
          "This PDF has more than " + account.bounds().pages() + " pages. Send it in parts.");
    }
    describe(document, account);
    PdfText text = PdfText.of(document, account);
    if (!text.hasWords()) {
      throw new DocumentException(
          Reason.NO_TEXT,
          "This PDF holds pictures of pages and no text. Have its text recognised (OCR) and send"
              + " the new file.");
    }
    List<String> pictures = text.picturesOnly();
    if (!pictures.isEmpty()) {
      account.warn(
          "These pages are pictures without text and aren't read: "
              + String.join(", ", pictures)
              + ".");
    }
    PdfTags tags = PdfTags.of(document, text, account);
    if (tags.cover()) {
      tags.write(PdfOutline.of(document));
    } else {
      new PdfLayout(text, PdfOutline.of(document), account).write();
    }
    PdfExtras.list(document, account);
  }

  private static void describe(PDDocument document, DocumentAccount account) {
    PDDocumentInformation facts = document.getDocumentInformation();
    String title = facts.getTitle();
    if (title != null
        && !title.matches(
            "(?i)\\s*|untitled.*|Microsoft \\w+ - .*|.*\\.(?:docx?|hwpx?|dvi|tex|indd|pdf)|.{0,3}")) {
      account.title(title);
    }
    if (facts.getAuthor() != null) {
      account.author(facts.getAuthor());
    }
    account.language(document.getDocumentCatalog().getLanguage());
  }
}
