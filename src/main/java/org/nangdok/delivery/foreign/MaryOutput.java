package org.nangdok.delivery.foreign;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.nangdok.language.SpokenWord;
import org.nangdok.reading.TextSpeaker.Said;
import org.nangdok.speech.TimedPhone;

/**
 * What MaryTTS tells of a text beside its sound: MaryXML with words, their sounds and times, or the
 * lines of {@code REALISED_DURATIONS} (end in seconds, 125, sound; {@code _} is silence). Written
 * by us from what was spoken, in the order of the sound; MaryTTS itself takes no part in it.
 */
final class MaryOutput {

  private static final String DURATIONS = "REALISED_DURATIONS";
  private static final Set<String> WORDS = Set.of("TOKENS", "WORDS");
  private static final Set<String> TIMES = Set.of("ACOUSTPARAMS", "REALISED_ACOUSTPARAMS");
  private static final String NAMESPACE = "http://mary.dfki.de/2002/MaryXML";

  /**
   * One sentence.
   *
   * @param phones when each sound is heard in the whole; none where the type doesn't need them
   */
  record Sentence(Said said, List<TimedPhone> phones) {}

  /** All names of outputs, in the order of MaryTTS's list. */
  static final List<String> TYPES =
      List.of(
          "ACOUSTPARAMS",
          "ALLOPHONES",
          "PHONEMES",
          "REALISED_ACOUSTPARAMS",
          DURATIONS,
          "TOKENS",
          "WORDS");

  private MaryOutput() {}

  /** Whether an output tells sounds. */
  static boolean needsPhones(String type) {
    return !WORDS.contains(type);
  }

  static String mediaType(String type) {
    return type.equals(DURATIONS) ? "text/plain;charset=UTF-8" : "text/xml;charset=UTF-8";
  }

  /**
   * Writes one.
   *
   * @param locale of the root, such as {@code ko}
   */
  static String of(String type, String locale, List<Sentence> sentences) {
    return type.equals(DURATIONS) ? durations(sentences) : xml(type, locale, sentences);
  }

  private static String durations(List<Sentence> sentences) {
    var lines = new StringBuilder("#\n");
    int at = 0;
    for (Sentence sentence : sentences) {
      for (TimedPhone phone : sentence.phones()) {
        if (phone.start() > at) {
          line(lines, phone.start(), "_");
        }
        line(lines, phone.end(), phone.name());
        at = phone.end();
      }
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, int millis, String name) {
    lines.append(String.format(Locale.ROOT, "%.3f 125 %s%n", millis / 1000.0, name));
  }

  private static String xml(String type, String locale, List<Sentence> sentences) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("maryxml");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", "0.5");
      xml.writeAttribute("xml:lang", locale);
      xml.writeStartElement("p");
      for (Sentence sentence : sentences) {
        xml.writeStartElement("s");
        sentence(xml, type, sentence);
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory doesn't fail.", e);
    }
    return text.toString();
  }

  /** Words that come from one written range share its sounds: they are one token. */
  private static void sentence(XMLStreamWriter xml, String type, Sentence sentence)
      throws XMLStreamException {
    List<SpokenWord> words = sentence.said().utterance().reading().words();
    for (int from = 0; from < words.size(); ) {
      int to = from + 1;
      while (to < words.size() && words.get(to).start() == words.get(from).start()) {
        to++;
      }
      int start = words.get(from).start();
      List<TimedPhone> phones =
          sentence.phones().stream().filter(phone -> phone.textStart() == start).toList();
      xml.writeStartElement("t");
      token(xml, type, words.subList(from, to), phones);
      xml.writeEndElement();
      from = to;
    }
  }

  private static void token(
      XMLStreamWriter xml, String type, List<SpokenWord> words, List<TimedPhone> phones)
      throws XMLStreamException {
    List<List<TimedPhone>> syllables = syllables(phones);
    if (!phones.isEmpty()) {
      xml.writeAttribute(
          "ph",
          String.join(
              " - ",
              syllables.stream()
                  .map(one -> String.join(" ", one.stream().map(TimedPhone::name).toList()))
                  .toList()));
    }
    xml.writeCharacters(String.join(" ", words.stream().map(SpokenWord::spoken).toList()));
    if (type.equals("PHONEMES")) {
      return;
    }
    for (List<TimedPhone> syllable : syllables) {
      xml.writeStartElement("syllable");
      for (TimedPhone phone : syllable) {
        xml.writeEmptyElement("ph");
        xml.writeAttribute("p", phone.name());
        if (TIMES.contains(type)) {
          xml.writeAttribute("d", Integer.toString(phone.end() - phone.start()));
          xml.writeAttribute("end", String.format(Locale.ROOT, "%.3f", phone.end() / 1000.0));
        }
      }
      xml.writeEndElement();
    }
  }

  private static List<List<TimedPhone>> syllables(List<TimedPhone> phones) {
    var syllables = new ArrayList<List<TimedPhone>>();
    for (TimedPhone phone : phones) {
      if (syllables.isEmpty() || syllables.getLast().getFirst().syllable() != phone.syllable()) {
        syllables.add(new ArrayList<>());
      }
      syllables.getLast().add(phone);
    }
    return syllables;
  }
}
