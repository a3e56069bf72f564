package org.nangdok.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;
import org.nangdok.script.Explanation;
import org.nangdok.script.Script;

/** Prints why a script has these speakers: the readings that were weighed, then line by line. */
final class ScriptTrace {

  private ScriptTrace() {}

  static void print(Script script, PrintWriter out) {
    Explanation why = script.explanation();
    out.printf(Locale.ROOT, "%nread as %s, confidence %.2f%n", why.reading(), why.confidence());
    for (Explanation.Hypothesis hypothesis : why.hypotheses()) {
      out.printf(Locale.ROOT, "  %-9s %6.2f", hypothesis.reading(), hypothesis.score());
      new TreeMap<>(hypothesis.signs())
          .forEach((sign, part) -> out.printf(Locale.ROOT, "  %s %+.2f", sign, part));
      out.println();
    }
    for (Explanation.Finding finding : why.lines()) {
      out.printf(
          Locale.ROOT,
          "  line %d: %s -> %s%n",
          finding.line() + 1,
          finding.rule(),
          finding.outcome());
    }
  }
}
