package org.nangdok.script;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nangdok.article.Dropped;

/**
 * Who says what in one article, and what nobody says.
 *
 * <p>Invariant: each input line is in a turn or in {@code dropped}; each piece of a turn is a
 * substring of its line, and the pieces of a line follow each other from left to right.
 *
 * @param language BCP 47 tag of the text
 * @param turns the turns in order
 * @param dropped the lines that are not read, those of the article included, in order of their
 *     lines
 * @param credits people and firms named as makers: shown, never read
 * @param warnings sentences for a person to read, each about something that was uncertain
 * @param explanation why these speakers were chosen
 */
public record Script(
    String language,
    List<Turn> turns,
    List<Dropped> dropped,
    List<String> credits,
    List<String> warnings,
    Explanation explanation) {

  public Script {
    turns = List.copyOf(turns);
    dropped = List.copyOf(dropped);
    credits = List.copyOf(credits);
    warnings = List.copyOf(warnings);
  }

  /** A script whose speakers are given, not found out. */
  public Script(
      String language,
      List<Turn> turns,
      List<Dropped> dropped,
      List<String> credits,
      List<String> warnings) {
    this(language, turns, dropped, credits, warnings, Explanation.GIVEN);
  }

  /** The lines of which nothing is read. */
  public List<Dropped> droppedLines() {
    Set<Integer> spoken = spokenLines();
    return dropped.stream().filter(one -> !spoken.contains(one.line())).toList();
  }

  /** What is left out of lines that are read, such as an address behind the last sentence. */
  public List<Dropped> droppedParts() {
    Set<Integer> spoken = spokenLines();
    return dropped.stream().filter(one -> spoken.contains(one.line())).toList();
  }

  private Set<Integer> spokenLines() {
    return turns.stream().flatMap(turn -> turn.lines().stream()).collect(Collectors.toSet());
  }
}
