package org.nangdok.document;

import java.util.ArrayList;
import java.util.List;

/** Writes small books. */
final class EpubFiles {

  private static final String CONTAINER =
      """
      <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
      <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
      """;

  private final List<Object> members = new ArrayList<>();
  private final StringBuilder manifest = new StringBuilder();
  private final StringBuilder spine = new StringBuilder();
  private final StringBuilder guide = new StringBuilder();
  private String metadata =
      "<dc:title>강가의 집</dc:title><dc:creator>한서윤</dc:creator><dc:language>ko</dc:language>";

  EpubFiles metadata(String xml) {
    metadata = xml;
    return this;
  }

  /** A page of the spine. */
  EpubFiles page(String name, String body) {
    return page(name, body, "");
  }

  EpubFiles page(String name, String body, String reference) {
    item(name, "application/xhtml+xml", "", xhtml(body));
    spine.append("<itemref idref=\"").append(id(name)).append("\" ").append(reference).append("/>");
    return this;
  }

  /** What EPUB 2 says that a page is. */
  EpubFiles guide(String type, String name) {
    guide
        .append("<reference type=\"")
        .append(type)
        .append("\" href=\"")
        .append(name)
        .append("\"/>");
    return this;
  }

  EpubFiles navigation(String list) {
    return item(
        "nav.xhtml",
        "application/xhtml+xml",
        "nav",
        xhtml("<nav epub:type=\"toc\"><ol>" + list + "</ol></nav>"));
  }

  EpubFiles item(String name, String type, String properties, Object content) {
    manifest
        .append("<item id=\"%s\" href=\"%s\" media-type=\"%s\"".formatted(id(name), name, type))
        .append(properties.isEmpty() ? "" : " properties=\"" + properties + "\"")
        .append("/>");
    members.add("OEBPS/" + name);
    members.add(content);
    return this;
  }

  /** A member that the package doesn't name. */
  EpubFiles member(String name, Object content) {
    members.add(name);
    members.add(content);
    return this;
  }

  private static String id(String name) {
    return name.replaceAll("\\W", "-");
  }

  static String xhtml(String body) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\""
        + " xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title/></head><body>"
        + body
        + "</body></html>";
  }

  byte[] bytes() {
    List<Object> all = new ArrayList<>(List.of("mimetype", "application/epub+zip"));
    all.addAll(List.of("META-INF/container.xml", CONTAINER));
    all.add("OEBPS/book.opf");
    all.add(
        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\">"
            + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + metadata
            + "</metadata><manifest>"
            + manifest
            + "</manifest><spine>"
            + spine
            + "</spine><guide>"
            + guide
            + "</guide></package>");
    all.addAll(members);
    return Reads.zip(all.toArray());
  }
}
