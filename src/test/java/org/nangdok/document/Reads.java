package org.nangdok.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.type.DocumentReaders;

/** Reads files that tests make, and shows what came of them. */
public final class Reads {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private Reads() {}

  public static Document of(byte[] file, DocumentPart... read) {
    return of(file, DocumentBounds.USUAL, "", read);
  }

  public static Document of(String file, DocumentPart... read) {
    return of(file.getBytes(StandardCharsets.UTF_8), read);
  }

  public static Document of(byte[] file, DocumentBounds bounds, String hint, DocumentPart... read) {
    try {
      Path path = Files.createTempFile("document", ".test");
      try {
        Files.write(path, file);
        return DocumentReaders.all(EXTRACTOR, bounds)
            .read(
                new DocumentFile(path, file.length),
                new DocumentOptions(Set.copyOf(Arrays.asList(read)), hint));
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its blocks, without their kinds. */
  public static List<String> words(Document document) {
    return document.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .map(Block::text)
        .toList();
  }

  /** Its blocks with their kinds. */
  public static List<String> blocks(Document document) {
    return document.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .map(block -> block.kind() + " " + block.text())
        .toList();
  }

  public static List<String> left(Document document, DocumentPart part) {
    return document.leftOut().stream()
        .filter(one -> one.part() == part)
        .map(LeftOut::text)
        .toList();
  }

  public static List<String> titles(Document document) {
    return document.chapters().stream().map(Chapter::title).toList();
  }

  /** A ZIP file of names and texts in turn. */
  public static byte[] zip(Object... members) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      Object content = members[i + 1];
      files.put(
          (String) members[i],
          content instanceof byte[] bytes
              ? bytes
              : ((String) content).getBytes(StandardCharsets.UTF_8));
    }
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
