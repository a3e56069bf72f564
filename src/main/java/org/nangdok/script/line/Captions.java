package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.convention.Sentences;

/**
 * What captions have around their words: the head, counters and times of WebVTT, SubRip and exports
 * of meetings, and times alone on their lines, as players print them.
 *
 * @param silent the numbers of the lines that hold nothing else
 * @param opening the numbers of lines that begin a caption of several lines
 * @param spoken the numbers of the lines below times
 * @param timed the first of the lines that begin with the times at which they are spoken; -1 if
 *     none do
 */
record Captions(Set<Integer> silent, Set<Integer> opening, Set<Integer> spoken, int timed) {

  private static final String ARROW = "-->";
  private static final String DASH = " - ";
  private static final int FEWEST_TIMES = 3;
  private static final int LONGEST_SHORT_TIME = 5;
  private static final int UNREAD = -1;
  private static final Captions NONE = new Captions(Set.of(), Set.of(), Set.of(), -1);

  /**
   * @param unread lines that another room has dropped, numbered as the last line before each
   */
  static Captions of(List<SourceLine> lines, List<SourceLine> unread) {
    List<SourceLine> all = merged(lines, unread);
    Set<Integer> silent = new HashSet<>();
    Set<Integer> opening = new HashSet<>();
    Set<Integer> spoken = new HashSet<>();
    boolean head = true;
    for (int i = 0; i < all.size(); i++) {
      SourceLine line = all.get(i);
      String text = line.text().strip();
      boolean dash = text.equals("-") && !silent.isEmpty() && i + 1 < all.size();
      if (isTimes(text) || dash) {
        silent.add(line.number());
        if (i + 1 < all.size()) {
          spoken.add(all.get(i + 1).number());
        }
        if (i + 2 < all.size() && !isCaptionEnd(all, i + 2)) {
          opening.add(all.get(i + 1).number());
        }
        head = false;
      } else if (i + 1 < all.size() && isCounter(text) && isTimes(all.get(i + 1).text())) {
        silent.add(line.number());
      } else if (head && isHead(text, i)) {
        silent.add(line.number());
      } else {
        head &= i == 0;
      }
    }
    if (silent.isEmpty()) {
      silent = clock(lines);
      opening.addAll(named(lines, silent));
      silent.addAll(controls(lines, silent));
    }
    int timed = firstTimed(lines);
    return opening.isEmpty() && silent.size() < 2
        ? timed < 0 ? NONE : new Captions(Set.of(), Set.of(), Set.of(), timed)
        : new Captions(silent, opening, spoken, timed);
  }

  /** All lines in order; those that another room has dropped without a number. */
  private static List<SourceLine> merged(List<SourceLine> lines, List<SourceLine> unread) {
    List<SourceLine> all = new ArrayList<>();
    int next = 0;
    for (SourceLine line : lines) {
      while (next < unread.size() && unread.get(next).number() < line.number()) {
        all.add(new SourceLine(UNREAD, unread.get(next++).text()));
      }
      all.add(line);
    }
    return all;
  }

  /** The line from which on most lines begin with rising times and go on; -1 if they don't. */
  private static int firstTimed(List<SourceLine> lines) {
    int timed = 0;
    int first = -1;
    int before = -1;
    int since = 0;
    for (SourceLine line : lines) {
      String text = line.text().strip();
      int start = text.startsWith("[") ? 1 : 0;
      int end = Lead.time(text, start);
      since += first < 0 ? 0 : 1;
      if (end > 0 && end < text.length() && isMark(text, start, end)) {
        int seconds = seconds(text.substring(start, end));
        if (seconds < before) {
          return -1;
        }
        before = seconds;
        since += first < 0 ? 1 : 0;
        first = first < 0 ? line.number() : first;
        timed++;
      }
    }
    return timed >= FEWEST_TIMES && timed * 3 >= since * 2 ? first : -1;
  }

  /** Whether a time is one of a recording: long, in brackets, or glued to a word. */
  private static boolean isMark(String text, int start, int end) {
    return start > 0 || end > LONGEST_SHORT_TIME || Character.isLetter(text.charAt(end));
  }

  private static int seconds(String time) {
    int seconds = 0;
    for (String part : time.split(":")) {
      int stop = part.indexOf('.');
      seconds = seconds * 60 + Integer.parseInt(stop < 0 ? part : part.substring(0, stop));
    }
    return seconds;
  }

  /** Three rising times or more that stand alone on their lines, as players print them. */
  private static Set<Integer> clock(List<SourceLine> lines) {
    Set<Integer> times = new HashSet<>();
    int before = -1;
    for (SourceLine line : lines) {
      String text = unwrapped(line.text().strip());
      if (!text.isEmpty()
          && text.length() <= 8
          && Lead.time(text, 0) == text.length()
          && text.indexOf('.') < 0) {
        int seconds = seconds(text);
        if (seconds <= before) {
          return new HashSet<>();
        }
        before = seconds;
        times.add(line.number());
      }
    }
    return times.size() < FEWEST_TIMES ? new HashSet<>() : times;
  }

  /** A time without what is printed around it: brackets, a bullet, the half of the day. */
  private static String unwrapped(String text) {
    int start = 0;
    while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    int end = text.length();
    while (end > start && !Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    String half = text.substring(end).strip();
    boolean whole =
        half.length() < 2 || half.length() == 2 && half.chars().allMatch(Character::isUpperCase);
    return whole ? text.substring(start, end) : text;
  }

  /** The lines below times that are no sentences and that others follow: who speaks. */
  private static Set<Integer> named(List<SourceLine> lines, Set<Integer> times) {
    Set<Integer> named = new HashSet<>();
    for (int i = 1; i + 1 < lines.size(); i++) {
      boolean below = times.contains(lines.get(i - 1).number());
      boolean above = times.contains(lines.get(i + 1).number());
      if (below && !above && !Sentences.ends(lines.get(i).text())) {
        named.add(lines.get(i).number());
      }
    }
    return named;
  }

  /** The lines above times, always the same: what a player offers to press. */
  private static Set<Integer> controls(List<SourceLine> lines, Set<Integer> times) {
    Map<String, Set<Integer>> above = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i + 1 == lines.size();
      if (last || times.contains(lines.get(i + 1).number())) {
        above
            .computeIfAbsent(lines.get(i).text().strip(), t -> new HashSet<>())
            .add(lines.get(i).number());
      }
    }
    Set<Integer> controls = new HashSet<>();
    above.forEach(
        (text, where) -> controls.addAll(where.size() >= FEWEST_TIMES ? where : Set.of()));
    return controls;
  }

  /** Whether a line stands above the first time. */
  boolean isAbove(int line) {
    int first = timed;
    for (int time : silent) {
      first = first < 0 ? time : Math.min(first, time);
    }
    return line < first;
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
