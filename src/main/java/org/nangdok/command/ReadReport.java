package org.nangdok.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.PlannedTurn;
import org.nangdok.reading.ReadingPlan;
import tools.jackson.databind.json.JsonMapper;

/** What became of one article as one line of JSON (JSON Lines, RFC 8259 each). */
final class ReadReport {

  private ReadReport() {}

  /**
   * A sentence that its voice couldn't speak.
   *
   * @param code a stable code
   * @param why for people
   */
  record Skipped(int line, String text, String code, String why) {}

  /**
   * @param file where the sound is; nothing where only the script was wanted
   * @param millis length of the sound
   */
  static String line(
      ReadSource source,
      ReadingPlan plan,
      @Nullable String file,
      long millis,
      List<Skipped> skipped) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("source", source.name());
    report.put("file", file);
    report.put("millis", file == null ? null : millis);
    report.put("title", plan.title());
    report.put("byline", plan.byline());
    report.put("published", plan.published() == null ? null : plan.published().toString());
    report.put("language", plan.language());
    report.put("site", plan.site());
    report.put("url", plan.url());
    report.put("turns", plan.turns().stream().map(ReadReport::turn).toList());
    report.put("dropped", plan.dropped());
    report.put("unspoken", plan.unspoken());
    report.put("skipped", skipped);
    report.put("credits", plan.credits());
    report.put("warnings", plan.warnings());
    return write(report);
  }

  /** An article that could not be read. */
  static String line(ReadSource source, ProblemException problem) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("source", source.name());
    report.put("code", problem.code());
    report.put("detail", problem.sentence());
    return write(report);
  }

  private static Map<String, @Nullable Object> turn(PlannedTurn turn) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("speaker", turn.speaker().code());
    said.put("name", turn.name());
    said.put("title", turn.title());
    said.put("voice", turn.voice().id());
    List<String> sentences = new ArrayList<>();
    turn.sentences().forEach(sentence -> sentences.add(sentence.text()));
    said.put("sentences", sentences);
    return said;
  }

  private static String write(Map<String, @Nullable Object> report) {
    return JsonMapper.shared().writeValueAsString(report);
  }
}
