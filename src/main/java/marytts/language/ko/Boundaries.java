package marytts.language.ko;

import marytts.datatypes.MaryXML;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Prosodic boundaries as MaryXML's {@code <boundary breakindex tone/>} and back. The tones L%, H%,
 * LH% and HL% of K-ToBI are written as MaryTTS's features know them: L-L%, H-H%, L-H%, H-L%.
 */
final class Boundaries {

  private static final String CONTINUES = "L-H%";

  private static final int ACCENTUAL = 2;
  private static final int INTONATIONAL = 3;
  private static final int SENTENCE = 5;

  private Boundaries() {}

  /** The element after a word, or null inside an accentual phrase. */
  static @Nullable Element element(
      Document document, Boundary boundary, boolean last, Reading.Kind kind) {
    int index =
        last
            ? SENTENCE
            : switch (boundary) {
              case WORD -> 0;
              case ACCENTUAL -> ACCENTUAL;
              case INTONATIONAL -> INTONATIONAL;
              case UTTERANCE -> SENTENCE;
            };
    if (index == 0) {
      return null;
    }
    Element element = document.createElementNS(MaryXML.getNamespace(), MaryXML.BOUNDARY);
    element.setAttribute("breakindex", String.valueOf(index));
    if (index == SENTENCE) {
      element.setAttribute("tone", tone(kind));
    } else if (index == INTONATIONAL) {
      element.setAttribute("tone", CONTINUES);
    }
    return element;
  }

  /** What a boundary element stands for; one that a document's author wrote is a pause. */
  static Boundary of(Element element) {
    int index = number(element.getAttribute("breakindex"), INTONATIONAL);
    if (element.hasAttribute("duration")) {
      return Boundary.INTONATIONAL;
    }
    if (index < ACCENTUAL) {
      return Boundary.WORD;
    }
    if (index == ACCENTUAL) {
      return Boundary.ACCENTUAL;
    }
    return index < SENTENCE ? Boundary.INTONATIONAL : Boundary.UTTERANCE;
  }

  /** The kind of sentence that ends in this tone. */
  static Reading.Kind kind(String tone) {
    return switch (tone) {
      case "H%", "H-H%" -> Reading.Kind.YES_NO_QUESTION;
      case "LH%", "L-H%" -> Reading.Kind.WH_QUESTION;
      case "HL%", "H-L%" -> Reading.Kind.EXCLAMATION;
      default -> Reading.Kind.STATEMENT;
    };
  }

  private static String tone(Reading.Kind kind) {
    return switch (kind) {
      case STATEMENT -> "L-L%";
      case YES_NO_QUESTION -> "H-H%";
      case WH_QUESTION -> CONTINUES;
      case EXCLAMATION -> "H-L%";
      case UNFINISHED -> CONTINUES;
    };
  }

  /** A number in an attribute, or {@code otherwise}. */
  static int number(String attribute, int otherwise) {
    try {
      return (int) Double.parseDouble(attribute.replaceAll("ms$", ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
