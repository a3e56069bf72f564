package marytts.language.ko;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.espeak.Allophones;
import org.nangdok.speech.espeak.Syllable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Spoken words to sounds: {@code <t ph="..."><syllable ph><ph p/></syllable></t>}, and the planned
 * tones, durations and F0 targets of each syllable.
 */
public class KoreanPhonemiser extends InternalModule {

  private static final String NAMESPACE = MaryXML.getNamespace();

  /** Called by MaryTTS. */
  public KoreanPhonemiser() {
    super("KoreanPhonemiser", MaryDataType.TOKENS, MaryDataType.ALLOPHONES, Locale.KOREAN);
  }

  @Override
  public MaryData process(MaryData input) {
    Document document = input.getDocument();
    var found = document.getElementsByTagNameNS(NAMESPACE, MaryXML.TOKEN);
    var tokens = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      tokens.add((Element) found.item(i));
    }
    tokens.forEach(KoreanPhonemiser::phonemise);
    var sentences = document.getElementsByTagNameNS(NAMESPACE, MaryXML.SENTENCE);
    for (int i = 0; i < sentences.getLength(); i++) {
      SentencePlan.of((Element) sentences.item(i)).writeTargets();
    }
    var output = new MaryData(outputType(), input.getLocale());
    output.setDocument(document);
    return output;
  }

  private static void phonemise(Element token) {
    if (token.hasAttribute("ph")) {
      return;
    }
    var words = new ArrayList<String>();
    for (Syllable syllable : Syllable.of(pronounced(token))) {
      List<String> names = Allophones.of(syllable);
      String ph = String.join(" ", names);
      Element element = MaryXML.appendChildElement(token, MaryXML.SYLLABLE);
      element.setAttribute("ph", ph);
      for (String name : names) {
        MaryXML.appendChildElement(element, MaryXML.PHONE).setAttribute("p", name);
      }
      words.add(ph);
    }
    if (!words.isEmpty()) {
      token.setAttribute("ph", String.join(" - ", words));
    }
  }

  /** A token of another tokeniser has only its text. */
  private static String pronounced(Element token) {
    String given = token.getAttribute("sounds_like");
    if (!given.isEmpty()) {
      return given;
    }
    return KoreanBackend.language().read(token.getTextContent().strip()).words().stream()
        .map(SpokenWord::pronounced)
        .collect(Collectors.joining());
  }
}
