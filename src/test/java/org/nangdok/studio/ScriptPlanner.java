package org.nangdok.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to record: accentual phrases strung to lines, each chosen for what it adds. What is
 * counted are stretches from one vowel to the next with all between (they are joined in vowels
 * only) and single pairs of phones, each by how often text needs it; a second instance is worth a
 * part of the first.
 */
final class ScriptPlanner {

  private static final double AGAIN = .25;

  /** A pair that isn't there at all is heard more than a stretch that is joined of two. */
  private static final double PAIR = 6;

  private static final int LEAST_SYLLABLES = 2;
  private static final int MOST_SYLLABLES = 9;
  private static final int SYLLABLES_A_LINE = 38;

  /** After so many accentual phrases there is a comma. */
  private static final int PHRASES_A_CLAUSE = 5;

  private static final List<String> SILENT = List.of(Phones.SILENCE);

  private final Map<String, Integer> needed = new HashMap<>();
  private final Map<String, Integer> have = new HashMap<>();

  private record Candidate(String text, List<String> phones, int syllables) {}

  /** Counts what a line of an earlier script holds. */
  private void recorded(String line) {
    for (String clause : line.split(",")) {
      var phones = new ArrayList<>(SILENT);
      phones.addAll(Phones.of(clause));
      phones.addAll(SILENT);
      count(phones).forEach(unit -> have.merge(unit, 1, Integer::sum));
    }
  }

  /** Lines of accentual phrases (apart by a bar) of that many syllables in all. */
  List<String> plan(List<String> corpus, int syllables) {
    var candidates = new HashMap<String, Candidate>();
    for (String line : corpus) {
      var phones = new ArrayList<>(SILENT);
      phones.addAll(Phones.of(line));
      phones.addAll(SILENT);
      count(phones).forEach(unit -> needed.merge(unit, 1, Integer::sum));
      for (String phrase : line.split("\\|")) {
        int length = phrase.replace(" ", "").length();
        if (length >= LEAST_SYLLABLES && length <= MOST_SYLLABLES) {
          candidates.computeIfAbsent(phrase, p -> new Candidate(p, Phones.of(p), length));
        }
      }
    }
    var all = new ArrayList<>(candidates.values());
    all.sort(java.util.Comparator.comparing(Candidate::text));
    var lines = new ArrayList<String>();
    for (int done = 0; done < syllables; ) {
      done += line(all, lines);
    }
    return lines;
  }

  private int line(List<Candidate> all, List<String> lines) {
    var line = new ArrayList<String>();
    List<String> tail = SILENT;
    int syllables = 0;
    while (syllables < SYLLABLES_A_LINE) {
      if (line.size() % PHRASES_A_CLAUSE == 0) {
        close(tail);
        tail = SILENT;
      }
      Candidate best = best(all, tail);
      if (best == null) {
        break;
      }
      all.remove(best);
      line.add(best.text());
      List<String> joined = joined(tail, best.phones());
      count(joined).forEach(unit -> have.merge(unit, 1, Integer::sum));
      tail = tail(best.phones());
      syllables += best.syllables();
    }
    close(tail);
    lines.add(text(line));
    return Math.max(syllables, 1);
  }

  private void close(List<String> tail) {
    if (!tail.equals(SILENT)) {
      count(joined(tail, SILENT)).forEach(unit -> have.merge(unit, 1, Integer::sum));
    }
  }

  private static String text(List<String> phrases) {
    var text = new StringBuilder();
    for (int i = 0; i < phrases.size(); i++) {
      text.append(i == 0 ? "" : i % PHRASES_A_CLAUSE == 0 ? "," : "|").append(phrases.get(i));
    }
    return text.toString();
  }

  private @Nullable Candidate best(List<Candidate> all, List<String> tail) {
    Candidate best = null;
    double most = 0;
    for (Candidate candidate : all) {
      double gain = 0;
      for (String unit : count(joined(tail, candidate.phones()))) {
        gain +=
            needed.getOrDefault(unit, 0)
                * (unit.startsWith("2 ") ? PAIR : 1)
                * Math.pow(AGAIN, have.getOrDefault(unit, 0));
      }
      gain /= candidate.phones().size() + 1;
      if (gain > most) {
        most = gain;
        best = candidate;
      }
    }
    return best;
  }

  private static List<String> joined(List<String> tail, List<String> phones) {
    var joined = new ArrayList<>(tail);
    joined.addAll(phones);
    return joined;
  }

  /** From the last vowel on. */
  private static List<String> tail(List<String> phones) {
    int from = phones.size() - 1;
    while (from > 0 && !isJoint(phones.get(from))) {
      from--;
    }
    return phones.subList(from, phones.size());
  }

  private static boolean isJoint(String phone) {
    return Phones.isVowel(phone) || phone.equals(Phones.SILENCE);
  }

  /** Pairs ("2 a b") and stretches from vowel to vowel ("3 a n i"). */
  static List<String> count(List<String> phones) {
    var units = new ArrayList<String>();
    int vowel = -1;
    for (int i = 0; i < phones.size(); i++) {
      if (i > 0) {
        units.add("2 " + phones.get(i - 1) + " " + phones.get(i));
      }
      if (isJoint(phones.get(i))) {
        if (vowel >= 0) {
          units.add("3 " + String.join(" ", phones.subList(vowel, i + 1)));
        }
        vowel = i;
      }
    }
    return units;
  }

  /** How much of what a text needs is there, in stretches and in pairs. */
  String coverage() {
    double stretches = 0;
    double pairs = 0;
    double allStretches = 0;
    double allPairs = 0;
    for (Map.Entry<String, Integer> need : needed.entrySet()) {
      boolean pair = need.getKey().startsWith("2 ");
      double got = have.containsKey(need.getKey()) ? need.getValue() : 0;
      pairs += pair ? got : 0;
      allPairs += pair ? need.getValue() : 0;
      stretches += pair ? 0 : got;
      allStretches += pair ? 0 : need.getValue();
    }
    return "stretches %.3f, pairs %.4f".formatted(stretches / allStretches, pairs / allPairs);
  }

  /**
   * @param arguments a file of pronounced phrases ({@link Corpus}), a file to write, syllables, and
   *     a script that goes before, if there is one
   */
  public static void main(String[] arguments) throws IOException {
    var planner = new ScriptPlanner();
    var script = new ArrayList<String>();
    if (arguments.length > 3) {
      script.addAll(Files.readAllLines(Path.of(arguments[3])));
      script.forEach(planner::recorded);
    }
    script.addAll(
        planner.plan(Files.readAllLines(Path.of(arguments[0])), Integer.parseInt(arguments[2])));
    Files.write(Path.of(arguments[1]), script);
    System.out.println(script.size() + " lines: " + planner.coverage());
  }
}
