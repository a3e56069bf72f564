package org.nangdok.script.line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.Speech;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/**
 * Decides which texts before a colon are speakers: those that a header introduces, that recur, that
 * carry a role, or that stand in the company of others that do.
 */
final class Speakers {

  private static final class Candidate {
    final Prefix prefix;
    final Who who;
    int count;
    boolean quoted;
    boolean chevrons;
    int firstLine;

    Candidate(Prefix prefix, Who who, int firstLine) {
      this.prefix = prefix;
      this.who = who;
      this.firstLine = firstLine;
    }
  }

  private static final int SHORT_LABEL = 3;
  private static final int LONGEST_IN_TURN = 15;

  /** One line in so many may be without a label where all others have theirs. */
  private static final int MOST_OTHERS = 5;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final KoreanNames names;
  private final Set<String> introduced;
  private final boolean labelled;
  private final boolean examined;
  private final Captions captions;

  /**
   * @param introduced the names that headers introduce
   * @param labelled whether some label of a broadcast stands in the article
   * @param examined whether letters mark questions and answers
   * @param captions which lines hold times and counters only
   */
  Speakers(
      Lexicon lexicon,
      WhoReader reader,
      Set<String> introduced,
      boolean labelled,
      boolean examined,
      Captions captions) {
    this.captions = captions;
    this.examined = examined;
    this.lexicon = lexicon;
    this.reader = reader;
    this.names = new KoreanNames(lexicon);
    this.introduced = introduced;
    this.labelled = labelled;
  }

  /** The keys of the speakers in these lines. */
  Set<String> in(List<SourceLine> lines, Set<Integer> headers) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    Map<String, Integer> surnames = new HashMap<>();
    Set<String> named = new HashSet<>(introduced);
    boolean roles = false;
    int said = 0;
    int from = Integer.MAX_VALUE;
    int to = -1;
    Set<String> longer = longer(lines);
    for (SourceLine line : lines) {
      if (headers.contains(line.number())) {
        continue;
      }
      bracketed(line.text(), named);
      int start = Math.max(chevrons(line.text()), Lead.end(line.text()));
      Prefix prefix = Prefix.at(line.text(), start, lexicon);
      boolean path = prefix != null && prefix.delimiter() == '>' && isPath(line.text());
      boolean heading =
          prefix != null
              && line.number() == lines.getFirst().number()
              && prefix.speech() < line.text().length()
              && isHeading(line.text(), prefix, lines);
      if (prefix == null || path || heading || !isCandidate(prefix) && !isShort(prefix, longer)) {
        continue;
      }
      if (Part.of(lexicon.kinds(Labels.bare(prefix.raw()))) != null) {
        roles = true;
        continue;
      }
      Candidate candidate =
          candidates.computeIfAbsent(
              Lexicon.key(prefix.raw()),
              k -> new Candidate(prefix, reader.read(prefix.raw()), line.number()));
      candidate.count++;
      from = Math.min(from, line.number());
      to = line.number();
      said += Sentences.asks(line.text()) || Speech.isSpoken(line.text(), lexicon) ? 1 : 0;
      candidate.chevrons |= chevrons(line.text()) > 0;
      candidate.quoted |= isQuoted(line.text(), prefix.speech());
      surnames.merge(surname(candidate.who), 1, Integer::sum);
    }
    Set<String> accepted = accepted(candidates, surnames, named, roles);
    long filled = 0; // a writer may speak before and behind a dialogue
    for (SourceLine line : lines) {
      boolean between = line.number() >= from && line.number() <= to;
      filled += between && maySay(line, lines.getFirst()) ? 1 : 0;
    }
    return accepted.isEmpty() && !roles && 2 * said >= filled
        ? inTurn(candidates, filled)
        : accepted;
  }

  /** Whether a line may hold speech: no heading, no time, nothing wholly in brackets. */
  private boolean maySay(SourceLine line, SourceLine first) {
    String text = line.text().strip();
    boolean heading = line.number() == first.number() && !Sentences.ends(text);
    boolean bracketed = Group.whole(text, lexicon) != null;
    boolean time = captions.silent().contains(line.number());
    return !text.isEmpty() && !heading && !bracketed && !time;
  }

  /** Words that begin nearly all lines, several of which come back: whoever writes messages. */
  private static Set<String> inTurn(Map<String, Candidate> candidates, long lines) {
    int all = 0;
    int again = 0;
    for (Candidate one : candidates.values()) {
      boolean label = one.prefix.isColon() && one.prefix.raw().length() <= LONGEST_IN_TURN;
      all += label ? one.count : 0;
      again += label && one.count > 1 ? 1 : 0;
    }
    boolean messages = again > 1 && all * MOST_OTHERS >= lines * (MOST_OTHERS - 1);
    return messages ? Set.copyOf(candidates.keySet()) : Set.of();
  }

  /** The last words of labels of several words, which may be printed alone later. */
  private Set<String> longer(List<SourceLine> lines) {
    Set<String> last = new HashSet<>();
    for (SourceLine line : lines) {
      Prefix prefix = Prefix.at(line.text(), 0, lexicon);
      int space = prefix == null ? -1 : prefix.raw().lastIndexOf(' ');
      if (prefix != null && space > 0 && prefix.isColon() && isCandidate(prefix)) {
        String name = reader.read(prefix.raw()).name();
        last.add(prefix.raw().substring(space + 1));
        last.add(name == null ? "" : name.substring(name.lastIndexOf(' ') + 1));
      }
    }
    return last;
  }

  /** Whether a word that elsewhere is a field shortens a label that stands above. */
  private static boolean isShort(Prefix prefix, Set<String> longer) {
    return prefix.isColon()
        && Character.isUpperCase(prefix.raw().charAt(0))
        && longer.contains(prefix.raw());
  }

  /** Whether the first line is a heading with a colon: no sentence, or without a stop. */
  private static boolean isHeading(String text, Prefix prefix, List<SourceLine> lines) {
    String end = text.strip();
    boolean again =
        lines.stream().skip(1).anyMatch(line -> line.text().strip().startsWith(prefix.raw()));
    return (NameShape.isLatin(end) || !again)
        && !Sentences.ends(end)
        && !end.endsWith("-")
        && !end.endsWith("—");
  }

  /** Labels that several numbers tell apart, such as {@code MEMBER 1} and {@code MEMBER 2}. */
  private static Set<String> numbered(Map<String, Candidate> candidates) {
    Map<String, Set<String>> families = new HashMap<>();
    for (Candidate one : candidates.values()) {
      String raw = one.prefix.raw();
      String base = Labels.bare(raw);
      if (one.prefix.isColon() && base.length() < raw.length() && raw.indexOf('(') < 0) {
        families.computeIfAbsent(Lexicon.key(base), b -> new HashSet<>()).add(Lexicon.key(raw));
      }
    }
    Set<String> keys = new HashSet<>();
    families.values().forEach(some -> keys.addAll(some.size() > 1 ? some : Set.of()));
    return keys;
  }

  private Set<String> accepted(
      Map<String, Candidate> candidates,
      Map<String, Integer> surnames,
      Set<String> named,
      boolean roles) {
    Set<String> keys = new HashSet<>();
    boolean outlet = false;
    int people = 0;
    for (Map.Entry<String, Candidate> entry : candidates.entrySet()) {
      Candidate candidate = entry.getValue();
      outlet |= isOutlet(candidate.prefix.raw());
      people += isPerson(candidate, surnames) ? 1 : 0;
      if (isCertain(candidate, surnames, named)) {
        keys.add(entry.getKey());
      }
    }
    boolean company =
        !keys.isEmpty() || roles || (outlet && people > 0) || (labelled && people > 0);
    Set<String> numbered = numbered(candidates);
    boolean between =
        candidates.values().stream()
            .anyMatch(one -> one.count > 1 && keys.contains(Lexicon.key(one.prefix.raw())));
    if (between && keys.stream().anyMatch(key -> !numbered.contains(key))) {
      keys.addAll(numbered); // others speak between them, so they number no steps
    }
    if (company) {
      for (Map.Entry<String, Candidate> entry : candidates.entrySet()) {
        Candidate candidate = entry.getValue();
        if (isPerson(candidate, surnames) || isOutlet(candidate.prefix.raw())) {
          keys.add(entry.getKey());
        }
      }
    }
    return keys;
  }

  private boolean isCandidate(Prefix prefix) {
    String raw = prefix.raw();
    if (prefix.delimiter() == ')'
        || prefix.delimiter() == ';'
        || (prefix.delimiter() == '>' && raw.length() > 20 && Alias.in(raw, lexicon) == null)) {
      return false;
    }
    if (lexicon.has(WordKind.OUTLET, raw)) {
      return true;
    }
    String first = raw.indexOf(' ') < 0 ? raw : raw.substring(0, raw.indexOf(' '));
    return !isField(raw) && !lexicon.has(WordKind.CREDIT, first) && !isField(first);
  }

  /** Whether a line is the path of a page: {@code Home > News > Harbour}. */
  private static boolean isPath(String text) {
    return text.indexOf('>') != text.lastIndexOf('>');
  }

  private boolean isField(String raw) {
    Set<WordKind> kinds = lexicon.kinds(raw);
    return kinds.contains(WordKind.FIELD)
        || kinds.contains(WordKind.CONTACT)
        || kinds.contains(WordKind.CREDIT)
        || kinds.contains(WordKind.HEADER_OTHER);
  }

  private boolean isCertain(Candidate c, Map<String, Integer> surnames, Set<String> named) {
    Who who = c.who;
    String name = who.name();
    String raw = c.prefix.raw();
    if (Alias.in(raw, lexicon) != null
        || named.contains(raw.toLowerCase(Locale.ROOT))
        || (name != null && named.contains(name.toLowerCase(Locale.ROOT)))) {
      return true;
    }
    if (NameShape.isLatin(raw)) {
      return isCertainLatin(c, surnames);
    }
    if (name != null && (c.prefix.glyph() || c.prefix.delimiter() == '>')) {
      return true;
    }
    boolean speakerLike = name != null || reader.isFunction(raw);
    if (c.quoted && speakerLike && raw.length() <= 30) {
      return true;
    }
    if (c.count < 2 || raw.length() > 15) {
      return false;
    }
    return speakerLike || NameShape.isHan(raw) || (c.prefix.glyph() && raw.length() <= 8);
  }

  private boolean isCertainLatin(Candidate c, Map<String, Integer> surnames) {
    Who who = c.who;
    if (examined && CourtLabel.isOne(c.prefix.raw(), lexicon)) {
      return true;
    }
    String name = who.name();
    if (name == null || name.split("\\s+").length > 5) {
      return false;
    }
    boolean anonymous =
        lexicon.has(WordKind.ANONYMOUS, name.split("\\s+")[0]) && !isOnlySomebody(name);
    boolean role = who.title() != null && hasRole(who.title());
    if (NameShape.isDomain(name) && c.count > 1) {
      return true;
    }
    if (anonymous || c.chevrons || (role && NameShape.isCapitalised(name))) {
      return true;
    }
    if (isAddressed(c.prefix.raw())) {
      return true;
    }
    int group = surnames.getOrDefault(surname(who), 0);
    if (NameShape.isCapitals(name)) {
      return group >= 2 || (who.title() != null && name.indexOf(' ') > 0);
    }
    return NameShape.isCapitalised(name) && group >= 2 && name.split("\\s+").length <= 3;
  }

  /** Whether a form of address and a name are printed: {@code Ms. Quill}. */
  private boolean isAddressed(String raw) {
    String[] words = raw.split("\\s+");
    boolean address =
        lexicon.has(WordKind.HONORIFIC_FEMALE, words[0])
            || lexicon.has(WordKind.HONORIFIC_MALE, words[0]);
    return address
        && words.length > 1
        && words.length <= 4
        && NameShape.isCapitalised(raw.substring(words[0].length()).strip());
  }

  /** A word in mixed case for somebody unknown, such as {@code Woman}: field names look alike. */
  private boolean isOnlySomebody(String name) {
    return name.indexOf(' ') < 0
        && !NameShape.isCapitals(name)
        && lexicon.has(WordKind.ANONYMOUS, name);
  }

  /** Whether a candidate is a speaker where others are. */
  private boolean isPerson(Candidate c, Map<String, Integer> surnames) {
    String raw = c.prefix.raw();
    String name = c.who.name();
    if (NameShape.isLatin(raw)) {
      boolean counted =
          raw.chars().anyMatch(Character::isDigit)
              && c.count == 1
              && !lexicon.has(WordKind.ANONYMOUS, raw.split("[^\\p{L}]+")[0]);
      return name != null
          && !counted
          && name.length() <= 40
          && (isOnlySomebody(name) || NameShape.isCapitals(name)
              ? name.length() > 1
                  && (c.firstLine > 0
                      || name.indexOf(' ') > 0
                      || c.count > 1
                      || c.who.title() != null)
              : NameShape.isCapitalised(name)
                  && (captions.isUsed()
                      || name.indexOf(' ') > 0
                      || surnames.getOrDefault(surname(c.who), 0) > 1)
                  && name.split("\\s+").length <= 3);
    }
    if (raw.length() > 20) {
      return c.who.name() != null && raw.length() <= 40;
    }
    return name != null
        || lexicon.ends(WordKind.ASKER, raw)
        || (reader.isFunction(raw) && raw.split("\\s+").length <= 3)
        || (NameShape.isHan(raw) && raw.length() <= 5)
        || c.count > 1 && (names.mayBeName(raw) || raw.length() <= SHORT_LABEL);
  }

  private boolean isOutlet(String raw) {
    if (raw.length() > 30 || raw.split("\\s+").length > 4) {
      return false;
    }
    String last = raw.substring(raw.lastIndexOf(' ') + 1);
    return NameShape.isLatin(raw)
        ? lexicon.has(WordKind.OUTLET, raw)
            || NameShape.isCapitalised(raw) && lexicon.has(WordKind.OUTLET, last)
        : (lexicon.ends(WordKind.OUTLET, raw) || lexicon.ends(WordKind.ASKER, raw))
            && raw.indexOf(' ') < 0
            && !isField(raw);
  }

  /** Names that stand in brackets before a colon or alone introduce their bearers. */
  private void bracketed(String text, Set<String> named) {
    String line = text.strip();
    Group group = line.isEmpty() ? null : Group.at(line, 0, 60, lexicon);
    if (group == null || group.isRound()) {
      return;
    }
    String content = group.content(line);
    int colon = Math.max(content.indexOf(':'), content.indexOf('：'));
    if (colon > 0 && Part.of(lexicon.kinds(content.substring(0, colon))) == Part.INTERVIEW) {
      named.add(content.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
    } else if (colon < 0 && group.end() == line.length()) {
      String name = reader.read(content).name();
      if (name != null) {
        named.add(name.toLowerCase(Locale.ROOT));
      }
    }
  }

  private boolean hasRole(String title) {
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      Set<WordKind> kinds = lexicon.kinds(word);
      if (kinds.contains(WordKind.ROLE_ANCHOR)
          || kinds.contains(WordKind.ROLE_REPORTER)
          || kinds.contains(WordKind.ROLE_REPORT)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuoted(String text, int speech) {
    return speech < text.length() && Quotes.opens(text.charAt(speech));
  }

  static int chevrons(String text) {
    int i = Prefix.skip(text, 0);
    int start = i;
    while (i < text.length() && text.charAt(i) == '>') {
      i++;
    }
    return i - start >= 2 ? Prefix.skip(text, i) : 0;
  }

  static String surname(Who who) {
    String name = who.name() == null ? String.valueOf(who.title()) : who.name();
    return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }
}
