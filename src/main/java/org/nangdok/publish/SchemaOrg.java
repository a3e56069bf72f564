package org.nangdok.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.publish.Transcript.Turn;
import tools.jackson.databind.json.JsonMapper;

/** An {@code AudioObject} whose parts are quotations with their speakers (schema.org, JSON-LD). */
final class SchemaOrg implements Export {

  @Override
  public String extension() {
    return "jsonld";
  }

  @Override
  public String mediaType() {
    return "application/ld+json";
  }

  @Override
  public String write(Transcript transcript) {
    List<Object> parts = new ArrayList<>();
    for (Turn turn : transcript.turns()) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("@type", List.of("Quotation", "Clip"));
      boolean function = turn.title() != null && !"headline".equals(turn.title());
      if (turn.name() != null || function) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@type", "Person");
        if (turn.name() != null) {
          person.put("name", turn.name());
        }
        if (function) {
          person.put("jobTitle", turn.title());
        }
        part.put("spokenByCharacter", person);
      }
      part.put("text", turn.text());
      part.put("startOffset", CueTime.seconds(turn.start()));
      part.put("endOffset", CueTime.seconds(turn.end()));
      parts.add(part);
    }
    Map<String, Object> audio = new LinkedHashMap<>();
    audio.put("@context", "https://schema.org");
    audio.put("@type", "AudioObject");
    audio.put("name", transcript.title());
    audio.put("description", Transcript.SYNTHETIC);
    audio.put("inLanguage", transcript.language());
    audio.put("contentUrl", transcript.audio());
    audio.put("encodingFormat", "audio/mpeg");
    audio.put("duration", Duration.ofMillis(transcript.millis()).toString());
    if (transcript.url() != null) {
      audio.put("isBasedOn", transcript.url());
    }
    audio.put("hasPart", parts);
    return JsonMapper.shared().writeValueAsString(audio);
  }
}
