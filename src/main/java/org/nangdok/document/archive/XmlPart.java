package org.nangdok.document.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;

/**
 * One member of an office file, pulled element by element: a document type is refused, so there are
 * no entities; nesting is bounded. Names are local ones, since the same element has a namespace for
 * each edition of its standard.
 */
public final class XmlPart {

  /** What to do with an element; what it doesn't look at is passed over. */
  public interface Element {
    /**
     * @param name its local name
     */
    void on(String name) throws IOException;
  }

  /** Takes characters. */
  public interface Characters {
    /** Some characters between elements. */
    void on(String words);
  }

  private static final int CHECKED = 0x3ff;

  private final XMLStreamReader reader;
  private final DocumentAccount account;
  private int depth;
  private int events;
  private boolean ended;

  private XmlPart(XMLStreamReader reader, DocumentAccount account) {
    this.reader = reader;
    this.account = account;
  }

  /** Begins before the root element. */
  public static XmlPart of(byte[] bytes, DocumentAccount account) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new XmlPart(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)), account);
    } catch (XMLStreamException e) {
      throw new IOException("no XML", e);
    }
  }

  /** Goes through the elements within the present one. */
  public void each(Element element) throws IOException {
    each(element, words -> {});
  }

  /** Goes through the elements and the characters within the present element. */
  public void each(Element element, Characters characters) throws IOException {
    int own = depth;
    while (!ended) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT && depth < own) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        int child = depth;
        element.on(reader.getLocalName());
        while (depth >= child && !ended) {
          next();
        }
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        characters.on(reader.getText());
      }
    }
  }

  /** All characters within the present element. */
  public String text() throws IOException {
    var text = new StringBuilder();
    collect(text);
    return text.toString();
  }

  private void collect(StringBuilder text) throws IOException {
    each(name -> collect(text), text::append);
  }

  /** An attribute of the present element, whatever its namespace; null if it hasn't it. */
  public @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The same, with a value for none. */
  public String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  /**
   * The relation that the present element names, empty for none: an {@code id} with a namespace.
   */
  public String relation() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      boolean foreign = !String.valueOf(reader.getAttributeNamespace(i)).matches("null|");
      if (foreign && reader.getAttributeLocalName(i).equals("id")) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  private int next() throws IOException {
    try {
      if (!reader.hasNext()) {
        ended = true;
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if ((++events & CHECKED) == 0) {
        account.limit().check();
      }
      if (depth > account.bounds().depth()) {
        throw tooComplex();
      }
      return event;
    } catch (XMLStreamException e) {
      if (String.valueOf(e.getMessage()).contains("JAXP")) { // a limit of the parser's own
        throw tooComplex();
      }
      throw new IOException("broken XML", e);
    }
  }

  private static DocumentException tooComplex() {
    return new DocumentException(
        Reason.TOO_COMPLEX, "This file is nested too deeply. Save it in a simpler form.");
  }
}
