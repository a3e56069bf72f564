package marytts.language.ko;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.korean.words.TaggedWord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Text to sentences of spoken words: {@code <t sounds_like="PRONOUNCED" pos="NNG+JKS">SPOKEN</t>}
 * (Sejong tags) and {@code <boundary breakindex tone/>}, with break indices 2 for an accentual, 3
 * for an intonational phrase and 5 for the end of a sentence.
 */
public class KoreanTokeniser extends InternalModule {

  private static final String NAMESPACE = MaryXML.getNamespace();

  /** Called by MaryTTS. */
  public KoreanTokeniser() {
    super("KoreanTokeniser", MaryDataType.RAWMARYXML, MaryDataType.TOKENS, Locale.KOREAN);
  }

  @Override
  public MaryData process(MaryData input) {
    Document document = input.getDocument();
    var texts = new ArrayList<Node>();
    collect(document.getDocumentElement(), texts);
    for (Node text : texts) {
      tokenise(text);
    }
    gatherBreaks(document.getDocumentElement());
    var output = new MaryData(outputType(), input.getLocale());
    output.setDocument(document);
    return output;
  }

  private static void collect(Node node, List<Node> texts) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        texts.add(child);
      } else if (!MaryXML.TOKEN.equals(child.getLocalName())) {
        collect(child, texts);
      }
    }
  }

  private static void tokenise(Node text) {
    Document document = text.getOwnerDocument();
    Node parent = text.getParentNode();
    KoreanLanguage korean = KoreanBackend.language();
    String content = text.getNodeValue();
    boolean inSentence = inside(text, MaryXML.SENTENCE);
    for (TextRange range : korean.sentences(content)) {
      Reading reading = korean.read(range.of(content));
      List<TaggedWord> tagged = korean.tagged(range.of(content));
      if (reading.words().isEmpty()) {
        continue;
      }
      Node place = parent;
      if (!inSentence) {
        place = document.createElementNS(NAMESPACE, MaryXML.SENTENCE);
        parent.insertBefore(place, text);
      }
      for (int i = 0; i < reading.words().size(); i++) {
        SpokenWord word = reading.words().get(i);
        Element token = document.createElementNS(NAMESPACE, MaryXML.TOKEN);
        token.setAttribute("sounds_like", word.pronounced());
        token.setAttribute("pos", tagged.get(i).tags());
        token.setTextContent(word.spoken());
        Node before = inSentence ? text : null;
        place.insertBefore(token, before);
        boolean last = i + 1 == reading.words().size();
        Element boundary = Boundaries.element(document, word.boundary(), last, reading.kind());
        if (boundary != null) {
          place.insertBefore(boundary, before);
        }
      }
    }
    parent.removeChild(text);
  }

  /** MaryTTS drops a break between two sentences: it belongs to the one before. */
  private static void gatherBreaks(Element root) {
    var found = root.getElementsByTagNameNS(NAMESPACE, MaryXML.BOUNDARY);
    var breaks = new ArrayList<Node>();
    for (int i = 0; i < found.getLength(); i++) {
      if (!inside(found.item(i), MaryXML.SENTENCE)) {
        breaks.add(found.item(i));
      }
    }
    for (Node pause : breaks) {
      Node before = pause.getPreviousSibling();
      while (before != null && !MaryXML.SENTENCE.equals(before.getLocalName())) {
        before = before.getPreviousSibling();
      }
      if (before != null) {
        before.appendChild(pause);
      }
    }
  }

  private static boolean inside(Node node, String name) {
    for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
      if (name.equals(at.getLocalName())) {
        return true;
      }
    }
    return false;
  }
}
