package org.nangdok.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.document.type.DocumentReaders;

/** Shows what is read of a folder's files, for looking at by hand; no test. */
public final class FolderLook {

  private FolderLook() {}

  /**
   * @param args files or folders; {@code -f} before them shows the full text
   */
  public static void main(String[] args) throws Exception {
    boolean full = args[0].equals("-f");
    var readers = DocumentReaders.all(new ArticleExtractor(), DocumentBounds.USUAL);
    for (int i = full ? 1 : 0; i < args.length; i++) {
      try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
        for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
          look(path, readers, full);
        }
      }
    }
  }

  private static void look(Path path, DocumentReaders readers, boolean full) throws Exception {
    System.out.println("=== " + path.getFileName());
    try {
      long start = System.nanoTime();
      Document document =
          readers.read(new DocumentFile(path, Files.size(path)), DocumentOptions.USUAL);
      System.out.printf(
          "%s \"%s\" %s %s, %d chapters, %d characters, %d ms; left out: %s %s%n",
          document.kind(),
          document.title(),
          document.authors(),
          document.language(),
          document.chapters().size(),
          document.length(),
          (System.nanoTime() - start) / 1_000_000,
          LeftOutCounts.sentence(document.leftOut()),
          document.warnings());
      if (full) {
        for (Chapter chapter : document.chapters()) {
          System.out.println("## " + chapter.title());
          chapter
              .blocks()
              .forEach(
                  b ->
                      System.out.println(
                          "  "
                              + b.line()
                              + " "
                              + b.kind()
                              + " "
                              + (b.language() == null ? "" : "(" + b.language() + ") ")
                              + b.text()));
        }
        document
            .leftOut()
            .forEach(l -> System.out.println("  - " + l.line() + " " + l.part() + ": " + l.text()));
      }
    } catch (DocumentException e) {
      System.out.println(e.code() + ": " + e.sentence());
    } catch (RuntimeException | Error e) {
      System.out.println("FAILED " + e);
      e.printStackTrace(System.out);
    }
  }
}
