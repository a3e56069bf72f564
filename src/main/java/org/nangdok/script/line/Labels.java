package org.nangdok.script.line;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Reads printed label texts, without their brackets or colons. */
final class Labels {

  private static final int LONGEST_SPEAKER = 60;
  private static final int MOST_WORDS = 4;

  /** A label's part and person, and where in the line its words begin. */
  record Found(Part part, Who who, int speech) {}

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final KoreanNames names;

  Labels(Lexicon lexicon, WhoReader reader) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.names = new KoreanNames(lexicon);
  }

  /** A label's text without remarks in round brackets and without a counting number. */
  static String bare(String raw) {
    int paren = raw.indexOf('(') < 0 ? raw.indexOf('（') : raw.indexOf('(');
    String text = (paren > 0 ? raw.substring(0, paren) : raw).strip();
    int end = text.length();
    while (end > 1
        && (Character.isDigit(text.charAt(end - 1))
            || text.charAt(end - 1) == '-' && end < text.length())) {
      end--;
    }
    return end > 1 ? text.substring(0, end) : text;
  }

  /** What a label's text announces; null if it isn't a label by itself. */
  @Nullable Found read(String raw) {
    String bare = bare(raw);
    Set<WordKind> kinds = lexicon.kinds(bare);
    Part part = Part.of(kinds);
    if (part != null) {
      Who who = reader.read(raw).withName(null).withTitle(bare).withGender(Part.gender(kinds));
      boolean numbered = bare.length() < raw.strip().length() && raw.indexOf('(') < 0;
      boolean guest = kinds.equals(EnumSet.of(WordKind.INTERVIEW, WordKind.HEADER_GUEST));
      String title = guest ? bare : titleOf(part, bare);
      return new Found(part, who.withTitle(numbered ? raw.strip() : title), 0);
    }
    int space = raw.indexOf(' ');
    Part first = space > 0 ? Part.of(lexicon.kinds(raw.substring(0, space))) : null;
    if (first == Part.INTERVIEW) {
      return new Found(first, reader.read(uncounted(unsigned(raw, space))), 0);
    }
    boolean inserted = space > 0 && lexicon.has(WordKind.CUE, raw.substring(0, space));
    if (inserted && raw.indexOf('/') > space && reader.isSpeaker(raw.substring(space + 1))) {
      return new Found(Part.INTERVIEW, reader.read(raw.substring(space + 1)), 0);
    }
    int last = raw.lastIndexOf(' ');
    Part behind = last > 0 ? Part.of(lexicon.kinds(raw.substring(last + 1))) : null;
    if (behind == Part.QUESTION || behind == Part.ANSWER) {
      String function = raw.substring(0, last).strip();
      boolean known = reader.isFunction(function) && reader.read(function).name() == null;
      return known ? new Found(behind, Who.NOBODY, 0) : null;
    }
    if ((first == Part.QUESTION || first == Part.ANSWER) && space > 1) {
      Who who = reader.read(raw.substring(space + 1));
      return who.name() == null ? null : new Found(first, who, 0);
    }
    Who who = reader.read(raw);
    Part byTitle = Survey.byTitle(who, lexicon);
    return byTitle == null ? null : new Found(byTitle, who, 0);
  }

  /** A short line without the signs around it: {@code # 앵커}, {@code ANC ▶}. */
  static String withoutSigns(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isSign(line.charAt(start))) {
      start++;
    }
    while (end > start && isSign(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  /** The word of such a line without the person in brackets behind it: {@code ==인터뷰(나다솜)==}. */
  static String word(String line) {
    String bare = withoutSigns(line);
    int open = bare.length() < line.length() && bare.endsWith(")") ? bare.indexOf('(') : -1;
    return open > 0 ? bare.substring(0, open).strip() : bare;
  }

  private static boolean isSign(char c) {
    boolean printed = c > 0x7f && Character.getType(c) == Character.OTHER_SYMBOL;
    return printed || c == '#' || c == '=' || Sentences.isSpace(c);
  }

  /** What stands behind a label's word and the colon after it. */
  private static String unsigned(String raw, int space) {
    String rest = raw.substring(space + 1);
    return rest.startsWith(":") || rest.startsWith("：") ? rest.substring(1).strip() : rest;
  }

  /** A speaker without the number of the clip: {@code 3 Ute Sand}. */
  private static String uncounted(String speaker) {
    int i = 0;
    while (i < speaker.length() && Character.isDigit(speaker.charAt(i))) {
      i++;
    }
    return i > 0 && i < speaker.length() && speaker.charAt(i) == ' '
        ? speaker.substring(i + 1)
        : speaker;
  }

  private static @Nullable String titleOf(Part part, String bare) {
    return part == Part.NARRATOR || part == Part.LIVE_REPORTER ? bare : null;
  }

  /**
   * The person printed after a label for an interview, such as {@code ◀INT▶황두남/목격자 "…"}.
   *
   * @param from one past the label
   */
  Found after(Part part, Who label, String text, int from) {
    int start = from;
    while (start < text.length()
        && (Sentences.isSpace(text.charAt(start)) || ":：>▶".indexOf(text.charAt(start)) >= 0)) {
      start++;
    }
    start = directed(text, start);
    if (start >= text.length()) {
      return new Found(part, label, text.length());
    }
    Group group = Group.at(text, start, Math.min(text.length(), start + LONGEST_SPEAKER), lexicon);
    if (group != null && !Sentences.ends(group.content(text))) {
      int speech = Prefix.skip(text, group.end());
      if (speech < text.length() && ":：>".indexOf(text.charAt(speech)) >= 0) {
        speech = Prefix.skip(text, speech + 1);
      }
      return new Found(part, merged(label, group.content(text)), speech);
    }
    int limit = Math.min(text.length(), start + LONGEST_SPEAKER);
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (Quotes.opens(c)) {
        return i == start || Sentences.ends(text.substring(start, i))
            ? new Found(part, label, start)
            : new Found(part, merged(label, trimmed(text.substring(start, i))), i);
      }
      if (c == ':' || c == '：') {
        String head = text.substring(start, i);
        return Sentences.ends(head)
            ? new Found(part, label, start)
            : new Found(part, merged(label, head), Prefix.skip(text, i + 1));
      }
      if (c == '.' || c == '?' || c == '!') {
        return new Found(part, label, start);
      }
    }
    String rest = text.substring(start);
    boolean speaker =
        rest.length() <= 40
            && !Sentences.ends(rest)
            && rest.indexOf(',') < 0
            && (rest.indexOf('/') > 0 || reader.isSpeaker(rest) || isNameAndFunction(rest));
    Who who = speaker ? merged(label, rest) : label;
    int name = rest.indexOf(' ');
    return speaker
        ? new Found(
            part,
            who.name() == null && isNameAndFunction(rest)
                ? who.withName(rest.substring(0, name)).withTitle(rest.substring(name + 1))
                : who,
            text.length())
        : new Found(part, label, start);
  }

  /** Whether two or three words begin with a name, so that the others are a function. */
  private boolean isNameAndFunction(String text) {
    String[] words = text.split(" ");
    return words.length > 1
        && words.length <= MOST_WORDS
        && names.isName(words[0])
        && !lexicon.has(WordKind.ROLE, words[words.length - 1])
        && text.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  /** Where the speaker begins behind directions: {@code (인터뷰)- (수퍼)-나다솜}. */
  private int directed(String text, int from) {
    int start = from;
    while (start < text.length()) {
      int at = text.charAt(start) == '-' ? Prefix.skip(text, start + 1) : start;
      Group group =
          at < text.length() && text.charAt(at) == '('
              ? Group.at(text, at, Math.min(text.length(), at + LONGEST_SPEAKER), lexicon)
              : null;
      if (group == null || !lexicon.has(WordKind.CUE, group.content(text))) {
        return start > from && at > start ? at : start;
      }
      start = Prefix.skip(text, group.end());
    }
    return start;
  }

  private Who merged(Who label, String printed) {
    Who who = reader.read(printed);
    return who.withStyle(who.style() == null ? label.style() : who.style());
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0
        && (Sentences.isSpace(text.charAt(end - 1)) || ":：-".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return text.substring(0, end);
  }
}
