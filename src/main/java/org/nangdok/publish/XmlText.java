package org.nangdok.publish;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed XML 1.0, whatever characters the text holds. */
public final class XmlText {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** A document without a type. */
  public XmlText() {
    this("");
  }

  /**
   * @param doctype the document type declaration, empty for none
   */
  public XmlText(String doctype) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(doctype);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can't be written.", e);
    }
  }

  /** Begins an element. */
  public XmlText open(String element, Map<String, String> attributes) {
    try {
      writer.writeStartElement(element);
      for (var attribute : attributes.entrySet()) {
        writer.writeAttribute(attribute.getKey(), legal(attribute.getValue()));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can't be written.", e);
    }
  }

  /** Writes characters. */
  public XmlText text(String characters) {
    try {
      writer.writeCharacters(legal(characters));
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can't be written.", e);
    }
  }

  /** Ends the element that was begun last. */
  public XmlText close() {
    try {
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can't be written.", e);
    }
  }

  /** Leaves out what XML 1.0 (2.2) can't hold. */
  private static String legal(String characters) {
    var legal = new StringBuilder(characters.length());
    characters
        .codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
