package org.nangdok.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/**
 * DAPT, the TTML2 profile for dubbing (W3C): people are characters, catalogue voices are the actors
 * who speak them.
 */
final class DaptTranscript implements Export {

  @Override
  public String extension() {
    return "ttml";
  }

  @Override
  public String mediaType() {
    return "application/ttml+xml";
  }

  @Override
  public String write(Transcript transcript) {
    var xml = new XmlText();
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", "http://www.w3.org/ns/ttml");
    root.put("xmlns:ttp", "http://www.w3.org/ns/ttml#parameter");
    root.put("xmlns:ttm", "http://www.w3.org/ns/ttml#metadata");
    root.put("xmlns:daptm", "http://www.w3.org/ns/ttml/profile/dapt#metadata");
    root.put("ttp:contentProfiles", "http://www.w3.org/ns/ttml/profile/dapt1.0/content");
    root.put("daptm:scriptRepresents", "audio.dialogue");
    root.put("daptm:scriptType", "originalTranscript");
    root.put("xml:lang", transcript.language());
    xml.open("tt", root).open("head", Map.of()).open("metadata", Map.of());
    xml.open("ttm:title", Map.of()).text(transcript.title()).close();
    xml.open("ttm:desc", Map.of()).text(Transcript.SYNTHETIC).close();
    Map<String, String> characters = agents(transcript, xml);
    xml.close().close().open("body", Map.of());
    int event = 0;
    for (Turn turn : transcript.turns()) {
      for (Sentence sentence : turn.sentences()) {
        Map<String, String> division = new LinkedHashMap<>();
        division.put("xml:id", "se" + event++);
        division.put("begin", CueTime.withPoint(sentence.start()));
        division.put("end", CueTime.withPoint(sentence.end()));
        division.put("ttm:agent", characters.getOrDefault(turn.person(), "character_0"));
        division.put("daptm:represents", "audio.dialogue");
        xml.open("div", division).open("p", Map.of()).open("span", Map.of());
        xml.text(sentence.text()).close().close().close();
      }
    }
    return xml.close().close().toString();
  }

  /**
   * Writes an actor for each voice and a character for each person; returns the characters' ids by
   * person.
   */
  private static Map<String, String> agents(Transcript transcript, XmlText xml) {
    Map<String, String> actors = new LinkedHashMap<>();
    Map<String, String> characters = new LinkedHashMap<>();
    for (Turn turn : transcript.turns()) {
      if (actors.putIfAbsent(turn.voice(), "actor_" + actors.size()) == null) {
        agent(xml, "person", actors.getOrDefault(turn.voice(), ""), "full", turn.voice(), null);
      }
      if (characters.putIfAbsent(turn.person(), "character_" + characters.size()) == null) {
        String id = characters.getOrDefault(turn.person(), "");
        agent(
            xml,
            "character",
            id,
            "alias",
            turn.who(transcript.language()),
            actors.get(turn.voice()));
      }
    }
    return characters;
  }

  private static void agent(
      XmlText xml,
      String type,
      String id,
      String nameType,
      String name,
      @org.jspecify.annotations.Nullable String actor) {
    Map<String, String> agent = new LinkedHashMap<>();
    agent.put("type", type);
    agent.put("xml:id", id);
    xml.open("ttm:agent", agent).open("ttm:name", Map.of("type", nameType)).text(name).close();
    if (actor != null) {
      xml.open("ttm:actor", Map.of("agent", actor)).close();
    }
    xml.close();
  }
}
