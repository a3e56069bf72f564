package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.Speech;
import org.nangdok.script.convention.WordKind;

/**
 * Labels that only the document's own repetition shows: most lines begin with a short text and the
 * same sign, or with a short text before a quotation that fills the line, and such texts recur.
 */
final class InducedLabels {

  /** What stands behind many words and labels nobody by itself. */
  private static final String OTHER_SIGNS = ".,?!:;()[]{}<>。、，：；？！（）「」『』【】…'’\"“”-&";

  /** Signs in place of letters that aren't told. */
  private static final String MASKS = "[○△□◇*]";

  private static final int LONGEST_BEFORE_SIGN = 8;
  private static final int LONGEST_BEFORE_QUOTE = 12;
  private static final char FIRST_EAST_ASIAN = '\u1100';
  private static final int MOST_ABOVE = 12;
  private static final int LONGEST_BEFORE_COLON = 25;
  private static final int FEWEST = 4;
  private static final int MOST_NAMES = 3;
  private static final int LONGEST_BEFORE_STOP = 40;
  private static final int LONGEST_ABBREVIATION = 3;

  /**
   * A label.
   *
   * @param head the printed text
   * @param speech where the words begin
   */
  record Found(String head, int speech) {}

  private InducedLabels() {}

  /**
   * The names that captions begin with: each caption begins with one of two or more words in
   * capitals, each of which comes back.
   *
   * @param opening the numbers of the lines that begin captions
   */
  static Map<Integer, Found> ofCaptions(List<SourceLine> lines, Set<Integer> opening) {
    Map<Integer, Found> found = new HashMap<>();
    Map<String, Integer> heads = new HashMap<>();
    for (SourceLine line : lines) {
      if (opening.contains(line.number())) {
        String text = line.text();
        int space = text.indexOf(' ');
        if (space < 2
            || text.indexOf(':') > 0
            || !Character.isUpperCase(text.charAt(0))
            || Sentences.ends(text.substring(0, space))) {
          return Map.of();
        }
        found.put(line.number(), new Found(text.substring(0, space), space + 1));
        heads.merge(text.substring(0, space), 1, Integer::sum);
      }
    }
    boolean recurring = heads.values().stream().allMatch(count -> count > 1);
    return recurring && heads.size() > 1 && found.size() >= FEWEST ? found : Map.of();
  }

  /** The labels by the numbers of their lines; empty if the lines show none. */
  static Map<Integer, Found> of(List<SourceLine> lines, Lexicon lexicon) {
    for (char sign : ("\"" + signs(lines, lexicon)).toCharArray()) {
      Map<Integer, Found> found = new HashMap<>();
      Map<String, Integer> heads = new HashMap<>();
      int all = 0;
      for (SourceLine line : lines) {
        Found label = sign == '"' ? quoted(line.text()) : signed(line.text(), sign, lexicon);
        boolean speech =
            !line.text().isBlank() && Group.whole(line.text().strip(), lexicon) == null;
        all += speech && (label != null || !found.isEmpty()) ? 1 : 0;
        if (label != null) {
          found.put(line.number(), label);
          heads.merge(label.head(), 1, Integer::sum);
        }
      }
      Set<String> recurring = new HashSet<>(heads.keySet());
      recurring.removeIf(head -> heads.getOrDefault(head, 0) < 2);
      if (found.size() >= FEWEST
          && found.size() * 2 > all
          && recurring.size() > 1
          && heads.size() * 2 <= found.size()) {
        return found;
      }
    }
    Map<Integer, Found> wrapped = wrapped(lines, lexicon);
    if (!wrapped.isEmpty()) {
      return wrapped;
    }
    Map<Integer, Found> cast = ofCast(lines);
    cast = cast.isEmpty() ? directed(lines, lexicon) : cast;
    return cast.isEmpty() ? printedOnce(lines, lexicon) : cast;
  }

  /**
   * Short texts in brackets, or words behind times, that begin most lines and come back, behind
   * which somebody speaks: {@code [누리] 언제 왔어요?}, {@code 09:12 누리 언제 왔어요?}
   */
  private static Map<Integer, Found> wrapped(List<SourceLine> lines, Lexicon lexicon) {
    Map<Integer, Found> found = new HashMap<>();
    Map<String, Integer> heads = new HashMap<>();
    int all = 0;
    int said = 0;
    Set<String> names = afterTimes(lines, lexicon);
    for (SourceLine line : lines) {
      String text = line.text();
      all += text.isBlank() ? 0 : 1;
      Found label = wrapped(text, names, lexicon);
      if (label != null) {
        int speech = label.speech();
        found.put(line.number(), label);
        heads.merge(label.head(), 1, Integer::sum);
        String words = text.substring(speech);
        boolean whole = Sentences.ends(words) && clock(text) > 0;
        said += whole || Sentences.asks(words) || Speech.isSpoken(words, lexicon) ? 1 : 0;
      }
    }
    long recurring = heads.values().stream().filter(count -> count > 1).count();
    boolean labels = found.size() >= FEWEST && found.size() * 2 > all && recurring > 1;
    return labels && said * 2 > found.size() && heads.size() * 2 <= found.size() ? found : Map.of();
  }

  /** Two or three words in capital letters that stand behind more than one time. */
  private static Set<String> afterTimes(List<SourceLine> lines, Lexicon lexicon) {
    Map<String, Integer> heads = new HashMap<>();
    for (SourceLine line : lines) {
      int start = Lead.timed(line.text());
      Prefix prefix = start > 0 ? Prefix.at(line.text(), start, lexicon) : null;
      boolean labelled = prefix != null && prefix.isColon();
      String[] words = line.text().substring(start).split(" ", MOST_NAMES + 1);
      String head = "";
      for (int i = 0; start > 0 && !labelled && i + 1 < words.length && startsHigh(words[i]); i++) {
        head += (i == 0 ? "" : " ") + words[i];
        heads.merge(head, i == 0 ? 0 : 1, Integer::sum);
      }
    }
    heads.values().removeIf(count -> count < 2);
    return heads.keySet();
  }

  private static boolean startsHigh(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /** Where the time stands that follows the first words of a line; 0 if none does. */
  private static int clock(String text) {
    int i = text.isEmpty() || !Character.isLetter(text.charAt(0)) ? text.length() : 0;
    while (i < text.length() && i <= LONGEST_BEFORE_COLON) {
      if (i > 0 && text.charAt(i - 1) == ' ' && Lead.time(text, i) > 0) {
        return i;
      }
      i++;
    }
    return 0;
  }

  /** The longest of some names that a text has at a position; the next word if it has none. */
  private static int nameEnd(String text, int start, Set<String> names) {
    int end = text.indexOf(' ', start);
    for (String name : names) {
      end = text.startsWith(name + " ", start) ? Math.max(end, start + name.length()) : end;
    }
    return end;
  }

  /** The short text in brackets, or the words behind a time, that a line begins with. */
  private static @Nullable Found wrapped(String text, Set<String> names, Lexicon lexicon) {
    int start = Lead.timed(text);
    if (start >= text.length()) {
      return null;
    }
    int clock = clock(text);
    if (clock > 0) {
      int end = Prefix.skip(text, Lead.time(text, clock));
      String name = text.substring(0, clock).strip();
      return end < text.length() && Character.isUpperCase(name.charAt(0)) && !Sentences.ends(name)
          ? new Found(name, end)
          : null;
    }
    Group group = Group.at(text, start, text.length(), lexicon);
    int space = nameEnd(text, start, names);
    boolean word = group == null && start > Prefix.skip(text, 0) && space > 0;
    String head = group != null ? group.content(text) : word ? text.substring(start, space) : "";
    int behind = Prefix.skip(text, group != null ? group.end() : Math.max(space, 0));
    int speech = behind + Lead.end(text.substring(behind));
    boolean label =
        (names.contains(head) || isHead(head.replaceAll(MASKS, ""), LONGEST_BEFORE_QUOTE))
            && Part.of(lexicon.kinds(head)) == null
            && !lexicon.has(WordKind.ACTION, head)
            && !lexicon.has(WordKind.CUE, head)
            && speech < text.length();
    return label ? new Found(head, speech) : null;
  }

  /**
   * Names of people whom the lines above print, before the words of most lines below, though no
   * sign stands behind them.
   */
  private static Map<Integer, Found> ofCast(List<SourceLine> lines) {
    Set<String> cast = new LinkedHashSet<>();
    Map<Integer, Found> found = new HashMap<>();
    Map<String, Integer> heads = new HashMap<>();
    List<String> longest = List.of();
    int below = 0;
    int above = 0;
    for (SourceLine line : lines) {
      Found head = cast(line.text(), longest);
      if (head != null) {
        found.put(line.number(), head);
        heads.merge(head.head(), 1, Integer::sum);
      } else if (above++ < MOST_ABOVE && found.isEmpty() && !Sentences.ends(line.text())) {
        for (String name : line.text().split("[:：,，、·・/()（） ]+")) {
          cast.add(name);
        }
        cast.addAll(List.of(line.text().split("[:：,，、·・/()（）]+ *")));
        longest = new ArrayList<>(cast);
        longest.sort(Comparator.comparingInt(String::length).reversed());
      }
      below += found.isEmpty() || line.text().isBlank() ? 0 : 1;
    }
    boolean recurring = heads.values().stream().anyMatch(count -> count > 1);
    return found.size() >= FEWEST && heads.size() > 1 && recurring && found.size() * 2 > below
        ? found
        : Map.of();
  }

  /** The name of the cast, or how it begins, that a line of an East Asian script begins with. */
  private static @Nullable Found cast(String text, List<String> longest) {
    for (String name : longest) {
      for (int end = name.length(); end >= 2; end--) {
        String head = name.substring(0, end);
        boolean whole = end == name.length() || NameShape.isHan(head);
        if (!whole || head.charAt(0) < FIRST_EAST_ASIAN) {
          break;
        }
        if (end <= LONGEST_BEFORE_QUOTE
            && text.length() > end + 1
            && text.startsWith(head)
            && Sentences.isSpace(text.charAt(end))) {
          int speech = Prefix.skip(text, end);
          boolean sign = speech + 1 < text.length() && text.charAt(speech) == '|';
          return new Found(head, sign ? Prefix.skip(text, speech + 1) : speech);
        }
      }
    }
    return null;
  }

  /**
   * The words of a play that begin every line, come back and have directions in brackets behind
   * them here and there: {@code 누리 (웃으며) 언제 왔어?}
   */
  private static Map<Integer, Found> directed(List<SourceLine> lines, Lexicon lexicon) {
    Map<Integer, Found> found = new HashMap<>();
    Map<String, Integer> heads = new HashMap<>();
    int directions = 0;
    int others = 0;
    for (SourceLine line : lines) {
      String text = line.text();
      int space = text.indexOf(' ');
      String head = space < 0 ? "" : text.substring(0, space);
      int speech = Prefix.skip(text, space + 1);
      if (isHead(head, LONGEST_BEFORE_SIGN) && speech < text.length()) {
        Group group = Group.at(text, speech, text.length(), lexicon);
        boolean direction = group != null && group.isRound() && group.end() < text.length();
        directions += direction ? 1 : 0;
        speech = group != null && direction ? Prefix.skip(text, group.end()) : speech;
        found.put(line.number(), new Found(head, speech));
        heads.merge(head, 1, Integer::sum);
      } else if (!found.isEmpty()
          && !text.isBlank()
          && Group.whole(text.strip(), lexicon) == null) {
        others++;
      }
    }
    boolean recurring = heads.values().stream().allMatch(count -> count > 1);
    boolean play = recurring && directions > 1 && others == 0 && heads.size() > 1;
    return play && found.size() >= FEWEST ? found : Map.of();
  }

  /**
   * The labels of a question and its answer that are printed before the first of each only, given
   * to the questions and answers in turn below.
   */
  private static Map<Integer, Found> printedOnce(List<SourceLine> lines, Lexicon lexicon) {
    List<SourceLine> said = lines.stream().filter(line -> !line.text().isBlank()).toList();
    int at = 0;
    while (at + FEWEST <= said.size() && !isFirstPair(said, at, lexicon)) {
      at++;
    }
    if (at + FEWEST > said.size()) {
      return Map.of();
    }
    Map<Integer, Found> found = new HashMap<>();
    List<Found> heads = new ArrayList<>();
    for (int i = at; i < said.size(); i++) {
      String text = said.get(i).text();
      Found head = colon(text, lexicon);
      boolean asks = (i - at) % 2 == 0;
      if (Sentences.asks(text) != asks || i > at + 1 && head != null) {
        return Map.of();
      }
      heads.add(head == null ? new Found(heads.get((i - at) % 2).head(), 0) : head);
      found.put(said.get(i).number(), heads.getLast());
    }
    return found;
  }

  /** Whether a labelled question and its labelled answer, and another pair, stand there. */
  private static boolean isFirstPair(List<SourceLine> said, int at, Lexicon lexicon) {
    Found asker = colon(said.get(at).text(), lexicon);
    Found answerer = colon(said.get(at + 1).text(), lexicon);
    return asker != null
        && answerer != null
        && !asker.head().equals(answerer.head())
        && Sentences.asks(said.get(at).text())
        && Sentences.ends(said.get(at + 1).text());
  }

  private static @Nullable Found colon(String text, Lexicon lexicon) {
    Prefix prefix = Prefix.at(text, 0, lexicon);
    boolean label =
        prefix != null
            && prefix.isColon()
            && isHead(prefix.raw(), LONGEST_BEFORE_COLON)
            && (Character.isUpperCase(prefix.raw().charAt(0)) || prefix.raw().indexOf(' ') < 0)
            && Part.of(lexicon.kinds(prefix.raw())) == null
            && !lexicon.has(WordKind.FIELD, prefix.raw())
            && prefix.speech() < text.length();
    return prefix != null && label ? new Found(prefix.raw(), prefix.speech()) : null;
  }

  /** The signs that stand behind the first word or two of several lines. */
  private static String signs(List<SourceLine> lines, Lexicon lexicon) {
    Map<Character, Integer> counts = new TreeMap<>();
    for (SourceLine line : lines) {
      String text = line.text().substring(afterSymbols(line.text()));
      int at = 0;
      while (at < text.length()
          && at <= LONGEST_BEFORE_SIGN
          && (Character.isLetter(text.charAt(at)) || text.charAt(at) == ' ')) {
        at++;
      }
      boolean word = at > 0 && at <= LONGEST_BEFORE_SIGN;
      if (stop(text, lexicon) > 0) {
        counts.merge('.', 1, Integer::sum);
      }
      at = text.startsWith(". ", at) ? at + 2 : at; // LE MAIRE. — …
      boolean sign =
          word
              && at < text.length()
              && !Character.isWhitespace(text.charAt(at))
              && !Character.isLetterOrDigit(text.charAt(at))
              && OTHER_SIGNS.indexOf(text.charAt(at)) < 0
              && text.indexOf(text.charAt(at), at + 1) < 0; // a table's has several
      if (sign) {
        counts.merge(text.charAt(at), 1, Integer::sum);
      }
    }
    StringBuilder signs = new StringBuilder();
    counts.forEach((sign, count) -> signs.append(count < FEWEST ? "" : sign));
    return signs.toString();
  }

  private static @Nullable Found signed(String text, char sign, Lexicon lexicon) {
    int start = afterSymbols(text);
    int at = sign == '.' ? stop(text, lexicon) : text.indexOf(sign, start);
    String head = at <= start ? "" : StringUtils.removeEnd(text.substring(start, at).strip(), ".");
    return (sign == '.' || isHead(head, LONGEST_BEFORE_SIGN))
            && !head.isEmpty()
            && at + 1 < text.length()
        ? new Found(head, Prefix.skip(text, at + 1))
        : null;
  }

  /** Where a line begins behind signs such as {@code ▲}. */
  private static int afterSymbols(String text) {
    int i = 0;
    while (i < text.length() && Character.getType(text.charAt(i)) == Character.OTHER_SYMBOL) {
      i = Prefix.skip(text, i + 1);
    }
    return i;
  }

  /** Where the first words of a line stop that no abbreviation ends; 0 if nowhere near. */
  private static int stop(String text, Lexicon lexicon) {
    int at = HearingLabel.at(text, 0, lexicon) == null ? text.indexOf(". ") : 0;
    while (at > 0 && at <= LONGEST_BEFORE_STOP) {
      int word = text.lastIndexOf(' ', at - 1) + 1;
      if (at - word > LONGEST_ABBREVIATION) {
        boolean high = Character.isUpperCase(text.charAt(0));
        return high && text.substring(0, at).chars().noneMatch(Character::isDigit) ? at : 0;
      }
      at = text.indexOf(". ", at + 1);
    }
    return 0;
  }

  private static @Nullable Found quoted(String text) {
    int at = 0;
    while (at < text.length() && at <= LONGEST_BEFORE_QUOTE && !Quotes.opens(text.charAt(at))) {
      at++;
    }
    if (at < 1 || at >= text.length() || !Quotes.opens(text.charAt(at))) {
      return null;
    }
    String head = text.substring(0, at).strip();
    char last = text.charAt(text.length() - 1);
    boolean whole = Quotes.closes(text.charAt(at), last) || last == '\'';
    return whole && isHead(head, LONGEST_BEFORE_QUOTE) ? new Found(head, at) : null;
  }

  private static boolean isHead(String head, int longest) {
    return !head.isEmpty()
        && head.length() <= longest
        && !Sentences.ends(head)
        && head.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ');
  }
}
