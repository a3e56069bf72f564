package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.data.VoicesFolder;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker.Said;
import org.nangdok.speech.Mark;
import org.nangdok.speech.TimedPhone;
import org.nangdok.ssml.Part.Bookmark;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Polly's speech marks: one JSON a line in the order of time, for sentences, words, named places of
 * SSML and the shapes of the mouth. Offsets are bytes of the text in UTF-8 (of its words, where it
 * is SSML).
 */
@Component
class PollyMarks {

  /** Their names, which stand in this order where they are at one time. */
  static final List<String> TYPES = List.of("sentence", "ssml", "word", "viseme");

  private static final String NO_PHONES =
      "This voice doesn't know when each of its sounds is heard, so there are no visemes. Ask for"
          + " the other marks, or for another `VoiceId`.";

  private final SpokenAnswer answer;
  private final Visemes visemes;
  private final JsonMapper json;

  PollyMarks(SpokenAnswer answer, VoicesFolder folder, JsonMapper json) {
    this.answer = answer;
    this.visemes = Visemes.read(folder);
    this.json = json;
  }

  private record Line(long time, String type, Map<String, Object> mark) {}

  /** Writes those of some types. */
  void write(
      Wanted wanted, ForeignVoices.Choice choice, Set<String> types, HttpServletResponse response)
      throws IOException, InterruptedException {
    response.setContentType("application/x-json-stream");
    var prepared = answer.prepare(wanted, choice, 1, response);
    List<Said> sentences = new ArrayList<>();
    answer.speaker().say(prepared, sentences::add);
    for (Said said : sentences) {
      List<Line> lines = new ArrayList<>(lines(wanted.text(), said, types));
      if (types.contains("viseme")) {
        lines.addAll(visemes(said));
      }
      lines.sort(
          Comparator.comparingLong(Line::time).thenComparing(line -> TYPES.indexOf(line.type())));
      for (Line line : lines) {
        String text = json.writeValueAsString(line.mark()) + "\n";
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static List<Line> lines(String text, Said said, Set<String> types) {
    List<Line> lines = new ArrayList<>();
    if (types.contains("sentence")) {
      lines.add(
          piece(said.startMillis(), "sentence", text, said.textStart(), said.text().length()));
    }
    if (types.contains("ssml")) {
      said.bookmarks().forEach(name -> lines.add(named(text, said, name)));
    }
    if (types.contains("word")) {
      for (Mark mark : said.clip().marks()) {
        lines.add(
            piece(
                said.startMillis() + mark.start(),
                "word",
                text,
                said.textStart() + mark.textStart(),
                mark.textEnd() - mark.textStart()));
      }
    }
    return lines;
  }

  /** A named place is where the next word begins; no markup is counted. */
  private static Line named(String text, Said said, Bookmark name) {
    long time =
        said.startMillis()
            + said.clip().marks().stream()
                .filter(mark -> mark.textStart() >= name.at())
                .mapToLong(Mark::start)
                .findFirst()
                .orElse(said.clip().soundEnd());
    int at = bytes(text.substring(0, said.textStart() + Math.min(name.at(), said.text().length())));
    return line(time, "ssml", at, at, name.name());
  }

  private List<Line> visemes(Said said) throws InterruptedException {
    List<TimedPhone> phones =
        answer
            .speaker()
            .phones(said)
            .orElseThrow(() -> new ReadingException("voice.no-phones", NO_PHONES));
    return visemes.of(said.utterance().voice(), phones).stream()
        .map(
            viseme -> {
              Map<String, Object> mark = new LinkedHashMap<>();
              mark.put("time", viseme.time());
              mark.put("type", "viseme");
              mark.put("value", viseme.name());
              return new Line(viseme.time(), "viseme", mark);
            })
        .toList();
  }

  private static Line piece(long time, String type, String text, int start, int length) {
    String value = text.substring(start, start + length);
    int before = bytes(text.substring(0, start));
    return line(time, type, before, before + bytes(value), value);
  }

  private static Line line(long time, String type, int start, int end, String value) {
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("time", time);
    mark.put("type", type);
    mark.put("start", start);
    mark.put("end", end);
    mark.put("value", value);
    return new Line(time, type, mark);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
