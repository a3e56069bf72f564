package org.nangdok.language.lexicon;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads PLS 1.0 with a parser that knows no document types and opens nothing. */
final class PlsReader {

  private static final String NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon";

  private PlsReader() {}

  static List<UserLexicon.Entry> read(String name, InputStream document) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(document);
      reader.nextTag();
      if (!reader.getLocalName().equals("lexicon") || !NAMESPACE.equals(reader.getNamespaceURI())) {
        throw wrong(name, reader, "The root must be lexicon in the namespace " + NAMESPACE + ".");
      }
      return lexemes(name, reader);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new LexiconException(name, line, "This isn't well-formed XML without a document type.");
    }
  }

  private static List<UserLexicon.Entry> lexemes(String name, XMLStreamReader reader)
      throws XMLStreamException {
    var entries = new ArrayList<UserLexicon.Entry>();
    var graphemes = new ArrayList<String>();
    String alias = "";
    String phoneme = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
        throw wrong(name, reader, "Document types and entities aren't allowed.");
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "grapheme" -> graphemes.add(reader.getElementText().strip());
          case "alias" -> alias = first(alias, reader.getElementText());
          case "phoneme" -> phoneme = first(phoneme, reader.getElementText());
          default -> {}
        }
      } else if (event == XMLStreamReader.END_ELEMENT && reader.getLocalName().equals("lexeme")) {
        if (graphemes.isEmpty() || alias.isEmpty() && phoneme.isEmpty()) {
          throw wrong(name, reader, "A lexeme needs a grapheme, and an alias or a phoneme.");
        }
        for (String grapheme : graphemes) {
          entries.add(
              new UserLexicon.Entry(
                  grapheme,
                  phoneme.isEmpty() ? alias : "",
                  phoneme,
                  reader.getLocation().getLineNumber()));
        }
        if (entries.size() > UserLexicon.MOST) {
          throw wrong(name, reader, "A lexicon has at most " + UserLexicon.MOST + " words.");
        }
        graphemes.clear();
        alias = "";
        phoneme = "";
      }
    }
    return entries;
  }

  /** The first of several readings is the preferred one. */
  private static String first(String known, String text) {
    return known.isEmpty() ? text.strip() : known;
  }

  private static LexiconException wrong(String name, XMLStreamReader reader, String sentence) {
    return new LexiconException(name, reader.getLocation().getLineNumber(), sentence);
  }
}
