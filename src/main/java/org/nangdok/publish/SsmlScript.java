package org.nangdok.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nangdok.publish.Transcript.Turn;

/** The script as SSML 1.1, one {@code voice} element for each turn. */
final class SsmlScript implements Export {

  @Override
  public String extension() {
    return "ssml";
  }

  @Override
  public String mediaType() {
    return "application/ssml+xml";
  }

  @Override
  public String write(Transcript transcript) {
    var xml = new XmlText();
    xml.open(
        "speak",
        ordered(
            "version", "1.1",
            "xmlns", "http://www.w3.org/2001/10/synthesis",
            "xml:lang", transcript.language()));
    xml.open("metadata", Map.of()).text(Transcript.SYNTHETIC).close();
    for (Turn turn : transcript.turns()) {
      Map<String, String> voice = new LinkedHashMap<>();
      voice.put("name", turn.voice());
      if (turn.gender() != null) {
        voice.put("gender", turn.gender());
      }
      voice.put("languages", transcript.language());
      xml.open("voice", voice);
      for (String paragraph : Paragraphs.of(turn)) {
        xml.open("p", Map.of()).text(paragraph).close();
      }
      xml.close();
    }
    return xml.close().toString();
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
