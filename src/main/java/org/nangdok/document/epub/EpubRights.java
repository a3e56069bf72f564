package org.nangdok.document.epub;

import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.markup.Markup;

/** Whether a book's pages are locked; fonts that are only obfuscated don't matter. */
final class EpubRights {

  private static final String OBFUSCATED =
      "(?i).*(?:idpf\\.org/2008/embedding|ns\\.adobe\\.com/pdf/enc#RC).*";

  private EpubRights() {}

  /**
   * @throws DocumentException with reason {@code locked} if any page is encrypted
   */
  static void requireOpen(Archive archive, DocumentAccount account) throws IOException {
    Optional<String> source = archive.text("META-INF/encryption.xml");
    if (source.isEmpty()) {
      return;
    }
    Element encryption = Markup.xml(source.get(), account);
    for (Element data : encryption.getAllElements()) {
      if (local(data).equals("encrypteddata") && !isFont(data)) {
        throw new DocumentException(
            Reason.LOCKED,
            "This book is locked by its seller ("
                + scheme(archive)
                + "), so it can't be read here. Ask for a copy without rights management, or open it in"
                + " the seller's own program.");
      }
    }
  }

  private static boolean isFont(Element data) {
    for (Element inner : data.getAllElements()) {
      if (local(inner).equals("encryptionmethod") && inner.attr("Algorithm").matches(OBFUSCATED)) {
        return true;
      }
      if (local(inner).equals("cipherreference")
          && inner.attr("URI").matches("(?i).*\\.(?:otf|ttf|ttc|woff2?|eot)")) {
        return true;
      }
    }
    return false;
  }

  private static String scheme(Archive archive) {
    if (archive.has("META-INF/license.lcpl")) {
      return "Readium LCP";
    }
    if (archive.has("META-INF/sinf.xml")) {
      return "Apple FairPlay";
    }
    return archive.has("META-INF/rights.xml") ? "Adobe DRM" : "DRM";
  }

  static String local(Element element) {
    String name = element.normalName();
    return name.substring(name.indexOf(':') + 1);
  }
}
