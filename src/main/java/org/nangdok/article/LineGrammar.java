package org.nangdok.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final int SHORTEST_HEADLINE = 24;
  private static final int FEWEST_WORDS = 4;

  /** The reason of short lines that stand behind what has closed the text. */
  private static final String AFTER_END = "after-end";

  private static final Pattern FIELD = Pattern.compile("[^:：/|@]{1,12}[:：].{1,80}");
  private static final int FIELDS = 3;

  private static final Pattern OUTLET =
      Pattern.compile("\\[[\\p{L}\\d·.&]{2,20}(?: [\\p{L}\\d·.&]{2,12})?\\]");
  private static final Pattern ROLE =
      Pattern.compile(
          ".*(?:앵커|기자|리포트|리포터|캐스터|특파원|아나운서|해설|인터뷰|녹취|싱크|현장|질문|답변|내레이션|진행|사회자|출연|제보|시민|주민|관계자|멘트|VCR|Anchor|Reporter|Host|Narrator|解说|主持|记者|キャスター|記者).*");

  private static final Set<String> CONTROLS =
      Set.of("portal", "player-notice", "share", "subscription", "video-notice", "comments");

  /** What may stand inside a text or between its last lines. */
  private static final Set<String> OPEN_ENDED =
      Set.of("date", "caption", "separator", "advertisement", "programme", "summary", "disclaimer");

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
      first = withoutLoneOutlet(folded, verdicts, first, last);
      judgeEdge(folded, verdicts, 0, first, true);
      judgeBetweenControls(folded, verdicts, 0, first);
      judgeMiddle(folded, verdicts, first, last);
      judgeEdge(folded, verdicts, last + 1, verdicts.length, false);
    }
    return List.of(verdicts);
  }

  /**
   * A name in brackets that opens a text is its outlet's or programme's if no other line has that
   * form: who speaks would be labelled again.
   *
   * @return the first line of the text after it
   */
  private int withoutLoneOutlet(List<String> folded, Verdict[] verdicts, int first, int last) {
    String line = folded.get(first);
    boolean lone = OUTLET.matcher(line).matches() && !ROLE.matcher(line).matches();
    for (int i = first + 1; i <= last && lone; i++) {
      lone = verdicts[i].equals(Verdict.stays(Paragraph.Kind.LABEL)) ? false : lone;
    }
    if (!lone) {
      return first;
    }
    verdicts[first] = Verdict.goes("programme");
    int next = first + 1;
    while (next < last && !isContent(folded.get(next))) {
      next++;
    }
    return next;
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
    boolean closed = false;
    for (int i = from; i < to; i++) {
      String line = folded.get(i);
      if (line.isEmpty()) {
        continue;
      }
      Optional<String> heading = section.match(line);
      if (heading.isPresent()) {
        open = heading.get();
      }
      closed |= !atHead && verdicts[i] instanceof Verdict.Goes goes && closes(goes.reason());
      if (!verdicts[i].isRead()) {
        continue;
      }
      String reason =
          heading
              .or(() -> edge.match(line))
              .or(() -> atHead ? head.match(line) : Optional.empty())
              .orElse(atHead ? null : open);
      if (!atHead && "byline".equals(reason) && isListed(folded, i, to)) {
        continue; // a field among others, such as who has written the book
      }
      closed |= !atHead && reason != null && closes(reason);
      if (reason != null) {
        verdicts[i] = Verdict.goes(reason);
      } else if (closed) {
        verdicts[i] = Verdict.goes(AFTER_END);
      }
    }
  }

  /** Whether a line is a field and a value as both lines below it are. */
  private static boolean isListed(List<String> folded, int at, int to) {
    return at + FIELDS <= to
        && folded.subList(at, at + FIELDS).stream().allMatch(FIELD.asMatchPredicate());
  }

  /** Short lines between the controls of a page's head are controls too. */
  private static void judgeBetweenControls(
      List<String> folded, Verdict[] verdicts, int from, int to) {
    List<Integer> between = new ArrayList<>();
    boolean control = false;
    for (int i = from; i < to; i++) {
      if (verdicts[i] instanceof Verdict.Goes goes) {
        boolean here = CONTROLS.contains(goes.reason());
        if (here && control) {
          List<Integer> headlines =
              between.stream().filter(at -> isHeadline(folded.get(at))).toList();
          for (int at : between) {
            boolean headline = headlines.size() == 1 && headlines.getFirst() == at;
            verdicts[at] = headline ? verdicts[at] : Verdict.goes("portal");
          }
        }
        control = here;
        between.clear();
      } else if (!folded.get(i).isEmpty()) {
        between.add(i);
      }
    }
  }

  /** Whether a line is long and of several words, as no control is. */
  private static boolean isHeadline(String line) {
    return LineText.weight(line) >= SHORTEST_HEADLINE && line.split(" ").length >= FEWEST_WORDS;
  }

  /** Whether nothing but speech, a label or a sentence follows what is left out for a reason. */
  private static boolean closes(String reason) {
    return !OPEN_ENDED.contains(reason);
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
