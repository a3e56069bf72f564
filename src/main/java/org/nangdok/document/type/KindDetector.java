package org.nangdok.document.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nangdok.document.DocumentBounds;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.TimeLimit;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.text.FileText;

/** Tells of what kind a file is by what stands in it. */
final class KindDetector {

  private static final int HEAD = 64_000;

  /** A PDF may begin with other bytes (ISO 32000, annex H). */
  private static final int PDF_WITHIN = 1_024;

  /** Kinds of files that are often taken for readable ones, by their first bytes. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "d0cf11e0",
              "This is a file of old Office (DOC, XLS, PPT) or one with a password. Save it as DOCX"
                  + " without a password.",
          "ffd8ff", "This is a picture.",
          "89504e47", "This is a picture.",
          "47494638", "This is a picture.",
          "494433", "This is a sound.",
          "1f8b", "This is a packed file; unpack it first.",
          "377abcaf", "This is a packed file; unpack it first.",
          "52617221", "This is a packed file; unpack it first.");

  private final DocumentBounds bounds;

  KindDetector(DocumentBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * A file's kind.
   *
   * @param hint the media type or name that came with it; it decides only between plain text and
   *     Markdown
   * @throws DocumentException if it is of none that can be read
   */
  DocumentKind kind(DocumentFile file, String hint, TimeLimit limit) throws IOException {
    byte[] head = head(file);
    if (head.length == 0) {
      throw new DocumentException(Reason.EMPTY, "The file is empty. Send one that isn't.");
    }
    String latin = new String(head, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
      return packed(file, limit);
    }
    if (latin.substring(0, Math.min(latin.length(), PDF_WITHIN)).contains("%PDF-")) {
      return DocumentKind.PDF;
    }
    if (latin.startsWith("{\\rtf")) {
      return DocumentKind.RTF;
    }
    String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (hex.startsWith(other.getKey())) {
        throw DocumentException.unsupported(other.getValue());
      }
    }
    String text = FileText.of(head);
    return text(text).orElseGet(() -> TextKinds.of(text, hint));
  }

  private static byte[] head(DocumentFile file) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] head = in.readNBytes(HEAD);
      return file.bytes() > HEAD ? Arrays.copyOf(head, whole(head)) : head;
    }
  }

  /** How many bytes there are up to the last line's end, so that no character is cut. */
  private static int whole(byte[] head) {
    for (int i = head.length - 1; i > head.length / 2; i--) {
      if (head[i] == '\n') {
        boolean half = i + 1 < head.length && head[i + 1] == 0; // of a line feed in UTF-16
        return half ? i + 2 : i + 1;
      }
    }
    int end = head.length;
    while (end > head.length - 4 && (head[end - 1] & 0xC0) == 0x80) {
      end--;
    }
    return end > 0 && head[end - 1] < 0 ? end - 1 : end;
  }

  private DocumentKind packed(DocumentFile file, TimeLimit limit) throws IOException {
    try (var archive = Archive.open(file, bounds, limit)) {
      String type =
          archive.size("mimetype") > 200 ? "" : archive.text("mimetype").orElse("").strip();
      if (type.startsWith("application/epub+zip") || archive.has("META-INF/container.xml")) {
        return DocumentKind.EPUB;
      }
      if (type.startsWith("application/vnd.oasis.opendocument.text")) {
        return DocumentKind.ODT;
      }
      if (!archive.has("[Content_Types].xml")) {
        throw DocumentException.unsupported("This is a packed file; unpack it first.");
      }
      String types = archive.text("[Content_Types].xml").orElse("");
      if (types.contains("wordprocessingml") || archive.has("word/document.xml")) {
        return DocumentKind.DOCX;
      }
      if (types.contains("presentationml")) {
        return DocumentKind.PPTX;
      }
      throw DocumentException.unsupported("This is a workbook or another Office file.");
    }
  }

  /** Kinds of text that begin with signs of their own. */
  private static Optional<DocumentKind> text(String text) {
    String start = text.strip();
    String lower = start.substring(0, Math.min(start.length(), 4_000)).toLowerCase(Locale.ROOT);
    if (isBinary(text)) {
      throw DocumentException.unsupported("This file isn't text, and of no kind that is known.");
    }
    if (lower.startsWith("webvtt") || TextKinds.isSubtitles(text)) {
      return Optional.of(DocumentKind.SUBTITLES);
    }
    if (lower.startsWith("<")) {
      return TextKinds.markup(lower);
    }
    return TextKinds.mail(text);
  }

  /** Control characters, or letters that no encoding gave. */
  private static boolean isBinary(String text) {
    long strange =
        text.chars()
            .filter(
                c ->
                    c == 0xFFFD
                        || (c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f'
                            && c != 0x1b))
            .count();
    return strange * 50 > text.length();
  }
}
