package marytts.language.ko;

import java.util.function.ToDoubleFunction;
import marytts.datatypes.MaryXML;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the {@code <prosody>} elements round a token ask for; what can't be read is left out. */
final class ProsodyMarks {

  private static final double SLOWEST = .5;
  private static final double FASTEST = 2;
  private static final double HIGHEST = 6;

  private ProsodyMarks() {}

  /** Factor on the voice's rate; {@code +50%} is half as fast again. */
  static double speed(Element token) {
    double speed = 1;
    for (Node at = token.getParentNode(); at != null; at = at.getParentNode()) {
      speed *= read(at, "rate", ProsodyMarks::factor);
    }
    return Math.clamp(speed, SLOWEST, FASTEST);
  }

  /** Semitones above the voice's own pitch. */
  static double semitones(Element token) {
    double factor = 1;
    for (Node at = token.getParentNode(); at != null; at = at.getParentNode()) {
      factor *= read(at, "pitch", ProsodyMarks::pitchFactor);
    }
    return Math.clamp(12 * Math.log(factor) / Math.log(2), -HIGHEST, HIGHEST);
  }

  private static double read(Node node, String attribute, ToDoubleFunction<String> value) {
    if (node instanceof Element element
        && MaryXML.PROSODY.equals(element.getLocalName())
        && element.hasAttribute(attribute)) {
      try {
        double read = value.applyAsDouble(element.getAttribute(attribute).strip());
        return read > 0 ? read : 1;
      } catch (NumberFormatException e) {
        return 1;
      }
    }
    return 1;
  }

  private static double factor(String value) {
    if (value.endsWith("%")) {
      double percent = Double.parseDouble(value.substring(0, value.length() - 1));
      boolean relative = value.startsWith("+") || value.startsWith("-");
      return (relative ? 100 + percent : percent) / 100;
    }
    return Double.parseDouble(value);
  }

  private static double pitchFactor(String value) {
    if (value.endsWith("st")) {
      return Math.pow(2, Double.parseDouble(value.substring(0, value.length() - 2)) / 12);
    }
    return value.endsWith("%") ? factor(value) : 1;
  }
}
