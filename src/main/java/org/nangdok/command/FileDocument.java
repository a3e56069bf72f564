package org.nangdok.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentBounds;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentOptions;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.type.DocumentReaders;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.script.Wish;
import org.nangdok.ssml.SsmlDocument;

/** Files of the user's, of all kinds that room {@code document} reads, and SSML. */
final class FileDocument {

  private FileDocument() {}

  /**
   * What the planner is asked for.
   *
   * @throws org.nangdok.document.DocumentException if it can't be read
   */
  static ReadingRequest request(Path file, ReadSource.How how) throws IOException {
    if (Files.size(file) <= SsmlDocument.LONGEST * 4L) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (SsmlDocument.isOne(text)) {
        return ReadingRequest.ofSsml(text, how.voices(), how.speed());
      }
    }
    Document document =
        DocumentReaders.all(new ArticleExtractor(), DocumentBounds.USUAL)
            .read(
                new DocumentFile(file, Files.size(file)),
                new DocumentOptions(how.read(), file.toString()));
    return ReadingRequest.ofDocument(
        document, how.language(), how.voices(), how.speed(), false, Wish.AUTO);
  }

  /**
   * Parts by their names.
   *
   * @throws CommandException if there is none of a name
   */
  static Set<DocumentPart> parts(List<String> codes) {
    Set<DocumentPart> parts = EnumSet.noneOf(DocumentPart.class);
    for (String code : codes) {
      DocumentPart part = DocumentPart.of(code);
      if (part == null) {
        throw new CommandException(
            "command.bad-value",
            "--read takes names of left-out parts such as note or page-number, not " + code + ".");
      }
      parts.add(part);
    }
    return parts;
  }
}
