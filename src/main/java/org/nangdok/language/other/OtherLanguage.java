package org.nangdok.language.other;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Boundary;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.lexicon.Fingerprint;
import org.nangdok.language.lexicon.UserLexicon;

/**
 * A language that is read by ICU's rules (Unicode UAX 29, CLDR): what they don't cover goes to the
 * engine as it is written. Thread-safe.
 */
final class OtherLanguage implements Language {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’ʼ.·:/@_\u00ad-][\\p{L}\\p{M}\\p{N}]+)*+");
  private static final Pattern UNSPACED =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");
  private static final String PAUSES = ",;:—–…()\"“”„«»!?\n、。，；：！？،؛؟।";

  private static final String NOTE =
      "These words are given to the voice: how they sound, and how everything is read that no step"
          + " names (such as dates), the voice decides.";

  private static final Pattern INITIAL = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}\\.\\s*$");
  private static final Pattern ORDINAL = Pattern.compile("(?<![\\p{L}\\p{N}.,])\\d{1,2}\\.\\s*$");
  private static final Set<String> ORDINAL_STOPS =
      Set.of(
          "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "hu", "hr", "sl", "et", "lv", "lt", "pl",
          "is", "tr", "sr", "bs");

  /** So many characters before a break tell whether it is one. */
  private static final int LAST = 12;

  /** Runs of letters without end are taken in pieces. */
  private static final int LONGEST_WORD = 60;

  private final ULocale locale;
  private final SpelledNumbers numbers;
  private final OtherSigns signs;
  private final UserLexicon lexicon;
  private final Map<String, String> aliases = new HashMap<>();
  private final int longestAlias;

  OtherLanguage(String tag) {
    this(new ULocale(tag), UserLexicon.EMPTY);
  }

  private OtherLanguage(ULocale locale, UserLexicon lexicon) {
    this.locale = locale;
    this.lexicon = lexicon;
    numbers = new SpelledNumbers(locale);
    signs = new OtherSigns(locale);
    int longest = 0;
    for (UserLexicon.Entry entry : lexicon.entries()) {
      if (!entry.alias().isBlank()) {
        aliases.put(entry.written(), entry.alias());
        longest = Math.max(longest, entry.written().length());
      }
    }
    longestAlias = longest;
  }

  @Override
  public Language with(UserLexicon words) {
    return words.entries().isEmpty() ? this : new OtherLanguage(locale, words);
  }

  @Override
  public String tag() {
    return locale.getLanguage();
  }

  @Override
  public boolean isLatin() {
    return ULocale.addLikelySubtags(locale).getScript().equals("Latn");
  }

  @Override
  public String version() {
    String plain = tag() + "-other-1-icu" + VersionInfo.ICU_VERSION.getMajor();
    return lexicon.entries().isEmpty() ? plain : plain + "-" + Fingerprint.of(lexicon);
  }

  @Override
  public List<TextRange> sentences(String text) {
    BreakIterator breaks =
        FilteredBreakIteratorBuilder.getInstance(locale)
            .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    breaks.setText(text);
    var sentences = new ArrayList<TextRange>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && isOpen(text, start, end)) {
        continue;
      }
      TextRange sentence = new TextRange(start, end).stripped(text);
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      start = end;
    }
    return sentences;
  }

  /** An initial, or an ordinal number where languages write it with a full stop, ends nothing. */
  private boolean isOpen(String text, int start, int end) {
    String last = text.substring(Math.max(start, end - LAST), end);
    return !last.endsWith("\n")
        && (INITIAL.matcher(last).find()
            || ORDINAL_STOPS.contains(tag()) && ORDINAL.matcher(last).find());
  }

  @Override
  public Reading read(String sentence) {
    return read(sentence, List.of());
  }

  @Override
  public Reading read(String sentence, List<Instruction> instructions) {
    return new Reading(
        sentence, tag(), kind(sentence), words(sentence, instructions, new ArrayList<>()));
  }

  @Override
  public boolean follows(Instruction instruction) {
    return instruction.kind() == Instruction.Kind.SUB;
  }

  @Override
  public Explanation explain(String text) {
    return explain(text, List.of());
  }

  @Override
  public Explanation explain(String text, List<Instruction> instructions) {
    var steps = new ArrayList<Explanation.Step>();
    var reading = new Reading(text, tag(), kind(text), words(text, instructions, steps));
    return new Explanation(
        reading.spoken(),
        reading.pronounced(),
        "",
        reading.words().stream().map(word -> word(word, text, steps)).toList(),
        steps,
        List.of(),
        NOTE);
  }

  private static Explanation.Word word(SpokenWord word, String text, List<Explanation.Step> steps) {
    String written = text.substring(word.start(), word.end());
    String form =
        steps.stream()
            .filter(step -> step.before().equals(written))
            .map(Explanation.Step::rule)
            .findFirst()
            .orElse("word");
    return new Explanation.Word(
        written,
        form,
        word.spoken(),
        word.pronounced(),
        "",
        word.start(),
        word.end(),
        word.boundary());
  }

  private List<SpokenWord> words(
      String sentence, List<Instruction> instructions, List<Explanation.Step> steps) {
    var spoken = new ArrayList<SpokenWord>();
    Matcher word = WORD.matcher(sentence);
    int at = 0;
    while (at < sentence.length()) {
      Asked asked = asked(sentence, at, instructions);
      SpelledNumbers.Spelled number = asked == null ? numbers.at(sentence, at) : null;
      if (asked != null) {
        step(steps, asked.form(), sentence.substring(at, asked.end()), asked.words());
        add(asked.words(), at, asked.end(), spoken);
        at = asked.end();
      } else if (number != null) {
        step(steps, number.form(), sentence.substring(at, number.end()), number.words());
        add(number.words(), at, number.end(), spoken);
        at = number.end();
      } else if (word.region(at, sentence.length()).lookingAt()) {
        written(sentence, at, word.end(), spoken);
        at = word.end();
      } else {
        int sign = sentence.codePointAt(at);
        String reading = isOrnament(sentence, at) ? null : signs.of(sign);
        if (reading != null) {
          step(steps, "sign", Character.toString(sign), reading);
          add(reading, at, at + Character.charCount(sign), spoken);
        }
        if (PAUSES.indexOf(sentence.charAt(at)) >= 0) {
          boundary(spoken, Boundary.INTONATIONAL);
        }
        at++;
      }
    }
    boundary(spoken, Boundary.UTTERANCE);
    return spoken;
  }

  /** What the author or a user's lexicon wants to be read at a place. */
  private record Asked(int end, String form, String words) {}

  private @Nullable Asked asked(String sentence, int at, List<Instruction> instructions) {
    for (Instruction one : instructions) {
      if (one.kind() == Instruction.Kind.SUB
          && one.start() == at
          && one.end() > at
          && one.end() <= sentence.length()
          && !one.value().isBlank()) {
        return new Asked(one.end(), "instruction", one.value().strip());
      }
    }
    if (at > 0 && Character.isLetterOrDigit(sentence.charAt(at - 1)) && !isUnspaced(sentence, at)) {
      return null;
    }
    for (int end = Math.min(sentence.length(), at + longestAlias); end > at; end--) {
      String alias = aliases.get(sentence.substring(at, end));
      boolean ends =
          end == sentence.length()
              || !Character.isLetterOrDigit(sentence.charAt(end))
              || isUnspaced(sentence, end);
      if (alias != null && ends) {
        return new Asked(end, "user's lexicon", alias.strip());
      }
    }
    return null;
  }

  /** Bullets are no directions: those stand at figures. */
  private static boolean isOrnament(String sentence, int at) {
    boolean figure = at + 1 < sentence.length() && Character.isDigit(sentence.charAt(at + 1));
    return "▲▼".indexOf(sentence.charAt(at)) >= 0 && !figure;
  }

  private static boolean isUnspaced(String sentence, int at) {
    return UNSPACED.matcher(sentence.substring(at, at + 1)).matches();
  }

  /** A word as it is written; where words aren't separated, ICU's dictionary does it. */
  private void written(String sentence, int start, int end, List<SpokenWord> spoken) {
    String written = sentence.substring(start, end);
    if (!UNSPACED.matcher(written).find()) {
      add(signs.spelled(written), start, end, spoken);
      return;
    }
    BreakIterator breaks = BreakIterator.getWordInstance(locale);
    breaks.setText(written);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      add(signs.spelled(written.substring(from, to)), start + from, start + to, spoken);
      from = to;
    }
  }

  private static void add(String words, int start, int end, List<SpokenWord> spoken) {
    for (String word : words.strip().split("\\s+")) {
      for (int from = 0; from < word.length(); from += LONGEST_WORD) {
        String part = word.substring(from, Math.min(word.length(), from + LONGEST_WORD));
        spoken.add(new SpokenWord(part, part, start, end, Boundary.WORD));
      }
    }
  }

  private static void boundary(List<SpokenWord> spoken, Boundary boundary) {
    if (!spoken.isEmpty()) {
      SpokenWord last = spoken.removeLast();
      spoken.add(
          new SpokenWord(last.spoken(), last.pronounced(), last.start(), last.end(), boundary));
    }
  }

  private static void step(
      List<Explanation.Step> steps, String form, String written, String words) {
    steps.add(
        new Explanation.Step(
            form,
            written,
            words,
            "Read by the rules of the Unicode CLDR, or as somebody asked.",
            "유니코드 CLDR의 규칙이나 지정한 읽기를 따른다."));
  }

  /** Without a grammar of the language a question is taken for one that wants yes or no. */
  private static Reading.Kind kind(String sentence) {
    String end = sentence.substring(Math.max(0, sentence.length() - 3));
    if (end.matches("(?s).*[?？؟;].*") && !end.endsWith(";")) {
      return Reading.Kind.YES_NO_QUESTION;
    }
    return end.matches("(?s).*[!！].*") ? Reading.Kind.EXCLAMATION : Reading.Kind.STATEMENT;
  }
}
