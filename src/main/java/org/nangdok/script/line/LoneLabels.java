package org.nangdok.script.line;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Strings;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/**
 * Labels that stand alone on their lines without brackets: a name with a time ({@code 참석자 1
 * 00:03}), a name and a function ({@code 김가람 앵커}), a name in capitals, a name and a colon. One such
 * line proves nothing; several of one article do.
 */
final class LoneLabels {

  private static final int LONGEST = 40;
  private static final int LONGEST_RECURRING = 22;
  private static final int FEWEST_RECURRING = 3;

  /** One head in so many at least recurs. */
  private static final int MOST_ONCE = 3;

  /** How many lines a recurring label may govern on average. */
  private static final int MOST_LINES = 5;

  /** The day beside the time of a message, and the dash before it. */
  private static final Pattern DATE =
      Pattern.compile("\\s*[—–-]\\s*(?:\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{1,4}\\.?)?$");

  /** A line that may be a label. */
  private record Candidate(int line, Form form, String head, Who who, @Nullable Part part) {}

  private enum Form {
    TIMED,
    TITLED,
    CAPITALS,
    CAPITALISED,
    COLON,
    /** A name that begins a caption of several lines. */
    CAPTION,
    /** A short text, perhaps in brackets, that recurs above speech. */
    RECURRING,
    /** A sign and a speaker. */
    SIGNED,
    /** A name, a function and, after a slash, where it is held. */
    SLASHED
  }

  /** What a line announces. */
  record Found(Part part, Who who) {}

  private final Lexicon lexicon;
  private final WhoReader reader;

  private final Captions captions;

  LoneLabels(Lexicon lexicon, WhoReader reader, Captions captions) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.captions = captions;
  }

  /** The labels by the numbers of their lines. */
  Map<Integer, Found> in(List<SourceLine> lines) {
    Map<Form, Map<String, Integer>> counts = new HashMap<>();
    Map<Integer, Candidate> candidates = new LinkedHashMap<>();
    boolean anchor = false;
    int capitals = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String text = lines.get(i).text();
      if (text.length() > LONGEST) {
        continue;
      }
      Candidate candidate = candidate(lines.get(i).number(), text.strip());
      if (candidate != null) {
        candidates.put(i, candidate);
        counts
            .computeIfAbsent(candidate.form(), f -> new HashMap<>())
            .merge(candidate.head(), 1, Integer::sum);
        anchor |= candidate.form() == Form.TITLED && candidate.part() == Part.ANCHOR;
        capitals += candidate.form() == Form.CAPITALS ? 1 : 0;
      }
    }
    Map<Integer, Found> found = new HashMap<>();
    for (Map.Entry<Integer, Candidate> entry : candidates.entrySet()) {
      Candidate candidate = entry.getValue();
      Map<String, Integer> heads = counts.getOrDefault(candidate.form(), Map.of());
      int total = heads.values().stream().mapToInt(Integer::intValue).sum();
      int same = heads.getOrDefault(candidate.head(), 0);
      String next = lines.get(entry.getKey() + 1).text();
      boolean labels =
          switch (candidate.form()) {
            case TIMED -> total >= 2;
            case TITLED -> anchor && total >= 2 && !QuoteLines.opens(next);
            case CAPITALS ->
                heads.size() >= 2
                    && total > heads.size()
                    && capitals * 3 <= lines.size() * 2
                    && !candidates.containsKey(entry.getKey() + 1);
            case CAPITALISED -> same >= 2 && heads.size() >= 2 && !total(heads, 1);
            case CAPTION -> total(heads, 2);
            case RECURRING -> recurs(heads, total, lines.size());
            case SIGNED -> heads.size() >= 2 && (total > heads.size() || isChaired(candidates));
            case SLASHED -> same >= 2 && anchor && !QuoteLines.opens(next);
            case COLON -> total >= 2 && (same >= 2 || QuoteLines.opens(next) || total(heads, 2));
          };
      if (labels && !next.isBlank()) {
        Part part = candidate.part() == null ? Part.PERSON : candidate.part();
        found.put(candidate.line(), new Found(part, candidate.who()));
      }
    }
    return found;
  }

  /** Whether a sign and a function announce whoever chairs an assembly. */
  private boolean isChaired(Map<Integer, Candidate> candidates) {
    return candidates.values().stream()
        .anyMatch(
            one ->
                one.form() == Form.SIGNED
                    && one.who().title() != null
                    && lexicon.has(WordKind.ROLE_CHAIR, one.who().title()));
  }

  /** Whether some head occurs at least, or for 1 exactly, so often. */
  private static boolean total(Map<String, Integer> heads, int times) {
    for (int count : heads.values()) {
      if (times == 1 ? count == 1 : count >= times) {
        return true;
      }
    }
    return false;
  }

  /** Whether two heads or more recur, so often that the lines between them are theirs. */
  private static boolean recurs(Map<String, Integer> heads, int total, int lines) {
    int again = heads.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
    return again * MOST_ONCE > total
        && heads.size() > 1
        && total >= FEWEST_RECURRING
        && total * MOST_LINES >= lines;
  }

  /** What a line without a Latin letter, or one in brackets, prints; null if it can't recur. */
  private @Nullable Candidate recurring(int line, String text) {
    boolean wrapped = text.length() > 3 && "(「（[".indexOf(text.charAt(0)) >= 0;
    char close = text.charAt(text.length() - 1);
    if (wrapped && ")」）]".indexOf(close) < 0 || !wrapped && text.charAt(0) < '\u3041') {
      return null;
    }
    String head = wrapped ? text.substring(1, text.length() - 1).strip() : text;
    boolean name =
        head.length() >= 2
            && head.length() <= LONGEST_RECURRING
            && head.codePoints().allMatch(c -> Character.isLetter(c) || " ・()（）.'-".indexOf(c) >= 0)
            && head.codePoints().anyMatch(Character::isLetter)
            && !Sentences.ends(head)
            && !lexicon.has(WordKind.CUE, head)
            && !lexicon.has(WordKind.ACTION, head)
            && !lexicon.has(WordKind.TAG, head)
            && (head.charAt(0) >= '\u0250' || NameShape.isCapitalised(head));
    if (!name) {
      return null;
    }
    Part part = Part.of(lexicon.kinds(head));
    Who who = part == null ? printed(head) : Who.NOBODY;
    return new Candidate(line, Form.RECURRING, Lexicon.key(head), who, part);
  }

  private @Nullable Candidate candidate(int line, String text) {
    boolean wrapped =
        captions.opening().contains(line)
            && text.length() > 4
            && text.charAt(0) == '('
            && text.endsWith(")")
            && !Cuts.isCapitals(text);
    if (PageLines.form(text, PageLines.Where.ABOVE) != null) {
      return null;
    }
    Candidate known = shaped(line, wrapped ? text.substring(1, text.length() - 1) : text);
    boolean broadcast = !text.isEmpty() && text.charAt(0) == '[' && lexicon.closer('[') != 0;
    return known != null || text.length() < 2 || broadcast ? known : recurring(line, text);
  }

  private @Nullable Candidate shaped(int line, String text) {
    int lead = text.isEmpty() ? 0 : Lead.end(text);
    if (lead > 0 && lead < text.length() && Character.isLetter(text.charAt(lead))) {
      String head = text.substring(lead);
      boolean name = head.length() <= LONGEST_RECURRING && !Sentences.ends(head);
      return name && head.indexOf(':') < 0
          ? new Candidate(line, Form.RECURRING, Lexicon.key(head), printed(head), null)
          : null;
    }
    if (text.length() > 2 && lexicon.isGlyph(text.charAt(0))) {
      return signed(line, text.substring(1).strip());
    }
    if (text.length() < 2 || !Character.isLetter(text.charAt(0))) {
      return null;
    }
    char end = text.charAt(text.length() - 1);
    String timed = beforeTime(end == ':' ? text.substring(0, text.length() - 1) : text);
    if (timed != null) {
      return Sentences.ends(timed)
          ? null
          : new Candidate(line, Form.TIMED, Lexicon.key(timed), printed(timed), null);
    }
    char last = text.charAt(text.length() - 1);
    if (last == ':' || last == '：') {
      return colon(line, text.substring(0, text.length() - 1).strip());
    }
    if (Sentences.ends(text) || text.indexOf(':') >= 0) {
      return null;
    }
    if (captions.opening().contains(line)) {
      Who who = reader.read(text);
      boolean name = NameShape.isLatin(text) ? NameShape.isCapitalised(text) : who.name() != null;
      return name
          ? new Candidate(line, Form.CAPTION, Lexicon.key(text), printed(text), null)
          : null;
    }
    if (text.charAt(0) < '\u0250') {
      return latin(line, text);
    }
    if (text.indexOf(" / ") > 0) {
      Who who = reader.read(text);
      return who.name() == null ? null : new Candidate(line, Form.SLASHED, text, who, null);
    }
    int space = text.indexOf(' ');
    if (space < 0 || text.indexOf(' ', space + 1) >= 0) {
      return null;
    }
    Who who = reader.read(text);
    Part part = Survey.byTitle(who, lexicon);
    return part == null ? null : new Candidate(line, Form.TITLED, text, who, part);
  }

  private @Nullable Candidate signed(int line, String head) {
    boolean speaker =
        !head.isEmpty()
            && head.length() <= 25
            && !Sentences.ends(head)
            && head.indexOf(':') < 0
            && head.indexOf('>') < 0
            && reader.isSpeaker(head);
    return speaker
        ? new Candidate(line, Form.SIGNED, Lexicon.key(head), printed(head), null)
        : null;
  }

  private @Nullable Candidate colon(int line, String head) {
    boolean label = Part.of(lexicon.kinds(Labels.bare(head))) != null;
    String first = head.indexOf(' ') < 0 ? head : head.substring(0, head.indexOf(' '));
    if (label
        || head.isEmpty()
        || head.length() > 25
        || Sentences.ends(head)
        || isField(head)
        || isField(first)
        || head.charAt(0) < '\u0250' && !NameShape.isCapitals(head)) {
      return null;
    }
    return new Candidate(line, Form.COLON, Lexicon.key(head), printed(head), null);
  }

  private @Nullable Candidate latin(int line, String text) {
    String[] words = text.split("\\s+");
    if (words.length > 3 || lexicon.has(WordKind.CUE, text) || isField(text)) {
      return null;
    }
    boolean capitals = true;
    boolean capitalised = words.length > 1;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        capitals &= Character.isUpperCase(c) || c == '.' || c == '\'' || c == '-';
        capitalised &= Character.isLetter(c) || c == '.' || c == '\'' || c == '-';
      }
      capitalised &= Character.isUpperCase(word.charAt(0));
    }
    Part part = Part.of(lexicon.kinds(text));
    Part speaker = part == Part.QUESTION || part == Part.ANSWER ? part : null;
    if (part != null && speaker == null) {
      return null;
    }
    Who who = speaker == null ? reader.read(text) : Who.NOBODY;
    Form form = capitals ? Form.CAPITALS : capitalised ? Form.CAPITALISED : null;
    return form == null ? null : new Candidate(line, form, Lexicon.key(text), who, speaker);
  }

  private boolean isField(String text) {
    return lexicon.has(WordKind.FIELD, text)
        || lexicon.has(WordKind.CREDIT, text)
        || lexicon.has(WordKind.CONTACT, text);
  }

  /** What stands before a time at the end of a text, or null. */
  private @Nullable String beforeTime(String printed) {
    boolean closed = printed.endsWith(")") || printed.endsWith("]");
    String text = closed ? printed.substring(0, printed.length() - 1) : printed;
    for (String half : lexicon.texts(WordKind.HALF_DAY)) {
      text = Strings.CS.removeEnd(text, " " + half);
    }
    String clock = beforeClock(text);
    return clock == null ? null : withoutHalfDay(DATE.matcher(clock).replaceFirst(""));
  }

  private String withoutHalfDay(String text) {
    String left = text;
    for (String half : lexicon.texts(WordKind.HALF_DAY)) {
      left = Strings.CS.removeEnd(left, " " + half);
    }
    return left.strip();
  }

  private static @Nullable String beforeClock(String text) {
    int end = text.length();
    char last = text.charAt(end - 1);
    end -= last == ')' || last == ']' ? 1 : 0;
    int start = end;
    while (start > 0 && "0123456789:".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    if (start == end || Lead.time(text, start) != end || start < 2) {
      return null;
    }
    char before = text.charAt(start - 1);
    boolean bracket = before == '(' || before == '[';
    int stop = bracket ? start - 1 : start;
    return bracket || before == ' ' ? text.substring(0, stop).strip() : null;
  }

  /** The person as printed: a known function, else a name. */
  private Who printed(String head) {
    Who who = reader.read(head);
    if (head.indexOf(' ') > 0 && lexicon.has(WordKind.ANONYMOUS, head)) {
      return who.withName(null).withTitle(head);
    }
    boolean numbered = Character.isDigit(head.charAt(head.length() - 1));
    boolean korean = KoreanNames.isHangul(head.charAt(0));
    boolean function =
        numbered || (korean ? reader.isFunction(head) : lexicon.ends(WordKind.ROLE, head));
    return who.name() != null || function
        ? who.name() == null || !numbered ? who : who.withName(null).withTitle(head)
        : who.withName(head).withTitle(null);
  }
}
