package org.nangdok.document.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.archive.Relations;
import org.nangdok.document.archive.XmlPart;

/** Reads DOCX (ECMA-376), transitional and strict. */
public final class WordReader implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.DOCX;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    try (var archive = Archive.open(file, account)) {
      String main =
          Relations.of("", archive, account)
              .first("officeDocument")
              .filter(archive::has)
              .orElse("word/document.xml");
      byte[] body =
          archive.bytes(main).orElseThrow(() -> DocumentException.damaged(DocumentKind.DOCX));
      CoreProperties.read(archive, account);
      Relations relations = Relations.of(main, archive, account);
      WordStyles styles = styles(relations, archive, account);
      Map<String, List<String>> notes = new HashMap<>();
      for (String type : List.of("footnotes", "endnotes", "comments")) {
        notes(type, relations, archive, account, notes);
      }
      for (String type : List.of("header", "footer")) {
        for (String path : relations.all(type)) {
          heads(path, archive, account);
        }
      }
      XmlPart xml = XmlPart.of(body, account);
      new WordBody(xml, styles, notes, account).read();
    }
  }

  private static WordStyles styles(Relations relations, Archive archive, DocumentAccount account)
      throws IOException {
    Optional<String> path = relations.first("styles");
    Optional<byte[]> bytes = path.isEmpty() ? Optional.empty() : archive.bytes(path.get());
    return bytes.isEmpty() ? WordStyles.none() : WordStyles.read(XmlPart.of(bytes.get(), account));
  }

  /** The words of all notes, by kind and number. */
  private static void notes(
      String type,
      Relations relations,
      Archive archive,
      DocumentAccount account,
      Map<String, List<String>> notes)
      throws IOException {
    Optional<String> path = relations.first(type);
    Optional<byte[]> bytes = path.isEmpty() ? Optional.empty() : archive.bytes(path.get());
    if (bytes.isEmpty()) {
      return;
    }
    XmlPart xml = XmlPart.of(bytes.get(), account);
    xml.each(
        root ->
            xml.each(
                note -> {
                  String key = type.substring(0, type.length() - 1) + xml.attribute("id", "");
                  // The lines between text and notes are notes of a type.
                  if (xml.attribute("type", "normal").equals("normal")) {
                    notes.put(key, PlainWords.of(xml));
                  }
                }));
  }

  private static void heads(String path, Archive archive, DocumentAccount account)
      throws IOException {
    Optional<byte[]> bytes = archive.bytes(path);
    if (bytes.isPresent()) {
      XmlPart xml = XmlPart.of(bytes.get(), account);
      xml.each(
          root -> {
            for (String words : PlainWords.of(xml)) {
              account.leave(DocumentPart.RUNNING_HEAD, words);
            }
          });
    }
  }
}
