package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** Reads a document by where its letters stand. */
final class PdfLayout {

  private final PdfText text;
  private final PdfOutline outline;
  private final DocumentAccount account;

  PdfLayout(PdfText text, PdfOutline outline, DocumentAccount account) {
    this.text = text;
    this.outline = outline;
    this.account = account;
  }

  void write() {
    Map<PdfLine, DocumentPart> furniture = PdfFurniture.of(text.pages());
    float body = bodySize();
    List<Map<PdfLine, PdfLine>> notes = new ArrayList<>();
    List<PdfLine> read = new ArrayList<>();
    for (PdfPage page : text.pages()) {
      Map<PdfLine, PdfLine> own = PdfNotes.of(page, body, identity(furniture));
      notes.add(own);
      page.lines().stream()
          .filter(line -> !furniture.containsKey(line) && !own.containsKey(line))
          .forEach(read::add);
    }
    var paragraphs = new PdfParagraphs(read, body, account);
    for (PdfPage page : text.pages()) {
      account.limit().check();
      write(page, furniture, notes.get(page.index()), paragraphs);
    }
    paragraphs.end();
  }

  private static Set<PdfLine> identity(Map<PdfLine, DocumentPart> furniture) {
    Set<PdfLine> lines = Collections.newSetFromMap(new IdentityHashMap<>());
    lines.addAll(furniture.keySet());
    return lines;
  }

  private void write(
      PdfPage page,
      Map<PdfLine, DocumentPart> furniture,
      Map<PdfLine, PdfLine> notes,
      PdfParagraphs paragraphs) {
    Map<PdfLine, StringBuilder> words = new LinkedHashMap<>();
    for (PdfLine line : page.lines()) {
      DocumentPart part = furniture.get(line);
      PdfLine note = notes.get(line);
      if (part != null) {
        paragraphs.after(() -> account.leave(part, line.text()));
      } else if (note != null) {
        words.computeIfAbsent(note, first -> new StringBuilder()).append(' ').append(line.text());
      } else {
        String chapter = outline.at(page.index(), line.text());
        if (!chapter.isEmpty()) {
          paragraphs.end();
          account.chapter(chapter, null);
        }
        paragraphs.add(line);
      }
    }
    words
        .values()
        .forEach(note -> paragraphs.after(() -> account.leave(DocumentPart.NOTE, note.toString())));
    page.artifacts()
        .forEach(
            artifact -> paragraphs.after(() -> account.leave(Artifacts.part(artifact), artifact)));
    page.aside()
        .forEach(aside -> paragraphs.after(() -> account.leave(DocumentPart.RUNNING_HEAD, aside)));
  }

  /** The size of most letters. */
  private float bodySize() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (PdfPage page : text.pages()) {
      for (PdfLine line : page.lines()) {
        counts.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> entry.getKey() / 2f)
        .orElse(10f);
  }
}
