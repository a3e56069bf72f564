package org.nangdok.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** A document's bookmarks as chapters: which title begins on which page. */
final class PdfOutline {

  private static final int DEEPEST = 2;
  private static final int MOST = 2_000;

  /** A chapter that is still to come. */
  private record Entry(String title, int page) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<COSDictionary> seen = new HashSet<>();
  private int next;

  private PdfOutline() {}

  static PdfOutline of(PDDocument document) {
    var outline = new PdfOutline();
    PDDocumentOutline root = document.getDocumentCatalog().getDocumentOutline();
    if (root != null) {
      outline.walk(root, document, 1);
    }
    outline.entries.sort((a, b) -> Integer.compare(a.page(), b.page()));
    return outline;
  }

  private void walk(PDOutlineNode node, PDDocument document, int depth) {
    PDOutlineItem item = node.getFirstChild();
    while (item != null && seen.add(item.getCOSObject()) && entries.size() < MOST) {
      String title = item.getTitle();
      int page = page(item, document);
      if (title != null && !title.isBlank() && page >= 0) {
        entries.add(new Entry(title.strip(), page));
      }
      if (depth < DEEPEST) {
        walk(item, document, depth + 1);
      }
      item = item.getNextSibling();
    }
  }

  private static int page(PDOutlineItem item, PDDocument document) {
    try {
      PDPage page = item.findDestinationPage(document);
      return page == null ? -1 : document.getPages().indexOf(page);
    } catch (IOException | RuntimeException e) {
      return -1; // a bookmark that leads nowhere
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * The chapter that begins with a line, empty if none does: its title stands there, or its page is
   * past.
   */
  String at(int page, String line) {
    String words = key(line);
    for (int i = next; i < entries.size() && entries.get(i).page() <= page; i++) {
      String title = key(entries.get(i).title());
      boolean here =
          !words.isEmpty()
              && (title.endsWith(words)
                  || words.endsWith(title)
                  || title.startsWith(words) && words.length() > 5);
      if (entries.get(i).page() < page || here) {
        String found = entries.get(i).title();
        next = i + 1;
        return found;
      }
    }
    return "";
  }

  private static String key(String words) {
    return words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
