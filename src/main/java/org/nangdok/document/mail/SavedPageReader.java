package org.nangdok.document.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.mail.MailParts.Part;
import org.nangdok.document.text.HtmlFileReader;

/** Reads saved pages (MHTML, RFC 2557): the first page in the file, by room {@code article}. */
public final class SavedPageReader implements DocumentReader {

  private final HtmlFileReader pages;

  /**
   * @param pages reads the page
   */
  public SavedPageReader(HtmlFileReader pages) {
    this.pages = pages;
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.MHTML;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    MailParts mail;
    try (InputStream in = Files.newInputStream(file.path())) {
      mail = MailParts.of(in, account.bounds(), account.limit());
    }
    Optional<Part> found =
        mail.parts().stream()
            .filter(
                part ->
                    part.type().equals("text/html") || part.type().equals("application/xhtml+xml"))
            .findFirst();
    if (found.isEmpty()) {
      MailReader.read(mail, account, 0);
      return;
    }
    Part page = found.get();
    String address = mail.headers().getOrDefault("snapshot-content-location", page.location());
    boolean web = address != null && address.matches("(?i)https?://\\S{1,2000}");
    pages.read(MailWords.of(page.bytes(), page.charset()), web ? address : null, account);
  }
}
