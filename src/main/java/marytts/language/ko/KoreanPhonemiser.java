package marytts.language.ko;

import java.util.Locale;
import java.util.stream.Collectors;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.korean.Allophones;
import org.nangdok.speech.korean.Syllable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Spoken words to their pronunciation: {@code <t ph="g u NG - m u - r i">}. */
public class KoreanPhonemiser extends InternalModule {

  /** Called by MaryTTS. */
  public KoreanPhonemiser() {
    super("KoreanPhonemiser", MaryDataType.PARTSOFSPEECH, MaryDataType.PHONEMES, Locale.KOREAN);
  }

  @Override
  public MaryData process(MaryData input) {
    Document document = input.getDocument();
    var tokens = document.getElementsByTagNameNS(MaryXML.getNamespace(), MaryXML.TOKEN);
    for (int i = 0; i < tokens.getLength(); i++) {
      phonemise((Element) tokens.item(i));
    }
    var output = new MaryData(outputType(), input.getLocale());
    output.setDocument(document);
    return output;
  }

  /** A token's pronunciation, written to it where it has none; syllables are separated by " - ". */
  static String phonemise(Element token) {
    if (!token.hasAttribute("ph")) {
      String ph =
          Syllable.of(pronounced(token)).stream()
              .map(syllable -> String.join(" ", Allophones.of(syllable)))
              .collect(Collectors.joining(" - "));
      if (!ph.isEmpty()) {
        token.setAttribute("ph", ph);
        token.setAttribute("g2p_method", "rules");
      }
    }
    return token.getAttribute("ph");
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
