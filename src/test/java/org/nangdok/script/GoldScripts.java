package org.nangdok.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Dropped;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares scripts with a gold set as the shared scorer does. */
final class GoldScripts {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shares between 0 and 1, and what each inexact record has wrong. */
  record Score(
      double lineRole,
      double dropPrecision,
      double dropRecall,
      double name,
      double voice,
      double exact,
      List<String> faults,
      Set<String> inexact) {}

  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> inexact = new TreeSet<>();

  private GoldScripts() {}

  /** The shared folder with the gold set; null where it is absent. */
  static @Nullable Path shared() {
    for (String place : List.of("../shared", "../../shared")) {
      if (Files.isRegularFile(Path.of(place, "speakers", "dev.jsonl"))) {
        return Path.of(place);
      }
    }
    return null;
  }

  static List<JsonNode> records(Path file) {
    try {
      List<JsonNode> records = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          records.add(JSON.readTree(line));
        }
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scores a writer that is given the text and its language. */
  static Score score(List<JsonNode> records, BiFunction<String, String, Script> writer) {
    GoldScripts gold = new GoldScripts();
    for (JsonNode record : records) {
      List<String> lines = new ArrayList<>();
      record.get("lines").forEach(line -> lines.add(line.asString()));
      gold.add(record, writer.apply(String.join("\n", lines), record.get("lang").asString()));
    }
    return new Score(
        gold.share("role"),
        gold.share("precision"),
        gold.share("recall"),
        gold.share("name"),
        gold.share("voice"),
        gold.share("exact"),
        gold.faults,
        gold.inexact);
  }

  private void add(JsonNode record, Script script) {
    List<JsonNode> turns = new ArrayList<>();
    record.get("turns").forEach(turns::add);
    Map<Integer, Set<String>> expected = new HashMap<>();
    for (JsonNode turn : turns) {
      for (int line : ints(turn.get("src"))) {
        expected.computeIfAbsent(line, l -> new HashSet<>()).add(turn.get("speaker").asString());
      }
    }
    Map<Integer, Set<String>> found = new HashMap<>();
    for (Turn turn : script.turns()) {
      for (int line : turn.lines()) {
        found.computeIfAbsent(line, l -> new HashSet<>()).add(turn.speaker().code());
      }
    }
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (line, roles) -> {
          count("role", roles.equals(found.get(line)));
          if (!roles.equals(found.get(line))) {
            wrong.add("line " + line + " " + found.get(line) + " for " + roles);
          }
        });
    drops(record, script, wrong);
    List<@Nullable Turn> matches = new ArrayList<>();
    boolean exact = script.turns().size() == turns.size() && wrong.isEmpty();
    for (JsonNode turn : turns) {
      Turn match = match(turn, script);
      matches.add(match);
      String name = text(turn, "name");
      if (match == null) {
        wrong.add("no turn " + ints(turn.get("src")) + " " + fold(text(turn, "text")));
      } else if (!Objects.equals(name, match.name())) {
        wrong.add("name " + match.name() + " for " + name);
      }
      if (name != null) {
        count("name", match != null && name.equals(match.name()));
      }
      exact &=
          match != null
              && match.speaker().code().equals(text(turn, "speaker"))
              && Objects.equals(name, match.name());
    }
    voices(turns, matches, wrong);
    count("exact", exact);
    if (!exact) {
      inexact.add(String.valueOf(text(record, "id")));
    }
    if (!exact || !wrong.isEmpty()) {
      StringBuilder seen = new StringBuilder();
      for (Turn turn : script.turns()) {
        seen.append("\n    ").append(turn.speaker().code()).append(' ').append(turn.person());
        seen.append(' ').append(turn.lines()).append(' ').append(fold(turn.text()));
      }
      faults.add(text(record, "id") + ": " + String.join("; ", wrong) + seen);
    }
  }

  private void drops(JsonNode record, Script script, List<String> wrong) {
    Set<Integer> expected = new TreeSet<>(ints(record.get("dropped_idx")));
    Set<Integer> found = new TreeSet<>();
    script.droppedLines().stream().map(Dropped::line).forEach(found::add);
    for (int line : expected) {
      count("recall", found.contains(line));
      if (!found.contains(line)) {
        wrong.add("reads " + line);
      }
    }
    for (int line : found) {
      count("precision", expected.contains(line));
      if (!expected.contains(line)) {
        wrong.add("drops " + line);
      }
    }
  }

  private void voices(List<JsonNode> turns, List<@Nullable Turn> matches, List<String> wrong) {
    for (int a = 0; a < turns.size(); a++) {
      for (int b = a + 1; b < turns.size(); b++) {
        Turn first = matches.get(a);
        Turn second = matches.get(b);
        boolean same = Objects.equals(text(turns.get(a), "voice"), text(turns.get(b), "voice"));
        boolean kept =
            first != null && second != null && same == first.person().equals(second.person());
        count("voice", kept);
        if (!kept && first != null && second != null) {
          wrong.add("voices of turns " + a + " and " + b);
        }
      }
    }
  }

  private static @Nullable Turn match(JsonNode gold, Script script) {
    Set<Integer> lines = new HashSet<>(ints(gold.get("src")));
    for (Turn turn : script.turns()) {
      if (fold(turn.text()).equals(fold(text(gold, "text")))
          && lines.equals(new HashSet<>(turn.lines()))) {
        return turn;
      }
    }
    return null;
  }

  private void count(String what, boolean right) {
    int[] count = counts.computeIfAbsent(what, w -> new int[2]);
    count[0] += right ? 1 : 0;
    count[1]++;
  }

  private double share(String what) {
    int[] count = counts.getOrDefault(what, new int[2]);
    return count[1] == 0 ? 1 : (double) count[0] / count[1];
  }

  private static List<Integer> ints(JsonNode node) {
    List<Integer> ints = new ArrayList<>();
    node.forEach(n -> ints.add(n.asInt()));
    return ints;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static String fold(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
