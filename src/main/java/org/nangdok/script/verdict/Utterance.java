package org.nangdok.script.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;
import org.nangdok.script.person.Who;

/**
 * A label and the words up to the next label.
 *
 * @param line the number of the label's line
 * @param rule what found the label
 * @param part what the label announces
 * @param who whom it prints
 * @param key the same for labels of the same speaker
 * @param words the words, line by line
 * @param quoted whether its first words stand in quotation marks
 * @param alone whether nothing else stands on the label's line
 */
record Utterance(
    int line,
    Rule rule,
    Part part,
    Who who,
    String key,
    List<String> words,
    boolean quoted,
    boolean alone) {

  private static final int OPENING = 6;

  Utterance {
    words = List.copyOf(words);
  }

  /** The words that follow on each label of a document. */
  static List<Utterance> of(List<Token> tokens, List<SourceLine> lines) {
    Map<Integer, String> texts = new HashMap<>();
    lines.forEach(line -> texts.put(line.number(), line.text()));
    List<Utterance> found = new ArrayList<>();
    Token label = null;
    List<String> words = new ArrayList<>();
    boolean quoted = false;
    for (Token token : tokens) {
      switch (token) {
        case Token.Label next -> {
          add(label, words, quoted, found);
          label = next.part() == Part.TAPE || next.part() == Part.TAPE_END ? null : next;
          words.clear();
        }
        case Token.Clip clip -> {
          add(label, words, quoted, found);
          label = null;
          words.clear();
          clip.words().forEach(one -> words.add(text(one.start(), one.end(), one.line(), texts)));
          add(
              clip,
              words,
              !clip.words().isEmpty() && isQuoted(clip.words().getFirst(), texts),
              found);
          words.clear();
        }
        case Token.Words one -> {
          quoted = words.isEmpty() ? isQuoted(one, texts) : quoted;
          words.add(text(one.start(), one.end(), one.line(), texts));
        }
        case Token.Aside one -> words.add(text(one.start(), one.end(), one.line(), texts));
        case Token.Silent silent -> {
          // what nobody says tells nothing about who speaks
        }
      }
    }
    add(label, words, quoted, found);
    return found;
  }

  private static String text(int start, int end, int line, Map<Integer, String> texts) {
    return texts.getOrDefault(line, "").substring(start, end);
  }

  private static boolean isQuoted(Token.Words words, Map<Integer, String> texts) {
    String line = texts.getOrDefault(words.line(), "");
    boolean before = words.start() > 0 && Quotes.opens(line.charAt(words.start() - 1));
    return before || Quotes.opens(line.charAt(words.start()));
  }

  private static void add(
      @Nullable Token token, List<String> words, boolean quoted, List<Utterance> found) {
    if (token instanceof Token.Label label) {
      found.add(
          new Utterance(
              label.line(),
              label.rule(),
              label.part(),
              label.who(),
              key(label.part(), label.who(), found.size()),
              words,
              quoted && !words.isEmpty(),
              !label.speaks()));
    } else if (token instanceof Token.Clip clip) {
      String key = key(Part.INTERVIEW, clip.who(), 0);
      found.add(
          new Utterance(
              clip.line(), clip.rule(), Part.INTERVIEW, clip.who(), key, words, quoted, false));
    }
  }

  /** Marks of change are taken for two speakers in turn. */
  private static String key(Part part, Who who, int before) {
    if (part == Part.CHANGE) {
      return part.name() + before % 2;
    }
    String name = who.name();
    if (name != null) {
      boolean latin = name.charAt(0) < '\u0250';
      return latin ? name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT) : name;
    }
    return who.title() == null ? part.name() : who.title();
  }

  /** Its first lines: what stands far below a label may be anybody's. */
  List<String> opening() {
    return words.subList(0, Math.min(words.size(), OPENING));
  }

  /** All of its words as one text. */
  String text() {
    return String.join(" ", words);
  }
}
