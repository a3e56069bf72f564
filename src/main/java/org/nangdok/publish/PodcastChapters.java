package org.nangdok.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The chapters of the sound files, in the JSON of Podcasting 2.0, version 1.2.0. */
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
    for (Tags.Chapter stretch : Tags.chapters(transcript)) {
      Map<String, Object> chapter = new LinkedHashMap<>();
      chapter.put("startTime", CueTime.seconds(stretch.start()));
      chapter.put("endTime", CueTime.seconds(stretch.end()));
      chapter.put("title", stretch.title());
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
