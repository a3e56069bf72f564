package org.nangdok.document.office;

import java.io.IOException;
import java.util.Optional;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.archive.XmlPart;

/** What an office file says of itself (Dublin Core, in both families of formats). */
final class CoreProperties {

  private CoreProperties() {}

  static void read(Archive archive, DocumentAccount account) throws IOException {
    for (String name : new String[] {"docProps/core.xml", "meta.xml"}) {
      Optional<byte[]> bytes = archive.bytes(name);
      if (bytes.isPresent()) {
        walk(XmlPart.of(bytes.get(), account), account);
      }
    }
  }

  private static void walk(XmlPart xml, DocumentAccount account) throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "title" -> title(xml.text(), account);
            case "creator", "initial-creator" -> account.author(xml.text());
            case "coreProperties", "document-meta", "meta" -> walk(xml, account);
            default -> {}
          }
        });
  }

  /** Names that programs give aren't titles. */
  private static void title(String words, DocumentAccount account) {
    if (!words.matches(
        "(?i)\\s*|Microsoft \\w+ - .*|document ?\\d*|untitled.*|powerpoint.*|문서 ?\\d*|제목 없음")) {
      account.title(words);
    }
  }
}
