package org.nangdok.publish.book;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.XmlText;

/** The package document of an EPUB: what it is, what belongs to it, and in which order. */
final class EpubPackage {

  private EpubPackage() {}

  static String of(Book book, Set<String> voices) {
    var opf = new XmlText("");
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", "http://www.idpf.org/2007/opf");
    root.put("version", "3.0");
    root.put("unique-identifier", "id");
    root.put("xml:lang", book.language());
    opf.open("package", root);
    metadata(opf, book, voices);
    manifest(opf, book);
    opf.open("spine", Map.of());
    opf.open("itemref", Map.of("idref", "cover-page")).close();
    for (int i = 0; i < book.chapters().size(); i++) {
      opf.open("itemref", Map.of("idref", Epub.chapterFile(i))).close();
    }
    if (!book.unread().isEmpty()) {
      opf.open("itemref", Map.of("idref", "unread")).close();
    }
    return opf.close().close().toString();
  }

  private static void metadata(XmlText opf, Book book, Set<String> voices) {
    opf.open("metadata", Map.of("xmlns:dc", "http://purl.org/dc/elements/1.1/"));
    opf.open("dc:identifier", Map.of("id", "id")).text(book.uuid()).close();
    opf.open("dc:title", Map.of()).text(book.title()).close();
    opf.open("dc:language", Map.of()).text(book.language()).close();
    if (book.author() != null) {
      opf.open("dc:creator", Map.of()).text(book.author()).close();
    }
    if (book.url() != null) {
      opf.open("dc:source", Map.of()).text(book.url()).close();
    }
    opf.open("dc:description", Map.of()).text(Transcript.SYNTHETIC).close();
    meta(opf, "dcterms:modified", book.made().truncatedTo(ChronoUnit.SECONDS).toString());
    List<Book.Chapter> chapters = book.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Map<String, String> duration = new LinkedHashMap<>();
      duration.put("property", "media:duration");
      duration.put("refines", "#" + Epub.chapterFile(i) + "-overlay");
      opf.open("meta", duration).text(MediaTime.seconds(chapters.get(i).millis())).close();
    }
    meta(opf, "media:duration", MediaTime.seconds(book.millis()));
    voices.forEach(voice -> meta(opf, "media:narrator", "Nangdok (" + voice + ")"));
    meta(opf, "media:active-class", "-epub-media-overlay-active");
    meta(opf, "schema:accessMode", "textual");
    meta(opf, "schema:accessMode", "auditory");
    meta(opf, "schema:accessModeSufficient", "textual");
    meta(opf, "schema:accessModeSufficient", "auditory");
    meta(opf, "schema:accessibilityFeature", "synchronizedAudioText");
    meta(opf, "schema:accessibilityFeature", "tableOfContents");
    meta(opf, "schema:accessibilityFeature", "structuralNavigation");
    meta(opf, "schema:accessibilityHazard", "none");
    meta(opf, "schema:accessibilitySummary", summary(book));
    opf.close();
  }

  private static String summary(Book book) {
    return book.isKorean()
        ? "모든 글을 합성 목소리로 들을 수 있고, 읽는 문장이 표시됩니다."
        : "All of the text can be heard in synthetic voices; the sentence that is spoken is marked.";
  }

  private static void meta(XmlText opf, String property, String value) {
    opf.open("meta", Map.of("property", property)).text(value).close();
  }

  private static void manifest(XmlText opf, Book book) {
    opf.open("manifest", Map.of());
    item(opf, "nav", "nav.xhtml", "application/xhtml+xml", Map.of("properties", "nav"));
    item(opf, "style", "style.css", "text/css", Map.of());
    item(
        opf,
        "cover",
        "cover." + book.cover().extension(),
        book.cover().mediaType(),
        Map.of("properties", "cover-image"));
    item(opf, "cover-page", "cover.xhtml", "application/xhtml+xml", Map.of());
    for (int i = 0; i < book.chapters().size(); i++) {
      String file = Epub.chapterFile(i);
      String overlay = file + "-overlay";
      Map<String, String> spoken = Map.of("media-overlay", overlay);
      item(opf, file, file + ".xhtml", "application/xhtml+xml", spoken);
      item(opf, overlay, file + ".smil", "application/smil+xml", Map.of());
      item(opf, file + "-sound", "audio/" + file + ".mp3", "audio/mpeg", Map.of());
    }
    if (!book.unread().isEmpty()) {
      item(opf, "unread", "unread.xhtml", "application/xhtml+xml", Map.of());
    }
    opf.close();
  }

  private static void item(
      XmlText opf, String id, String file, String type, Map<String, String> more) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("id", id);
    item.put("href", file);
    item.put("media-type", type);
    item.putAll(more);
    opf.open("item", item).close();
  }
}
