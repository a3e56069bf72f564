package org.nangdok.document.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.archive.Relations;
import org.nangdok.document.archive.XmlPart;

/** Reads PPTX: a chapter a slide, its words and then what the speaker says to it. */
public final class SlidesReader implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.PPTX;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    try (var archive = Archive.open(file, account)) {
      String main =
          Relations.of("", archive, account)
              .first("officeDocument")
              .filter(archive::has)
              .orElse("ppt/presentation.xml");
      byte[] presentation =
          archive.bytes(main).orElseThrow(() -> DocumentException.damaged(DocumentKind.PPTX));
      CoreProperties.read(archive, account);
      Relations relations = Relations.of(main, archive, account);
      List<String> ids = new ArrayList<>();
      ids(XmlPart.of(presentation, account), ids);
      if (ids.size() > account.bounds().pages()) {
        throw new DocumentException(
            Reason.TOO_LARGE,
            "This file has more than " + account.bounds().pages() + " slides. Send it in parts.");
      }
      for (String id : ids) {
        Optional<String> path = relations.path(id);
        if (path.isPresent()) {
          slide(path.get(), archive, account);
        }
      }
    }
  }

  private static void ids(XmlPart xml, List<String> ids) throws IOException {
    xml.each(
        name -> {
          if (name.equals("sldId")) {
            ids.add(xml.relation());
          } else {
            ids(xml, ids);
          }
        });
  }

  private static void slide(String path, Archive archive, DocumentAccount account)
      throws IOException {
    Optional<byte[]> bytes = archive.bytes(path);
    if (bytes.isEmpty()) {
      account.warn("A slide is missing in this file.");
      return;
    }
    List<SlideShape> shapes = new ArrayList<>();
    SlideShape.collect(XmlPart.of(bytes.get(), account), shapes);
    String title =
        shapes.stream()
            .filter(SlideShape::isTitle)
            .map(shape -> String.join(" ", shape.paragraphs()))
            .findFirst()
            .orElse("");
    account.chapter(title, null);
    account.heading(1, title, null);
    for (SlideShape shape : shapes) {
      if (!shape.isTitle() || !title.equals(String.join(" ", shape.paragraphs()))) {
        write(shape, account);
      }
    }
    Optional<String> notes = Relations.of(path, archive, account).first("notesSlide");
    Optional<byte[]> said = notes.isEmpty() ? Optional.empty() : archive.bytes(notes.get());
    if (said.isPresent()) {
      List<SlideShape> beside = new ArrayList<>();
      SlideShape.collect(XmlPart.of(said.get(), account), beside);
      beside.forEach(shape -> write(shape, account));
    }
  }

  private static void write(SlideShape shape, DocumentAccount account) {
    DocumentPart part = shape.leftOut();
    for (String words : shape.paragraphs()) {
      if (part != null) {
        account.leave(part, words);
      } else {
        account.block(shape.row() ? Block.Kind.TABLE_ROW : Block.Kind.PARAGRAPH, words, null);
      }
    }
    if (!shape.description().isBlank()) {
      account.leave(DocumentPart.IMAGE, shape.description());
    }
  }
}
