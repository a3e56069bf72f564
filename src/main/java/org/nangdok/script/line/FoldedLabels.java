package org.nangdok.script.line;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.WhoReader;

/** Finds labels in the middle of a line, each where one line of the lost ones began or ended. */
final class FoldedLabels {

  private static final int MOST_CUTS = 600;
  private static final int LONGEST_NAME = 5;
  private static final int LONGEST_TAIL = 400;
  private static final int LONGEST_CALL = 20;
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_CLIP = 900;
  private static final int LONGEST_HEAD = 60;
  private static final int LONGEST_SPEAKER = 80;

  /** The times between which a caption is shown. */
  private static final Pattern TIMES =
      Pattern.compile(
          "\\d{1,2}[:;]\\d{2}[:;]\\d{2}[:;.,]\\d{2,3} ?(?:-->|-) ?\\d{1,2}[:;]\\d{2}[:;]\\d{2}[:;.,]\\d{2,3}");

  /** A tag of a line break. */
  static final Pattern BREAK = Pattern.compile("(?i)(?:<|&lt;)br ?/?(?:>|&gt;)");

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final KoreanNames names;
  private final Labels labels;
  private final QuestionMarks marks;

  FoldedLabels(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.reader = new WhoReader(lexicon);
    this.names = new KoreanNames(lexicon);
    this.labels = new Labels(lexicon, reader);
    this.marks = new QuestionMarks(lexicon);
  }

  /**
   * Adds to a set where a line is to be cut.
   *
   * @return how many labels were found
   */
  int cut(String text, Set<Integer> cuts) {
    int found = times(text, cuts) + breaks(text, cuts);
    Map<String, Integer> signed = new HashMap<>();
    int i = 0;
    while (i < text.length()) {
      if (cuts.size() > MOST_CUTS) {
        return 0; // nobody's transcript
      }
      int end = bracket(text, i, cuts);
      if (end == i) {
        end = glyph(text, i, cuts, signed);
      }
      if (end == i && isWordStart(text, i)) {
        end = Sentences.isBoundary(text, 0, i) ? prefix(text, i, cuts) : broadcast(text, i, cuts);
      }
      found += end > i ? 1 : 0;
      i = Math.max(end, i + 1);
    }
    if (found > 0) {
      tail(text, cuts);
      handOver(text, cuts);
    }
    return found;
  }

  /** Tags of line breaks that a page prints as text; what is cut off begins with them. */
  private static int breaks(String text, Set<Integer> cuts) {
    int found = 0;
    if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
      Matcher tag = BREAK.matcher(text);
      while (tag.find()) {
        cuts.add(tag.start());
        cuts.add(tag.end());
        found++;
      }
    }
    return found;
  }

  private int times(String text, Set<Integer> cuts) {
    int found = 0;
    if (text.indexOf(';') >= 0 || text.indexOf(':') >= 0) {
      Matcher times = TIMES.matcher(text);
      while (times.find()) {
        int word = found > 0 ? -1 : text.substring(0, times.start()).strip().lastIndexOf(' ');
        String before = word < 0 ? "" : text.substring(word, times.start()).strip();
        if (before.endsWith(":")
            && lexicon.has(WordKind.HEADING, before.substring(0, before.length() - 1))) {
          cuts.add(word);
        }
        cuts.add(times.start());
        cuts.add(times.end());
        found++;
      }
    }
    return found;
  }

  /** One past a bracket that is a label or holds a clip; the position itself if none does. */
  private int bracket(String text, int i, Set<Integer> cuts) {
    char c = text.charAt(i);
    if (lexicon.closer(c) == 0 && !(c == '&' && text.startsWith("&lt;", i))) {
      return i;
    }
    int limit = Math.min(text.length(), i + LONGEST_CLIP);
    boolean closed = c != '&' || text.substring(i, limit).contains("&gt;");
    Group group = closed ? Group.at(text, i, limit, lexicon) : null;
    if (group == null) {
      return i;
    }
    String content = group.content(text);
    boolean begins = !group.isRound() || Sentences.isBoundary(text, 0, i);
    if (!begins || content.isEmpty()) {
      return i;
    }
    Labels.Found found = content.length() <= LONGEST_WORD ? labels.read(content) : null;
    boolean dateline = found != null && i == 0 && found.who().name() != null;
    if (found != null && !dateline) {
      cuts.add(i);
      if (found.part().isOneShot()) {
        int speech = labels.after(found.part(), found.who(), text, group.end()).speech();
        if (speech == Prefix.skip(text, group.end()) && !Quotes.opens(at(text, speech))) {
          cuts.add(group.end());
        }
        return Math.max(speech, group.end());
      }
      cuts.add(group.end());
      return group.end();
    }
    if (c == '[' && content.length() <= LONGEST_NAME && names.isName(content)) {
      cuts.add(i);
      cuts.add(group.end());
      return group.end();
    }
    if (group.isRound() || !Sentences.isBoundary(text, 0, i)) {
      return i;
    }
    if (c == '[' || c == '【') {
      return clip(text, group, content, cuts);
    }
    return quoted(text, group, content, cuts);
  }

  private static char at(String text, int position) {
    return position < text.length() ? text.charAt(position) : 0;
  }

  private int clip(String text, Group group, String content, Set<Integer> cuts) {
    int colon = content.indexOf(':');
    String head = colon > 0 ? content.substring(0, colon).strip() : "";
    boolean spoken = colon > 0 && colon + 1 < content.length();
    boolean speaker =
        spoken
            && head.length() <= LONGEST_HEAD
            && !lexicon.has(WordKind.FIELD, head)
            && (head.indexOf('/') > 0
                || reader.isSpeaker(head)
                || Quotes.opens(content.substring(colon + 1).strip().charAt(0)));
    boolean quote = Quotes.opens(content.charAt(0)) && content.length() > 4;
    if (speaker || quote) {
      cuts.add(group.start());
      cuts.add(group.end());
      return group.end();
    }
    return quoted(text, group, content, cuts);
  }

  /** A speaker in brackets and a quotation behind: {@code <나다솜 / 어부> "추워요."}. */
  private int quoted(String text, Group group, String content, Set<Integer> cuts) {
    int open = Prefix.skip(text, group.end());
    boolean speaker =
        content.length() <= LONGEST_WORD
            && open < text.length()
            && Quotes.opens(text.charAt(open))
            && reader.isSpeaker(content);
    int close = speaker ? Quotes.close(text, open, text.length()) : -1;
    if (close < 0) {
      return group.start();
    }
    cuts.add(group.start());
    cuts.add(close + 1);
    return close + 1;
  }

  /** A sign before a field of a header, a speaker or a notice. */
  private int glyph(String text, int i, Set<Integer> cuts, Map<String, Integer> signed) {
    char c = text.charAt(i);
    boolean sign = lexicon.isGlyph(c) || "*※".indexOf(c) >= 0;
    if (!sign || i > 0 && !Sentences.isSpace(text.charAt(i - 1))) {
      return i;
    }
    int word = Prefix.skip(text, i + 1);
    if (word >= text.length() || lexicon.isGlyph(text.charAt(word))) {
      return i; // a row of signs
    }
    Prefix prefix = Prefix.at(text, i, lexicon);
    if (prefix == null || prefix.raw().length() > LONGEST_WORD || !prefix.isColon()) {
      return i;
    }
    Set<WordKind> kinds = lexicon.kinds(prefix.raw());
    boolean header =
        kinds.contains(WordKind.HEADER_HOST)
            || kinds.contains(WordKind.HEADER_GUEST)
            || kinds.contains(WordKind.HEADER_OTHER)
            || kinds.contains(WordKind.HEADER_REPORTER);
    boolean speaker = header || reader.isSpeaker(prefix.raw());
    if (!speaker) {
      return i;
    }
    signed.merge(prefix.raw(), 1, Integer::sum);
    cuts.add(i);
    return prefix.speech() > i ? prefix.speech() : i;
  }

  /** A known word or a name in capitals before a colon, or a letter that marks a question. */
  private int prefix(String text, int i, Set<Integer> cuts) {
    QuestionMarks.Mark letter = marks.letter(text, i);
    if (letter != null) {
      cuts.add(i);
      return letter.speech();
    }
    Prefix prefix = Prefix.at(text, i, lexicon);
    if (prefix == null || prefix.raw().length() > LONGEST_SPEAKER) {
      return i;
    }
    String raw = prefix.raw();
    boolean known =
        raw.length() <= LONGEST_WORD
            && !lexicon.has(WordKind.FIELD, raw)
            && labels.read(raw) != null
            && (prefix.delimiter() != ')' || raw.length() <= LONGEST_WORD / 3);
    if (!known && !(prefix.isColon() && isInCapitals(raw))) {
      return i;
    }
    cuts.add(i);
    return prefix.speech();
  }

  /** A word of a broadcast and a colon or {@code >}, which need no stop before them. */
  private int broadcast(String text, int i, Set<Integer> cuts) {
    int end = i;
    while (end < text.length()
        && end - i < LONGEST_NAME + 1
        && Character.isLetter(text.charAt(end))) {
      end++;
    }
    int sign = Prefix.skip(text, end);
    boolean signed = sign < text.length() && (text.charAt(sign) == ':' || text.charAt(sign) == '>');
    Part part = signed && end > i + 1 ? Part.of(lexicon.kinds(text.substring(i, end))) : null;
    if (part == null || part == Part.QUESTION || part == Part.ANSWER) {
      return i;
    }
    int before = i - 1;
    while (before > 0 && Sentences.isSpace(text.charAt(before))) {
      before--;
    }
    cuts.add(before >= 0 && lexicon.isGlyph(text.charAt(before)) ? before : i);
    return Prefix.skip(text, sign + 1);
  }

  /** Whether a label begins with a name in capitals: {@code NELL HARKER, FERRY OWNER}. */
  private static boolean isInCapitals(String raw) {
    int end = 0;
    while (end < raw.length() && raw.charAt(end) != ',' && raw.charAt(end) != '(') {
      end++;
    }
    String name = raw.substring(0, end).strip();
    return name.length() > 2 && Cuts.isCapitals(name) && Character.isUpperCase(name.charAt(0));
  }

  private static boolean isWordStart(String text, int i) {
    return Character.isLetter(text.charAt(i))
        && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
  }

  /** Cuts behind the sentence that calls a reporter whom no label announces. */
  private void handOver(String text, Set<Integer> cuts) {
    for (String pattern : lexicon.texts(WordKind.HAND_OVER)) {
      String title = pattern.replace("{}", "");
      int at = text.indexOf(title);
      int stop = at < 0 ? -1 : text.indexOf('.', at);
      if (pattern.startsWith("{}") && stop > 0 && stop - at <= LONGEST_CALL) {
        cuts.add(stop + 1);
        return;
      }
    }
  }

  /** Cuts before a sign that nothing but a page's own words follow. */
  private void tail(String text, Set<Integer> cuts) {
    int first = Math.max(text.length() / 2, text.length() - LONGEST_TAIL);
    for (int i = text.length() - 1; i > first; i--) {
      boolean sign = lexicon.isGlyph(text.charAt(i)) || "*※".indexOf(text.charAt(i)) >= 0;
      if (sign
          && Sentences.isSpace(text.charAt(i - 1))
          && Sentences.isBoundary(text, 0, i)
          && PageLines.isTail(text.substring(i))) {
        cuts.add(i);
        return;
      }
    }
  }
}
