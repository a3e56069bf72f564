package marytts.language.ko;

import java.util.Locale;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * When each sound was heard, in the format of Xwaves' label files: end in seconds, colour, sound.
 * MaryTTS's own module adds the time of every sentence to all that follow once more. A paragraph is
 * a request of its own to MaryTTS and counts from its own start, with a {@code #} before.
 */
public class KoreanDurations extends InternalModule {

  private static final String PAUSE = "_";

  /** Called by MaryTTS. */
  public KoreanDurations() {
    super("KoreanDurations", MaryDataType.AUDIO, MaryDataType.REALISED_DURATIONS, Locale.KOREAN);
  }

  @Override
  public MaryData process(MaryData input) {
    Document document = input.getDocument();
    var lines = new StringBuilder("#\n");
    write(document.getDocumentElement(), 0, lines);
    var output = new MaryData(outputType(), input.getLocale());
    output.setPlainText(lines.toString());
    return output;
  }

  /** Writes the sounds and pauses below an element; gives the milliseconds until its end. */
  private static int write(Element parent, int from, StringBuilder lines) {
    int at = from;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!(child instanceof Element element)) {
        continue;
      }
      switch (element.getLocalName()) {
        case MaryXML.PHONE -> at = line(element, "d", element.getAttribute("p"), at, lines);
        case MaryXML.BOUNDARY -> at = line(element, "duration", PAUSE, at, lines);
        default -> at = write(element, at, lines);
      }
    }
    return at;
  }

  private static int line(
      Element element, String length, String sound, int from, StringBuilder lines) {
    int millis = Boundaries.number(element.getAttribute(length), 0);
    if (millis > 0) {
      lines.append(String.format(Locale.ROOT, "%.3f 125 %s\n", (from + millis) / 1000.0, sound));
    }
    return from + millis;
  }
}
