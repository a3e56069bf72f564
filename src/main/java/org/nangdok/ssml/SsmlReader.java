package org.nangdok.ssml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Instruction;

/** Reads one document. */
final class SsmlReader {

  private static final String NAMESPACE = "http://www.w3.org/2001/10/synthesis";
  private static final int DEEPEST = 10;
  private static final Set<String> SILENT = Set.of("metadata", "meta", "desc");
  private static final Set<String> WORDS_ONLY = Set.of("sub", "phoneme", "say-as");

  private final Stretches stretches = new Stretches();
  private final Map<String, Unfollowed> unfollowed = new LinkedHashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable String language;

  /** An element that isn't closed yet. */
  private record Open(
      String name, Manner manner, int since, Instruction.@Nullable Kind kind, String value) {}

  SsmlDocument read(String source) {
    if (source.length() > SsmlDocument.LONGEST) {
      throw new SsmlException("SSML may have at most 200,000 characters. Send it in parts.");
    }
    // The platform's own parser, not one that a library has brought.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      walk(factory.createXMLStreamReader(new StringReader(source.stripLeading())));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw new SsmlException("The SSML is not well-formed XML at line " + line + ".");
    }
    List<Part> parts = stretches.parts();
    for (Part.Bookmark left : stretches.left()) {
      ignore("mark", "the name " + Shortened.of(left.name()) + " stands behind the last word.");
    }
    return new SsmlDocument(language, parts, List.copyOf(unfollowed.values()));
  }

  private void walk(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.DTD ->
            throw new SsmlException("Document types are not allowed in SSML.");
        case XMLStreamReader.ENTITY_REFERENCE ->
            throw new SsmlException("The SSML names an entity that is not defined.");
        case XMLStreamReader.START_ELEMENT -> start(xml);
        case XMLStreamReader.END_ELEMENT -> end();
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          Open inside = open.peek();
          if (inside != null && !SILENT.contains(inside.name())) {
            stretches.words(xml.getText(), inside.manner());
          }
        }
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    String namespace = xml.getNamespaceURI();
    if (namespace != null && !namespace.isEmpty() && !namespace.equals(NAMESPACE)) {
      throw notAllowed(name);
    }
    if (open.size() >= DEEPEST) {
      throw new SsmlException("SSML is nested deeper than 10.");
    }
    Open around = open.peek();
    if (around == null) {
      root(name, xml);
      return;
    }
    if (SILENT.contains(around.name())) {
      open.push(new Open("metadata", around.manner(), 0, null, ""));
      return;
    }
    if (WORDS_ONLY.contains(around.name())) {
      throw new SsmlException(
          "The element " + around.name() + " may hold words only, not " + Shortened.of(name) + ".");
    }
    inner(name, xml, around.manner());
  }

  private void root(String name, XMLStreamReader xml) {
    if (!name.equals("speak")) {
      throw new SsmlException("The root of SSML must be speak; it is " + Shortened.of(name) + ".");
    }
    language = tag(xml);
    open.push(new Open(name, Manner.PLAIN.in(language), 0, null, ""));
  }

  private void inner(String name, XMLStreamReader xml, Manner manner) {
    Manner own = manner;
    int since = 0;
    Instruction.Kind kind = null;
    String value = "";
    switch (name) {
      case "p", "s" -> {
        own = manner.in(tag(xml));
        stretches.cut(name.equals("p") ? Part.Place.PARAGRAPH : Part.Place.SENTENCE);
      }
      case "break" ->
          stretches.pause(Breaks.length(attribute(xml, "time"), attribute(xml, "strength")));
      case "voice" -> own = manner.by(voice(xml));
      case "prosody" -> own = manner.with(prosody(xml, manner.prosody()));
      case "emphasis" -> own = manner.with(manner.prosody().emphasised(attribute(xml, "level")));
      case "lang" -> {
        String tag = tag(xml);
        own = manner.in(tag == null ? required(xml, "xml:lang") : tag);
      }
      case "mark" -> stretches.bookmark(required(xml, "name"));
      case "sub", "phoneme", "say-as" -> {
        stretches.begin(manner);
        since = stretches.position();
        kind = kind(name);
        value = value(name, xml);
      }
      case "w", "token", "metadata", "meta", "desc" -> {}
      default -> throw notAllowed(name);
    }
    open.push(new Open(name, own, since, kind, value));
  }

  private void end() {
    Open closed = open.pop();
    if (closed.kind() != null) {
      stretches.instruct(closed.since(), closed.kind(), closed.value());
    }
    switch (closed.name()) {
      case "p", "speak" -> stretches.cut(Part.Place.PARAGRAPH);
      case "s" -> stretches.cut(Part.Place.SENTENCE);
      default -> {}
    }
  }

  private static Instruction.Kind kind(String name) {
    return switch (name) {
      case "sub" -> Instruction.Kind.SUB;
      case "phoneme" -> Instruction.Kind.PHONEME;
      default -> Instruction.Kind.SAY_AS;
    };
  }

  private String value(String name, XMLStreamReader xml) {
    return switch (name) {
      case "sub" -> required(xml, "alias");
      case "phoneme" -> {
        String alphabet = attribute(xml, "alphabet");
        if (alphabet != null && !alphabet.equals("ipa") && !alphabet.equals("x-hangul")) {
          ignore(
              "phoneme alphabet",
              Shortened.of(alphabet) + " isn't known; the words are read as written.");
          yield "";
        }
        yield required(xml, "ph");
      }
      default -> {
        if (attribute(xml, "format") != null || attribute(xml, "detail") != null) {
          ignore("say-as format", "formats and details aren't followed.");
        }
        yield required(xml, "interpret-as");
      }
    };
  }

  private VoiceWish voice(XMLStreamReader xml) {
    for (String other : List.of("age", "variant")) {
      if (attribute(xml, other) != null) {
        ignore("voice " + other, "it isn't followed.");
      }
    }
    String gender = attribute(xml, "gender");
    if (gender != null && !gender.equals("female") && !gender.equals("male")) {
      ignore("voice gender", Shortened.of(gender) + " isn't followed; write female or male.");
      gender = null;
    }
    String tag = StringUtils.firstNonBlank(attribute(xml, "languages"), tag(xml));
    String first = tag == null ? null : checked(StringUtils.substringBefore(tag.strip(), ' '));
    String names = attribute(xml, "name");
    return new VoiceWish(
        names == null ? List.of() : List.of(StringUtils.split(names)), gender, first);
  }

  private Prosody prosody(XMLStreamReader xml, Prosody around) {
    for (String other : List.of("contour", "range", "duration")) {
      if (attribute(xml, other) != null) {
        ignore("prosody " + other, "it isn't followed.");
      }
    }
    Prosody prosody = around;
    String rate = attribute(xml, "rate");
    prosody = rate == null ? prosody : prosody.rate(rate.strip());
    String pitch = attribute(xml, "pitch");
    prosody = pitch == null ? prosody : prosody.pitch(pitch.strip(), this::ignore);
    String volume = attribute(xml, "volume");
    return volume == null ? prosody : prosody.volume(volume.strip());
  }

  private static @Nullable String tag(XMLStreamReader xml) {
    String tag = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    return tag == null || tag.isBlank() ? null : checked(tag.strip());
  }

  private static String checked(String tag) {
    if (!tag.matches("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}")) {
      throw new SsmlException(
          "A language must be a BCP 47 tag such as ko or en-US; it is " + Shortened.of(tag) + ".");
    }
    return tag.replace('_', '-');
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    return xml.getAttributeValue(null, name);
  }

  private static String required(XMLStreamReader xml, String name) {
    String value = attribute(xml, name);
    if (value == null || value.isBlank()) {
      throw new SsmlException("The element " + xml.getLocalName() + " needs " + name + ".");
    }
    return value.strip();
  }

  private static SsmlException notAllowed(String name) {
    return new SsmlException(
        "The element " + StringUtils.abbreviate(name, 40) + " is not allowed.");
  }

  private void ignore(String element, String reason) {
    unfollowed.putIfAbsent(element, new Unfollowed(element, reason));
  }
}
