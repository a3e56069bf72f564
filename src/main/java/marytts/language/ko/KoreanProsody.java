package marytts.language.ko;

import java.util.ArrayList;
import java.util.Locale;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import org.nangdok.language.Boundary;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Pronunciations to sounds: {@code <t ph="..."><syllable ph><ph p/></syllable></t>} in {@code
 * <phrase>}, and the planned tones, durations and F0 targets of each syllable.
 */
public class KoreanProsody extends InternalModule {

  private static final String NAMESPACE = MaryXML.getNamespace();

  /** Called by MaryTTS. */
  public KoreanProsody() {
    super("KoreanProsody", MaryDataType.INTONATION, MaryDataType.ALLOPHONES, Locale.KOREAN);
  }

  @Override
  public MaryData process(MaryData input) {
    Document document = input.getDocument();
    var found = document.getElementsByTagNameNS(NAMESPACE, MaryXML.TOKEN);
    var tokens = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      tokens.add((Element) found.item(i));
    }
    tokens.forEach(KoreanProsody::expand);
    var sentences = document.getElementsByTagNameNS(NAMESPACE, MaryXML.SENTENCE);
    for (int i = 0; i < sentences.getLength(); i++) {
      Element sentence = (Element) sentences.item(i);
      SentencePlan.of(sentence).writeTargets();
      phrase(sentence);
    }
    var output = new MaryData(outputType(), input.getLocale());
    output.setDocument(document);
    return output;
  }

  /** Intonational phrases as elements, by which MaryTTS's features count. */
  private static void phrase(Element sentence) {
    Document document = sentence.getOwnerDocument();
    Element phrase = null;
    for (Node child = sentence.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      boolean boundary = MaryXML.BOUNDARY.equals(child.getLocalName());
      if (MaryXML.PHRASE.equals(child.getLocalName())) {
        phrase = null;
      } else if (phrase != null) {
        phrase.appendChild(child);
      } else if (child instanceof Element && !boundary) {
        phrase = document.createElementNS(NAMESPACE, MaryXML.PHRASE);
        sentence.replaceChild(phrase, child);
        phrase.appendChild(child);
      }
      if (boundary && Boundaries.of((Element) child).compareTo(Boundary.INTONATIONAL) >= 0) {
        phrase = null;
      }
      child = next;
    }
  }

  /** Each syllable of the pronunciation with its sounds. */
  private static void expand(Element token) {
    if (token.getElementsByTagNameNS(NAMESPACE, MaryXML.SYLLABLE).getLength() > 0) {
      return;
    }
    String ph = KoreanPhonemiser.phonemise(token);
    if (ph.isEmpty()) {
      return;
    }
    for (String syllable : ph.split(" - ")) {
      Element element = MaryXML.appendChildElement(token, MaryXML.SYLLABLE);
      element.setAttribute("ph", syllable);
      for (String name : syllable.split(" ")) {
        MaryXML.appendChildElement(element, MaryXML.PHONE).setAttribute("p", name);
      }
    }
  }
}
