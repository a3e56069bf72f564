package org.nangdok.document.office;

import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentReader;

/** Reads RTF with RTF Parser Kit, which knows its code pages. */
public final class RichTextReader implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.RTF;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    var words = new RichTextWords(account);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
      new StandardRtfParser().parse(new RtfStreamSource(in), words);
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NullPointerException
        | ClassCastException
        | java.util.NoSuchElementException e) {
      throw new IOException("broken RTF", e); // what the parser throws at broken files
    }
    words.end();
  }
}
