package org.nangdok.article;

import java.util.HashMap;
import java.util.Map;
import org.nangdok.article.html.Deadline;

/** What the grammar says about each line of one page by itself, asked once a line. */
final class PageFurniture {

  /** Longer lines are no furniture, and asking would be slow. */
  private static final int LONGEST = 160;

  private record Answer(int level, String reason) {}

  private static final Answer NONE = new Answer(0, "");
  private static final Answer EXCERPT = new Answer(2, "duplicate");

  private final LineGrammar grammar;
  private final Deadline deadline;
  private final Excerpts excerpts;
  private final Map<String, Answer> known = new HashMap<>();

  PageFurniture(LineGrammar grammar, Deadline deadline, Excerpts excerpts) {
    this.grammar = grammar;
    this.excerpts = excerpts;
    this.deadline = deadline;
  }

  /** 0 for a line that may be the article's, 1 if left out at edges, 2 if left out everywhere. */
  int level(String line) {
    return answer(line).level();
  }

  /** The reason for which the line is left out at edges or everywhere, empty if it isn't. */
  String reason(String line) {
    return answer(line).reason();
  }

  /** Whether the line is the beginning of what the page prints whole elsewhere. */
  boolean isExcerpt(String line) {
    return excerpts.has(line);
  }

  private Answer answer(String line) {
    if (excerpts.has(line)) {
      return EXCERPT;
    }
    return line.length() > LONGEST ? NONE : known.computeIfAbsent(line, this::ask);
  }

  private Answer ask(String line) {
    deadline.check();
    String folded = LineText.fold(line);
    return grammar
        .furniture(folded)
        .map(reason -> new Answer(2, reason))
        .or(() -> grammar.edgeFurniture(folded).map(reason -> new Answer(1, reason)))
        .orElse(NONE);
  }
}
