package org.nangdok.document.text;

import java.io.IOException;
import org.nangdok.article.ArticleException;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentReader;

/**
 * Reads plain text and subtitles: as the same text is read when it is pasted, or, where it is as
 * long as a book, by its own headings.
 */
public final class TextFileReader implements DocumentReader {

  private final DocumentKind kind;
  private final ArticleExtractor extractor;

  /**
   * @param kind plain text or subtitles
   */
  public TextFileReader(DocumentKind kind, ArticleExtractor extractor) {
    this.kind = kind;
    this.extractor = extractor;
  }

  @Override
  public DocumentKind kind() {
    return kind;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    String text = FileText.of(file).replace("\r\n", "\n").replace('\r', '\n');
    if (text.length() <= ArticleExtractor.LONGEST_TEXT && !FreeBook.isOne(text)) {
      try {
        account.article(extractor.fromText(text));
        return;
      } catch (ArticleException e) {
        // Nothing that a reader of news would keep; what stands there is read all the same.
      }
    }
    new BookText(account).read(FreeBook.unwrap(text, account));
  }
}
