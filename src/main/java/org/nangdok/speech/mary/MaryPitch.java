package org.nangdok.speech.mary;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Another pitch for one request: the targets {@code (percent,hertz)} that MaryTTS wrote at the
 * phones of an ACOUSTPARAMS document are multiplied. Nothing that callers share is changed.
 */
final class MaryPitch {

  private static final Pattern TARGET = Pattern.compile("\\((\\d+),(\\d+(?:\\.\\d+)?)\\)");
  private static final String PITCH = "f0";

  private MaryPitch() {}

  /**
   * Moves the pitch of a whole document.
   *
   * @param semitones added
   */
  static void move(Document document, double semitones) {
    if (semitones == 0) {
      return;
    }
    double factor = Math.pow(2, semitones / 12);
    NodeList phones = document.getElementsByTagNameNS("*", "ph");
    for (int i = 0; i < phones.getLength(); i++) {
      if (phones.item(i) instanceof Element phone && phone.hasAttribute(PITCH)) {
        phone.setAttribute(PITCH, moved(phone.getAttribute(PITCH), factor));
      }
    }
  }

  private static String moved(String targets, double factor) {
    Matcher target = TARGET.matcher(targets);
    return target.replaceAll(
        match ->
            String.format(
                Locale.ROOT,
                "(%s,%d)",
                match.group(1),
                Math.round(Double.parseDouble(match.group(2)) * factor)));
  }
}
