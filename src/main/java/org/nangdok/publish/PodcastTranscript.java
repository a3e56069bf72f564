package org.nangdok.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;
import tools.jackson.databind.json.JsonMapper;

/** The JSON transcript of Podcasting 2.0, version 1.0.0. */
final class PodcastTranscript implements Export {

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String write(Transcript transcript) {
    List<Map<String, Object>> segments = new ArrayList<>();
    for (Turn turn : transcript.turns()) {
      for (Sentence sentence : turn.sentences()) {
        Map<String, Object> segment = new LinkedHashMap<>();
        segment.put("speaker", turn.who(transcript.language()));
        segment.put("startTime", CueTime.seconds(sentence.start()));
        segment.put("endTime", CueTime.seconds(sentence.end()));
        segment.put("body", sentence.text());
        segments.add(segment);
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", "1.0.0");
    document.put("generator", "Nangdok. " + Transcript.SYNTHETIC);
    document.put("segments", segments);
    return JsonMapper.shared().writeValueAsString(document);
  }
}
