package org.nangdok.document.type;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentBounds;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentOptions;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.TimeLimit;
import org.nangdok.document.epub.EpubReader;
import org.nangdok.document.mail.MailReader;
import org.nangdok.document.mail.SavedPageReader;
import org.nangdok.document.office.OpenDocumentReader;
import org.nangdok.document.office.RichTextReader;
import org.nangdok.document.office.SlidesReader;
import org.nangdok.document.office.WordReader;
import org.nangdok.document.pdf.PdfReader;
import org.nangdok.document.text.FeedReader;
import org.nangdok.document.text.HtmlFileReader;
import org.nangdok.document.text.MarkdownReader;
import org.nangdok.document.text.TextFileReader;

/** Reads files of all kinds, each by the reader of the kind that its content shows. Thread-safe. */
public final class DocumentReaders {

  private final Map<DocumentKind, DocumentReader> readers = new EnumMap<>(DocumentKind.class);
  private final DocumentBounds bounds;
  private final KindDetector detector;

  /**
   * @param bounds what one file may cost
   */
  public DocumentReaders(List<DocumentReader> readers, DocumentBounds bounds) {
    readers.forEach(reader -> this.readers.put(reader.kind(), reader));
    this.bounds = bounds;
    this.detector = new KindDetector(bounds);
  }

  /** All readers that there are. */
  public static DocumentReaders all(ArticleExtractor extractor, DocumentBounds bounds) {
    var pages = new HtmlFileReader(extractor);
    return new DocumentReaders(
        List.of(
            new EpubReader(),
            new PdfReader(),
            new WordReader(),
            new SlidesReader(),
            new RichTextReader(),
            new OpenDocumentReader(),
            pages,
            new SavedPageReader(pages),
            new MailReader(),
            new FeedReader(),
            new MarkdownReader(),
            new TextFileReader(DocumentKind.SUBTITLES, extractor),
            new TextFileReader(DocumentKind.TEXT, extractor)),
        bounds);
  }

  /** What one file may cost. */
  public DocumentBounds bounds() {
    return bounds;
  }

  /**
   * Reads a file.
   *
   * @throws DocumentException if it can't be read; {@code document.unsupported} names what can
   */
  public Document read(DocumentFile file, DocumentOptions options) {
    if (file.bytes() > bounds.bytes()) {
      throw new DocumentException(
          Reason.TOO_LARGE,
          "The file is larger than " + (bounds.bytes() >> 20) + " MB. Send it in parts.");
    }
    var limit = new TimeLimit(bounds.time());
    DocumentKind kind = kind(file, options, limit);
    DocumentReader reader = readers.get(kind);
    if (reader == null) {
      throw DocumentException.unsupported("This kind of file can't be read.");
    }
    var account = new DocumentAccount(options, bounds, limit);
    try {
      reader.read(file, account);
    } catch (IOException | StackOverflowError e) {
      throw DocumentException.damaged(kind);
    }
    return account.document(kind);
  }

  private DocumentKind kind(DocumentFile file, DocumentOptions options, TimeLimit limit) {
    try {
      return detector.kind(file, options.hint(), limit);
    } catch (IOException e) {
      throw new DocumentException(
          Reason.DAMAGED, "This file is damaged or cut off. Send the whole file again.");
    }
  }
}
