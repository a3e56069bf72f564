package org.nangdok.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.publish.Transcript.Turn;
import tools.jackson.databind.json.JsonMapper;

/** A chapter for each turn, in the JSON of Podcasting 2.0, version 1.2.0. */
public final class PodcastChapters implements Export {

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json+chapters";
  }

  @Override
  public String write(Transcript transcript) {
    List<Map<String, Object>> chapters = new ArrayList<>();
    for (Turn turn : transcript.turns()) {
      Map<String, Object> chapter = new LinkedHashMap<>();
      chapter.put("startTime", CueTime.seconds(turn.start()));
      chapter.put("endTime", CueTime.seconds(turn.end()));
      boolean headline = "headline".equals(turn.title());
      chapter.put("title", headline ? transcript.title() : turn.who());
      chapters.add(chapter);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", "1.2.0");
    document.put("title", transcript.title());
    document.put("description", Transcript.SYNTHETIC);
    document.put("chapters", chapters);
    return JsonMapper.shared().writeValueAsString(document);
  }
}
