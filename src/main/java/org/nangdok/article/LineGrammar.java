package org.nangdok.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The grammar of lines around and inside an article: which lines are furniture (dates, credits,
 * tip-off boxes, copyright, links, …) and what the others are.
 *
 * <p>A rule is a pattern for a whole line, never for a word in it. Most rules hold only in the runs
 * of lines before the first and after the last line of running text, so that news about
 * subscriptions or comments stays. The rules are data: {@code lines/furniture.tsv}, {@code
 * lines/kept.tsv}. Immutable and thread-safe.
 */
public final class LineGrammar {

  /** A longer line is never furniture. */
  private static final int LONGEST = 260;

  private final Rules anywhere;
  private final Rules head;
  private final Rules edge;
  private final Rules section;
  private final List<LineRule> kept;

  private LineGrammar(List<LineRule> furniture, List<LineRule> kept) {
    this.anywhere = Rules.at(furniture, LineRule.Where.ANYWHERE);
    this.head = Rules.at(furniture, LineRule.Where.HEAD);
    this.edge = Rules.at(furniture, LineRule.Where.EDGE);
    this.section = Rules.at(furniture, LineRule.Where.SECTION);
    this.kept = kept;
  }

  /**
   * The rules of one place.
   *
   * @param all every rule
   * @param latin those that are tried on Latin lines, by the line's first ASCII character
   */
  private record Rules(List<LineRule> all, Map<Character, List<LineRule>> latin) {

    static Rules at(List<LineRule> rules, LineRule.Where where) {
      List<LineRule> here = rules.stream().filter(rule -> rule.where() == where).toList();
      Map<Character, List<LineRule>> latin = new HashMap<>();
      for (LineRule rule : here) {
        if (rule.isFor(false)) {
          rule.firstCharacters().stream()
              .forEach(c -> latin.computeIfAbsent((char) c, k -> new ArrayList<>()).add(rule));
        }
      }
      return new Rules(here, latin);
    }

    Optional<String> match(String folded) {
      if (folded.isEmpty() || folded.length() > LONGEST) {
        return Optional.empty();
      }
      boolean latinLine = folded.charAt(0) < 128 && !LineText.isEastAsian(folded);
      String lower = folded.toLowerCase(Locale.ROOT);
      for (LineRule rule : latinLine ? latin.getOrDefault(folded.charAt(0), List.of()) : all) {
        if (rule.matches(folded, lower)) {
          return Optional.of(rule.name());
        }
      }
      return Optional.empty();
    }
  }

  /** Reads the rules that come with the application. */
  public static LineGrammar standard() {
    return of(LineRules.furniture(), LineRules.kept());
  }

  /** A grammar of these rules. */
  static LineGrammar of(List<LineRule> furniture, List<LineRule> kept) {
    return new LineGrammar(furniture, kept);
  }

  /**
   * Judges the lines of one text.
   *
   * @param lines all lines in order; blank ones may be among them and stay as body
   * @return one verdict per line
   */
  public List<Verdict> judge(List<String> lines) {
    List<String> folded = lines.stream().map(LineText::fold).toList();
    Verdict[] verdicts = new Verdict[folded.size()];
    int first = folded.size();
    int last = -1;
    for (int i = 0; i < verdicts.length; i++) {
      String line = folded.get(i);
      Optional<String> reason = furniture(line);
      if (reason.isPresent()) {
        verdicts[i] = Verdict.goes(reason.get());
        continue;
      }
      Paragraph.Kind kind = kind(line);
      verdicts[i] = Verdict.stays(kind);
      if (kind != Paragraph.Kind.BODY || isRunningContent(line)) {
        first = Math.min(first, i);
        last = i;
      }
    }
    if (last >= 0) {
      judgeEdge(folded, verdicts, 0, first, true);
      judgeMiddle(folded, verdicts, first, last);
      judgeEdge(folded, verdicts, last + 1, verdicts.length, false);
    }
    return List.of(verdicts);
  }

  /** The reason for which a folded line is left out wherever it stands. */
  public Optional<String> furniture(String folded) {
    return anywhere.match(folded);
  }

  /** The reason for which a folded line is left out at the edges of a text. */
  public Optional<String> edgeFurniture(String folded) {
    Optional<String> everywhere = furniture(folded);
    if (everywhere.isPresent()) {
      return everywhere;
    }
    Optional<String> atEdges = edge.match(folded).or(() -> section.match(folded));
    return atEdges.isPresent() && isKept(folded) ? Optional.empty() : atEdges;
  }

  /** The reason for which a folded line heads a run of lines that are left out with it. */
  Optional<String> heading(String folded) {
    return section.match(folded);
  }

  /** What a folded line is if it is read. */
  public Paragraph.Kind kind(String folded) {
    if (folded.length() <= 400) {
      for (LineRule rule : kept) {
        if (rule.matches(folded)) {
          return Paragraph.Kind.valueOf(rule.name());
        }
      }
    }
    return Paragraph.Kind.BODY;
  }

  private boolean isKept(String folded) {
    return kind(folded) != Paragraph.Kind.BODY;
  }

  /** Whether a line that isn't furniture everywhere is surely the article's own. */
  private boolean isContent(String folded) {
    return !folded.isEmpty() && (isKept(folded) || isRunningContent(folded));
  }

  private boolean isRunningContent(String folded) {
    return LineText.isRunning(folded)
        && edge.match(folded).isEmpty()
        && section.match(folded).isEmpty();
  }

  private void judgeEdge(
      List<String> folded, Verdict[] verdicts, int from, int to, boolean atHead) {
    String open = null;
    for (int i = from; i < to; i++) {
      String line = folded.get(i);
      if (line.isEmpty()) {
        continue;
      }
      Optional<String> heading = section.match(line);
      if (heading.isPresent()) {
        open = heading.get();
      }
      if (!verdicts[i].isRead()) {
        continue;
      }
      String reason =
          heading
              .or(() -> edge.match(line))
              .or(() -> atHead ? head.match(line) : Optional.empty())
              .orElse(atHead ? null : open);
      if (reason != null) {
        verdicts[i] = Verdict.goes(reason);
      }
    }
  }

  /** Leaves out headings over links that stand inside the text, together with their links. */
  private void judgeMiddle(List<String> folded, Verdict[] verdicts, int first, int last) {
    for (int i = first; i <= last; i++) {
      String line = folded.get(i);
      if (line.isEmpty() || !verdicts[i].isRead()) {
        continue;
      }
      Optional<String> heading = isKept(line) ? Optional.empty() : section.match(line);
      if (heading.isEmpty()) {
        continue;
      }
      List<Integer> links = new ArrayList<>();
      for (int j = i + 1; j <= last && !isContent(folded.get(j)); j++) {
        if (!folded.get(j).isEmpty()) {
          links.add(j);
        }
      }
      if (links.size() >= 2) {
        verdicts[i] = Verdict.goes(heading.get());
        links.forEach(
            j -> {
              if (verdicts[j].isRead()) {
                verdicts[j] = Verdict.goes(heading.get());
              }
            });
      }
    }
  }
}
