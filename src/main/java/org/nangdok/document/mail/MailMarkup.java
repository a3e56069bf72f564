package org.nangdok.document.mail;

import org.jsoup.nodes.Element;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.markup.MarkupWalker;

/** A mail's text in HTML: what programs mark as quoted or as a signature is left out. */
final class MailMarkup {

  private static final String QUOTED =
      "blockquote[type=cite], .gmail_quote, .gmail_extra, .yahoo_quoted, .moz-cite-prefix, #divRplyFwdMsg,"
          + " #appendonsend ~ *, .protonmail_quote, .replyForwardContainer";
  private static final String SIGNATURE =
      ".gmail_signature, .moz-signature, #Signature, .signature, #ms-outlook-mobile-signature";

  private MailMarkup() {}

  static void walk(Element page, DocumentAccount account) {
    page.select("[style*=font-size:0], [style*=font-size: 0]")
        .forEach(hidden -> hidden.attr("hidden", ""));
    var left = page.clone();
    boolean everything =
        left.select(QUOTED).stream().mapToInt(e -> e.text().length()).sum() >= left.text().length();
    if (!everything) {
      mark(page, QUOTED, DocumentPart.QUOTED_MAIL, account);
    }
    mark(page, SIGNATURE, DocumentPart.SIGNATURE, account);
    MarkupWalker.walk(page, account);
  }

  private static void mark(Element page, String which, DocumentPart part, DocumentAccount account) {
    if (account.wants(part)) {
      return;
    }
    for (Element element : page.select(which)) {
      if (element.ownerDocument() != null && element.hasParent()) {
        element.attr("data-left-out", part.code());
      }
    }
  }
}
