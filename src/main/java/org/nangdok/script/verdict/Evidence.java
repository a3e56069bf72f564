package org.nangdok.script.verdict;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.Speech;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;

/** Reads the signs of speakers off a document that has been taken apart into labels and words. */
final class Evidence {

  private static final Set<Rule> BROADCAST = Set.of(Rule.BRACKET_WORD, Rule.WORD_ALONE);
  private static final Set<Rule> CLIPS =
      Set.of(
          Rule.BRACKET_CLIP,
          Rule.BRACKET_OVER_QUOTE,
          Rule.BRACKET_BEFORE_QUOTE,
          Rule.NAME_OVER_QUOTE,
          Rule.PREFIX_CLIP,
          Rule.QUOTE_HEAD);
  private static final Set<Rule> FORMAL =
      Set.of(Rule.INDUCED, Rule.CHANGE_MARK, Rule.VOICE_TAG, Rule.MINUTE, Rule.RAW_WORD);
  private static final Set<Rule> SIGNED =
      Set.of(Rule.QUESTION_SIGN, Rule.QUESTION_NUMBER, Rule.ANSWER_TOPIC);
  private static final Set<Rule> PREFIXES =
      Set.of(Rule.PREFIX_PERSON, Rule.PREFIX_WORD, Rule.LABEL_LINE);
  private static final Set<Part> ASKED = Set.of(Part.QUESTION, Part.ANSWER);
  private static final Set<Rule> LETTERED = Set.of(Rule.QUESTION_LETTER, Rule.PREFIX_WORD);
  private static final int ENOUGH_BROADCAST = 2;
  private static final int ENOUGH = 3;

  /** How much the words after the only label of a document count. */
  private static final double SINGLE = 0.5;

  /** How many must ask, speak of themselves or be quoted before their coming back proves much. */
  private static final double LEAST_SAID = 0.2;

  private static final int FEWEST_IN_CYCLE = 3;

  private final List<Utterance> said;
  private final List<SourceLine> lines;
  private final Lexicon lexicon;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private final String above;

  private Evidence(List<Utterance> said, List<SourceLine> lines, Lexicon lexicon) {
    this.said = said;
    this.lines = lines;
    this.lexicon = lexicon;
    said.forEach(one -> counts.merge(one.key(), 1, Integer::sum));
    lines.forEach(line -> texts.put(line.number(), line.text().strip()));
    StringBuilder before = new StringBuilder();
    int first = said.isEmpty() ? 0 : said.getFirst().line();
    for (SourceLine line : lines) {
      before.append(line.number() < first ? line.text() + "\n" : "");
    }
    this.above = before.toString();
  }

  /**
   * The signs of a document.
   *
   * @param introduced whether a header introduces this name
   */
  static Map<Sign, Double> of(
      List<Token> tokens, List<SourceLine> lines, Lexicon lexicon, Predicate<String> introduced) {
    return new Evidence(Utterance.of(tokens, lines), lines, lexicon).signs(introduced);
  }

  private Map<Sign, Double> signs(Predicate<String> introduced) {
    Map<Sign, Double> signs = new EnumMap<>(Sign.class);
    signs.put(Sign.DOUBT, 1.0);
    if (said.isEmpty()) {
      signs.put(Sign.BROADCAST_WORDS, 1.0); // pictures of the weather, which have no labels
      return signs;
    }
    signs.put(
        Sign.BROADCAST_WORDS,
        enough(
            one -> BROADCAST.contains(one.rule()) && !ASKED.contains(one.part()),
            ENOUGH_BROADCAST));
    signs.put(Sign.CLIPS, enough(one -> CLIPS.contains(one.rule()), ENOUGH));
    signs.put(Sign.FORMAL_LABELS, enough(one -> FORMAL.contains(one.rule()), ENOUGH));
    signs.put(
        Sign.MARKED_QUESTIONS,
        Math.min(
            enough(one -> one.part() == Part.QUESTION, ENOUGH),
            enough(one -> one.part() == Part.ANSWER || one.part() == Part.PERSON, ENOUGH)));
    signs.put(Sign.SIGNED_QUESTIONS, enough(one -> SIGNED.contains(one.rule()), ENOUGH_BROADCAST));
    double explained = explained();
    signs.put(Sign.EXPLAINED, explained);
    signs.put(Sign.EMBEDDED, explained * before());
    signs.put(Sign.GENERAL, isGeneral() ? 1.0 : 0.0);
    signs.put(
        Sign.INTRODUCED,
        share(
            one ->
                one.who().name() != null
                    && (introduced.test(one.who().name()) || isMet(one.who().name()))));
    signs.put(Sign.TITLED, share(this::isTitled));
    signs.put(Sign.SET_APART, share(this::isSetApart));
    double spoken = share(this::saidToSomebody);
    signs.put(Sign.RETURNS, spoken >= LEAST_SAID || isFormal() ? returns() : returns() / 2);
    signs.put(Sign.ALONE, counts.size() == 1 && isLoose(said.getFirst()) ? 1.0 : 0.0);
    double single = said.size() == 1 && !said.getFirst().quoted() ? SINGLE : 1;
    signs.put(Sign.SELF, single * share(this::isSelf));
    signs.put(Sign.ASKS, single * share(this::asks));
    signs.put(Sign.QUOTED, share(Utterance::quoted));
    double fragments = share(Evidence::isFragment);
    signs.put(Sign.FRAGMENTS, fragments);
    signs.put(Sign.ONCE, once());
    signs.put(Sign.CYCLE, isCycle() ? 1.0 : 0.0);
    signs.put(Sign.COMMON, common());
    double loose = share(Evidence::isLoose);
    double sparse = sparse();
    signs.put(Sign.SPARSE, loose * sparse);
    boolean several = counts.size() > 1;
    signs.put(Sign.DENSE, several ? (1 - sparse) * (1 - fragments) : 0);
    return signs;
  }

  /** Whether some label is a known word, or has a form that fields and headings don't share. */
  private boolean isFormal() {
    return said.stream()
        .anyMatch(
            one -> !isLoose(one) || one.rule() == Rule.PREFIX_WORD && !ASKED.contains(one.part()));
  }

  private double enough(Predicate<Utterance> test, int number) {
    return Math.min(1.0, (double) said.stream().filter(test).count() / number);
  }

  private double share(Predicate<Utterance> test) {
    return (double) said.stream().filter(test).count() / said.size();
  }

  /** The share of questions whose answers don't speak of themselves; all if nobody asks. */
  private double explained() {
    int asked = 0;
    int answers = 0;
    int explained = 0;
    for (int i = 0; i < said.size(); i++) {
      Utterance one = said.get(i);
      boolean signed = SIGNED.contains(one.rule()) || one.rule() == Rule.BRACKET_WORD;
      answers += one.part() == Part.ANSWER && !signed ? 1 : 0;
      if (one.part() == Part.QUESTION && !signed) {
        asked++;
        explained += isAnswered(i) ? 0 : 1;
      }
    }
    if (asked == 1) {
      return 0; // one question proves nothing
    }
    return asked > 0 ? (double) explained / Math.max(asked, ENOUGH) : answers > 0 ? 1 : 0;
  }

  /**
   * Whether questions and answers are nobody's: a heading says so, or nobody is named or introduced
   * as having been asked and no answer speaks of whoever gives it.
   */
  private boolean isGeneral() {
    if (lexicon.occurs(WordKind.FREQUENT, above)) {
      return said.stream().allMatch(Evidence::isLettered);
    }
    return !above.isBlank()
        && !lexicon.texts(WordKind.TALK).isEmpty()
        && !lexicon.occurs(WordKind.TALK, above)
        && said.stream().allMatch(one -> isLettered(one) && !speaksOfSelf(one))
        && isExplained();
  }

  /** Whether most answers, labelled or below their questions, are as long as what is asked. */
  private boolean isExplained() {
    int answers = 0;
    int full = 0;
    for (int i = 0; i < said.size(); i++) {
      List<String> words = said.get(i).words();
      boolean below = said.get(i).part() == Part.QUESTION && words.size() > 1;
      boolean answer = i > 0 && said.get(i).part() == Part.ANSWER;
      answers += below || answer ? 1 : 0;
      int length = said.get(i).text().length();
      int asked = below ? words.getFirst().length() : answer ? said.get(i - 1).text().length() : 0;
      full += below && length > 2 * asked || answer && length >= asked ? 1 : 0;
    }
    return answers > 1 && full * 2 > answers;
  }

  /** Whether nothing but a letter for questions or answers announces it. */
  private static boolean isLettered(Utterance one) {
    return ASKED.contains(one.part())
        && LETTERED.contains(one.rule())
        && one.who().name() == null
        && !one.quoted();
  }

  private boolean speaksOfSelf(Utterance one) {
    int asked = one.part() == Part.QUESTION ? 1 : 0;
    return one.words().stream().skip(asked).anyMatch(words -> Speech.speaksOfSelf(words, lexicon));
  }

  /** The share of the document's characters before the first label. */
  private double before() {
    int all = 0;
    int before = 0;
    for (SourceLine line : lines) {
      all += line.text().length();
      before += line.number() < said.getFirst().line() ? line.text().length() : 0;
    }
    return (double) before / Math.max(1, all);
  }

  /** Whether somebody speaks of themselves after a question. */
  private boolean isAnswered(int at) {
    List<String> words = said.get(at).words();
    if (at + 1 < said.size()) {
      Utterance next = said.get(at + 1);
      String name = next.part() == Part.QUESTION ? null : next.who().name();
      boolean whole = name != null && (next.key().equals(name) || name.indexOf(' ') > 0);
      if (isSelf(next) || whole) {
        return true;
      }
    }
    return words.stream().skip(1).anyMatch(one -> Speech.isSpoken(one, lexicon));
  }

  private boolean isTitled(Utterance one) {
    String title = one.who().title();
    String name = one.who().name();
    if (name != null
        && (lexicon.ends(WordKind.ASKER, name)
            || lexicon.has(WordKind.OUTLET, name)
            || name.charAt(0) > '\u0250' && lexicon.ends(WordKind.OUTLET, name))) {
      return true;
    }
    if (title == null) {
      return false;
    }
    for (String word : title.split("[^\\p{L}-]+")) {
      Set<WordKind> kinds = lexicon.kinds(word);
      if (kinds.contains(WordKind.ROLE_ANCHOR)
          || kinds.contains(WordKind.ROLE_REPORTER)
          || kinds.contains(WordKind.ROLE_REPORT)
          || kinds.contains(WordKind.TITLE)
          || kinds.contains(WordKind.HONORIFIC_FEMALE)
          || kinds.contains(WordKind.HONORIFIC_MALE)
          || kinds.contains(WordKind.ANCHOR)
          || kinds.contains(WordKind.REPORTER)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSetApart(Utterance one) {
    String name = one.who().name();
    if (!PREFIXES.contains(one.rule())) {
      return false;
    }
    boolean capitals = name != null && name.length() > 1 && isCapitals(name);
    String line = texts.getOrDefault(one.line(), "");
    boolean glyph = !line.isEmpty() && lexicon.isGlyph(line.charAt(0));
    boolean speaks = counts.getOrDefault(one.key(), 0) > 1 || saidToSomebody(one);
    return capitals || glyph && speaks; // items of a list have signs too
  }

  private boolean saidToSomebody(Utterance one) {
    return isSelf(one) || asks(one) || one.quoted();
  }

  private static boolean isCapitals(String name) {
    return name.chars().anyMatch(Character::isUpperCase)
        && name.chars().noneMatch(Character::isLowerCase);
  }

  private double returns() {
    if (said.size() < ENOUGH) {
      return 0;
    }
    Set<String> before = new HashSet<>();
    int returned = 0;
    for (int i = 0; i < said.size(); i++) {
      String key = said.get(i).key();
      boolean again = i > 0 && !said.get(i - 1).key().equals(key);
      returned += again && before.contains(key) ? 1 : 0;
      before.add(key);
    }
    return (double) returned / (said.size() - 2);
  }

  /** Whether a label's form is one that fields of lists and headings share. */
  private static boolean isLoose(Utterance one) {
    return one.part() == Part.ANSWER && !SIGNED.contains(one.rule())
        || one.part() != Part.QUESTION
            && !CLIPS.contains(one.rule())
            && !BROADCAST.contains(one.rule())
            && (one.rule() == Rule.LABEL_LINE
                || one.rule() == Rule.CHANGE_MARK
                || !FORMAL.contains(one.rule()));
  }

  private static boolean isFragment(Utterance one) {
    return isLoose(one) && !one.words().isEmpty() && !Sentences.ends(one.text());
  }

  private boolean isSelf(Utterance one) {
    if (one.part() == Part.QUESTION) {
      return false;
    }
    for (String words : one.opening()) {
      if (Speech.isSpoken(words, lexicon)) {
        return true;
      }
    }
    return false;
  }

  private boolean asks(Utterance one) {
    for (String words : one.opening()) {
      if (Sentences.asks(words)) {
        return true;
      }
    }
    return false;
  }

  private double once() {
    return share(one -> isLoose(one) && counts.getOrDefault(one.key(), 0) == 1);
  }

  private boolean isCycle() {
    if (counts.size() < FEWEST_IN_CYCLE || said.size() < 2 * FEWEST_IN_CYCLE) {
      return false;
    }
    Map<String, String> next = new HashMap<>();
    int kept = 0;
    for (int i = 0; i + 1 < said.size(); i++) {
      String follower = said.get(i + 1).key();
      String known = next.putIfAbsent(said.get(i).key(), follower);
      kept += follower.equals(known) ? 1 : 0;
    }
    return kept * 4 >= 3 * (said.size() - 1 - counts.size()) && kept >= FEWEST_IN_CYCLE;
  }

  /** Whether the text above the first label tells of somebody by their whole name. */
  private boolean isMet(String name) {
    boolean whole = name.charAt(0) < '\u0250' ? name.indexOf(' ') > 0 : name.length() > 1;
    return whole && above.contains(name) && said.stream().anyMatch(one -> asks(one) || isSelf(one));
  }

  private double common() {
    Set<String> used = new HashSet<>();
    for (SourceLine line : lines) {
      for (String word : line.text().split("[^\\p{L}']+")) {
        if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
          used.add(word);
        }
      }
    }
    return share(
        one -> isLoose(one) && one.who().name() != null && isCommon(one.who().name(), used));
  }

  private boolean isCommon(String name, Set<String> used) {
    if (isMet(name)) {
      return false;
    }
    boolean counted = name.chars().anyMatch(Character::isDigit);
    if (counted && !lexicon.has(WordKind.ANONYMOUS, name.split("[^\\p{L}]+")[0])) {
      return true;
    }
    for (String word : name.split("[^\\p{L}']+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (used.contains(lower) || lexicon.has(WordKind.FIELD, word)) {
        return true;
      }
    }
    return false;
  }

  private double sparse() {
    int from = said.getFirst().line();
    int to = said.getLast().line();
    Set<Integer> labelled = new HashSet<>();
    said.forEach(one -> labelled.add(one.line()));
    int all = 0;
    for (SourceLine line : lines) {
      boolean between = line.number() >= from && line.number() <= to && !line.text().isBlank();
      boolean own = labelled.contains(line.number());
      all += between && (own || !Speech.speaksOfSelf(line.text(), lexicon)) ? 1 : 0;
    }
    long own = said.stream().filter(Utterance::alone).count();
    return Math.max(0, 1 - (double) labelled.size() / Math.max(1, all - own));
  }
}
