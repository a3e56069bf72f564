package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** Reads a tagged document by its structure (ISO 32000-1, 14.7 and 14.8). */
final class PdfTags {

  /** A structure with less of the letters than this leaves text out. */
  private static final double COVERS = 0.9;

  private static final int DEEPEST = 200;

  private final @Nullable PDStructureTreeRoot root;
  private final PdfText text;
  private final DocumentAccount account;
  private final Map<COSDictionary, Integer> pages = new IdentityHashMap<>();
  private final Set<COSDictionary> walked = new HashSet<>();
  private final Map<String, Object> roles = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private final LineJoin join;

  private PdfTags(PDDocument document, PdfText text, DocumentAccount account) {
    this.root = document.getDocumentCatalog().getStructureTreeRoot();
    this.text = text;
    this.account = account;
    int index = 0;
    for (PDPage page : document.getPages()) {
      pages.put(page.getCOSObject(), index++);
    }
    List<PdfLine> lines = new ArrayList<>();
    text.tagged().forEach(page -> page.values().forEach(lines::addAll));
    this.join = new LineJoin(lines);
    if (root != null) {
      roles.putAll(root.getRoleMap());
    }
  }

  static PdfTags of(PDDocument document, PdfText text, DocumentAccount account) {
    return new PdfTags(document, text, account);
  }

  /** Whether the structure holds nearly all letters, each once. */
  boolean cover() {
    if (root == null) {
      return false;
    }
    long[] count = {0};
    Set<String> seen = new HashSet<>();
    boolean[] twice = {false};
    contents(
        root,
        null,
        0,
        (page, content) -> {
          twice[0] |= !seen.add(page + " " + content);
          count[0] += letters(page, content);
        });
    walked.clear();
    return !twice[0] && count[0] >= COVERS * text.letters() && text.letters() > 0;
  }

  private long letters(int page, int content) {
    return lines(page, content).stream()
        .mapToLong(line -> line.text().chars().filter(c -> !Character.isWhitespace(c)).count())
        .sum();
  }

  private List<PdfLine> lines(int page, int content) {
    return page < 0 || page >= text.tagged().size()
        ? List.of()
        : text.tagged().get(page).getOrDefault(content, List.of());
  }

  /** Takes a content's place. */
  interface Contents {
    void on(int page, int content);
  }

  private void contents(PDStructureNode node, @Nullable PDPage outer, int depth, Contents each) {
    if (depth > DEEPEST || !walked.add(node.getCOSObject())) {
      return;
    }
    account.limit().check();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        contents(element, page(element, outer), depth + 1, each);
      } else {
        place(kid, outer, each);
      }
    }
  }

  private static @Nullable PDPage page(PDStructureElement element, @Nullable PDPage outer) {
    PDPage page = element.getPage();
    return page == null ? outer : page;
  }

  private void place(Object kid, @Nullable PDPage outer, Contents each) {
    if (kid instanceof Integer content && outer != null) {
      each.on(pages.getOrDefault(outer.getCOSObject(), -1), content);
    } else if (kid instanceof PDMarkedContentReference reference) {
      PDPage own = reference.getPage() == null ? outer : reference.getPage();
      if (own != null) {
        each.on(pages.getOrDefault(own.getCOSObject(), -1), reference.getMCID());
      }
    }
  }

  /** Hands the document to the account. */
  void write(PdfOutline outline) {
    if (root != null) {
      new Blocks(outline).children(root, null, 0);
    }
    rest();
  }

  /** What the structure leaves out is listed or read where it is text. */
  private void rest() {
    for (PdfPage page : text.pages()) {
      page.artifacts().forEach(artifact -> account.leave(Artifacts.part(artifact), artifact));
      Map<Integer, List<PdfLine>> own = text.tagged().get(page.index());
      own.forEach(
          (content, lines) -> {
            if (!written.contains(page.index() + " " + content)) {
              lines.forEach(line -> account.leave(DocumentPart.HIDDEN, line.text()));
            }
          });
    }
  }

  /** The elements as blocks. */
  private final class Blocks {
    private final PdfOutline outline;
    private @Nullable PdfLine last;

    Blocks(PdfOutline outline) {
      this.outline = outline;
    }

    void children(PDStructureNode node, @Nullable PDPage outer, int depth) {
      if (depth > DEEPEST || !walked.add(node.getCOSObject())) {
        return;
      }
      for (Object kid : node.getKids()) {
        if (kid instanceof PDStructureElement element) {
          element(element, page(element, outer), depth + 1);
        } else {
          var words = new StringBuilder();
          place(kid, outer, (page, content) -> add(words, page, content));
          account.block(Block.Kind.PARAGRAPH, words.toString(), null);
        }
      }
    }

    private void element(PDStructureElement element, @Nullable PDPage page, int depth) {
      String type = role(element);
      DocumentPart part = TagRole.leftOut(type);
      if (part != null) {
        if (part == DocumentPart.IMAGE) {
          captions(element, page, depth);
        }
        String words =
            part == DocumentPart.IMAGE || part == DocumentPart.FORMULA
                ? alternative(element, page)
                : words(element, page);
        account.leave(part, words, element.getLanguage());
      } else if (TagRole.isBlock(type)) {
        String words = words(element, page);
        chapter(words, page);
        if (TagRole.level(type) > 0) {
          account.heading(TagRole.level(type), words, element.getLanguage());
        } else {
          account.block(TagRole.kind(type), words, element.getLanguage());
        }
      } else if (type.equals("TR")) {
        row(element, page);
      } else {
        children(element, page, depth);
      }
    }

    /** What stands below a picture is text, also where it is tagged as a part of the picture. */
    private void captions(PDStructureElement figure, @Nullable PDPage page, int depth) {
      for (Object kid : figure.getKids()) {
        if (kid instanceof PDStructureElement inner && role(inner).equals("Caption")) {
          element(inner, page(inner, page), depth + 1);
        }
      }
    }

    private void chapter(String words, @Nullable PDPage page) {
      int index = page == null ? -1 : pages.getOrDefault(page.getCOSObject(), -1);
      String title = index < 0 ? "" : outline.at(index, words);
      if (!title.isEmpty()) {
        account.chapter(title, null);
      }
    }

    private void row(PDStructureElement row, @Nullable PDPage page) {
      List<String> cells = new ArrayList<>();
      for (Object kid : row.getKids()) {
        if (kid instanceof PDStructureElement cell) {
          String words = words(cell, page(cell, page)).strip();
          if (!words.isEmpty()) {
            cells.add(words);
          }
        }
      }
      account.block(Block.Kind.TABLE_ROW, String.join(" | ", cells), null);
    }

    private String alternative(PDStructureElement element, @Nullable PDPage page) {
      String words = words(element, page);
      return StringUtils.defaultIfBlank(element.getAlternateDescription(), words);
    }

    /** All words of an element; what stands within it but isn't read is left out. */
    private String words(PDStructureElement element, @Nullable PDPage page) {
      var words = new StringBuilder();
      collect(element, page, words, 0);
      return words.toString();
    }

    private void collect(
        PDStructureElement element, @Nullable PDPage outer, StringBuilder words, int depth) {
      if (depth > DEEPEST || !walked.add(element.getCOSObject())) {
        return;
      }
      String actual = element.getActualText();
      if (!StringUtils.isBlank(actual)) {
        var printed = new StringBuilder();
        walked.remove(element.getCOSObject());
        contents(element, outer, 0, (page, content) -> add(printed, page, content));
        words.append(actual);
        return;
      }
      for (Object kid : element.getKids()) {
        if (kid instanceof PDStructureElement inner) {
          DocumentPart part = TagRole.leftOut(role(inner));
          if (part != null && !account.wants(part)) {
            var own = new StringBuilder();
            collect(inner, page(inner, outer), own, depth + 1);
            String said =
                StringUtils.defaultIfBlank(inner.getAlternateDescription(), own.toString());
            account.leave(part, said);
          } else {
            if (TagRole.isBlock(role(inner)) && !words.isEmpty()) {
              words.append(' ');
            }
            collect(inner, page(inner, outer), words, depth + 1);
          }
        } else {
          place(kid, outer, (page, content) -> add(words, page, content));
        }
      }
    }

    private void add(StringBuilder words, int page, int content) {
      written.add(page + " " + content);
      last = new TaggedWords(join, account).add(words, lines(page, content), last);
    }
  }

  /** The standard type that a file's own stands for. */
  private String role(PDStructureElement element) {
    String type = StringUtils.defaultString(element.getStructureType());
    for (int i = 0;
        i < 10 && roles.get(type) instanceof String mapped && !mapped.equals(type);
        i++) {
      type = mapped;
    }
    return type;
  }
}
