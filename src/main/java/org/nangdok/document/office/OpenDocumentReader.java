package org.nangdok.document.office;

import java.io.IOException;
import java.util.Optional;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.archive.XmlPart;

/** Reads ODT (OpenDocument 1.0 to 1.4). */
public final class OpenDocumentReader implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.ODT;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    try (var archive = Archive.open(file, account)) {
      if (archive.text("META-INF/manifest.xml").orElse("").contains("encryption-data")) {
        throw new DocumentException(
            Reason.LOCKED, "This document is locked with a password. Save it without one.");
      }
      byte[] content =
          archive
              .bytes("content.xml")
              .orElseThrow(() -> DocumentException.damaged(DocumentKind.ODT));
      CoreProperties.read(archive, account);
      Optional<byte[]> styles = archive.bytes("styles.xml");
      if (styles.isPresent()) {
        heads(XmlPart.of(styles.get(), account), account);
      }
      var names = new OpenDocumentStyles();
      XmlPart xml = XmlPart.of(content, account);
      xml.each(root -> parts(xml, names, account));
    }
  }

  private static void parts(XmlPart xml, OpenDocumentStyles styles, DocumentAccount account)
      throws IOException {
    xml.each(
        name -> {
          if (name.equals("automatic-styles")) {
            styles.add(xml);
          } else if (name.equals("body")) {
            xml.each(text -> new OpenDocumentBody(xml, styles, account).blocks());
          }
        });
  }

  private static void heads(XmlPart xml, DocumentAccount account) throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "header", "footer", "header-left", "footer-left", "header-first", "footer-first" ->
                account.leave(DocumentPart.RUNNING_HEAD, xml.text());
            case "document-styles", "master-styles", "master-page" -> heads(xml, account);
            default -> {}
          }
        });
  }
}
