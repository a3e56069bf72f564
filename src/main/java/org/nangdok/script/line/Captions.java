package org.nangdok.script.line;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What captions have around their words: the head, counters and times of WebVTT, SubRip and exports
 * of meetings, and times alone on their lines, as players print them.
 *
 * @param silent the numbers of the lines that hold nothing else
 * @param opening the numbers of lines that begin a caption of several lines
 * @param timed whether lines begin with the times at which they are spoken
 */
record Captions(Set<Integer> silent, Set<Integer> opening, boolean timed) {

  private static final String ARROW = "-->";
  private static final String DASH = " - ";
  private static final int FEWEST_TIMES = 3;
  private static final Captions NONE = new Captions(Set.of(), Set.of(), false);

  static Captions of(List<SourceLine> lines) {
    Set<Integer> silent = new HashSet<>();
    Set<Integer> opening = new HashSet<>();
    boolean head = true;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text().strip();
      if (isTimes(text)) {
        silent.add(lines.get(i).number());
        boolean several = i + 2 < lines.size() && !isCaptionEnd(lines, i + 2);
        if (several) {
          opening.add(lines.get(i + 1).number());
        }
        head = false;
      } else if (i + 1 < lines.size() && isCounter(text) && isTimes(lines.get(i + 1).text())) {
        silent.add(lines.get(i).number());
      } else if (head && isHead(text, i)) {
        silent.add(lines.get(i).number());
      } else {
        head &= i == 0;
      }
    }
    if (silent.isEmpty()) {
      silent = clock(lines);
    }
    boolean timed = isTimed(lines);
    return silent.size() < 2
        ? timed ? new Captions(Set.of(), Set.of(), true) : NONE
        : new Captions(silent, opening, timed);
  }

  /** Whether three lines or more begin with rising times that words follow without a space. */
  private static boolean isTimed(List<SourceLine> lines) {
    int timed = 0;
    for (SourceLine line : lines) {
      String text = line.text().strip();
      int end = Lead.end(text);
      timed += end > 0 && Character.isDigit(text.charAt(text.charAt(0) == '[' ? 1 : 0)) ? 1 : 0;
    }
    return timed >= FEWEST_TIMES;
  }

  /** Three rising times or more that stand alone on their lines, as players print them. */
  private static Set<Integer> clock(List<SourceLine> lines) {
    Set<Integer> times = new HashSet<>();
    int before = -1;
    for (SourceLine line : lines) {
      String text = line.text().strip();
      if (text.length() <= 8 && Lead.time(text, 0) == text.length() && text.indexOf('.') < 0) {
        int seconds = 0;
        for (String part : text.split(":")) {
          seconds = seconds * 60 + Integer.parseInt(part);
        }
        if (seconds <= before) {
          return Set.of();
        }
        before = seconds;
        times.add(line.number());
      }
    }
    return times.size() < 3 ? Set.of() : times;
  }

  /** Whether there are any. */
  boolean isUsed() {
    return !silent.isEmpty();
  }

  private static boolean isCaptionEnd(List<SourceLine> lines, int at) {
    String text = lines.get(at).text();
    boolean counter =
        isCounter(text.strip()) && at + 1 < lines.size() && isTimes(lines.get(at + 1).text());
    return counter || isTimes(text);
  }

  /** Two times and an arrow between them: {@code 00:00:01,000 --> 00:00:03,500}. */
  private static boolean isTimes(String line) {
    String text = line.strip();
    int arrow = text.indexOf(ARROW);
    int dash = arrow < 0 ? text.indexOf(DASH) : -1;
    int end = arrow < 0 ? dash + DASH.length() : arrow + ARROW.length();
    return Math.max(arrow, dash) > 0
        && text.length() < 80
        && isTime(text.substring(0, Math.max(arrow, dash)).strip())
        && isTime(text.substring(end).strip().split("\\s", 2)[0]);
  }

  private static boolean isTime(String text) {
    return (text.indexOf(':') > 0 || text.indexOf(';') > 0)
        && text.chars().allMatch(c -> "0123456789:;.,".indexOf(c) >= 0);
  }

  /** The number of a caption, or its identifier, which has digits and no spaces. */
  private static boolean isCounter(String text) {
    return !text.isEmpty()
        && text.length() < 60
        && text.chars().anyMatch(Character::isDigit)
        && text.chars().allMatch(c -> "0123456789abcdefABCDEF-/".indexOf(c) >= 0);
  }

  private static boolean isHead(String text, int at) {
    return at == 0
        ? text.startsWith("WEBVTT")
        : text.startsWith("Kind: ") || text.startsWith("Language: ") || text.startsWith("NOTE");
  }
}
