package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Reads the lines of one article into labels, words and what isn't said. */
public final class LineReader {

  private static final int MOST_ABOVE_DATELINE = 3;
  private static final int MOST_ABOVE_BRACKET = 12;
  private static final int LONGEST_NAME_LINE = 30;
  private static final int LONGEST_NAME = 6;

  /** A time of hours, minutes and seconds and the space after it. */
  private static final int LONGEST_CLOCK = 9;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final KoreanNames names;
  private final Survey survey;
  private final BracketReader brackets;
  private final PrefixReader prefixes;
  private final InnerLabels inner;
  private final QuestionMarks marks;
  private final MarkNames markNames;
  private final SilentLines silent;
  private final Cuts cuts;
  private final Dateline datelines;

  private final List<SourceLine> lines;

  /** A reader for the lines of the surveyed article. */
  public LineReader(Lexicon lexicon, WhoReader reader, Survey survey, List<SourceLine> lines) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.names = new KoreanNames(lexicon);
    this.survey = survey;
    this.brackets = new BracketReader(lexicon, reader, survey);
    this.prefixes = new PrefixReader(lexicon, reader, survey);
    this.inner = new InnerLabels(lexicon, reader, survey);
    this.marks = new QuestionMarks(lexicon);
    this.markNames = survey.markNames();
    this.silent = new SilentLines(lexicon, survey);
    this.cuts = new Cuts(lexicon);
    this.lines = lines;
    this.datelines = new Dateline(lexicon, lines);
  }

  /** The tokens of all lines in order; a line without any holds nothing to say. */
  public List<Token> read() {
    List<Token> tokens = new ArrayList<>();
    int spoken = 0;
    for (int i = 0; i < lines.size(); i++) {
      String next = i + 1 < lines.size() ? lines.get(i + 1).text() : "";
      int before = tokens.size();
      line(lines.get(i), next, spoken, tokens);
      for (int k = before; k < tokens.size(); k++) {
        if (tokens.get(k) instanceof Token.Words || tokens.get(k) instanceof Token.Clip) {
          spoken++;
          break;
        }
      }
    }
    return tokens;
  }

  private void line(SourceLine line, String next, int spoken, List<Token> tokens) {
    String text = line.text();
    if (survey.reading() == Reading.PLAIN) {
      plain(line, spoken, tokens);
      return;
    }
    String reason = silent.reason(line);
    if (reason != null) {
      tokens.add(new Token.Silent(line.number(), reason, text.strip()));
      return;
    }
    Part marked = survey.marked().part(line.number());
    if (marked != null) {
      tokens.add(
          new Token.Label(line.number(), marked, Who.NOBODY, false, true, Rule.MARKED_QUESTION));
    }
    Group whole = marked == Part.QUESTION ? Group.whole(text.strip(), lexicon) : null;
    if (whole != null) {
      cuts.add(line, text.indexOf(whole.open()) + 1, whole.innerEnd(), tokens);
      return;
    }
    LoneLabels.Found lone = survey.lone(line.number());
    if (lone != null) {
      tokens.add(
          new Token.Label(line.number(), lone.part(), lone.who(), true, false, Rule.LABEL_LINE));
      return;
    }
    InducedLabels.Found induced = survey.induced(line.number());
    if (induced != null) {
      Who who = reader.read(induced.head());
      boolean function = who.title() != null && reader.isFunction(who.title());
      boolean numbered = Character.isDigit(induced.head().charAt(induced.head().length() - 1));
      who = numbered ? who.withName(null).withTitle(induced.head()) : who;
      Who named = function || numbered ? who : who.withName(induced.head()).withTitle(null);
      Part known = Part.of(lexicon.kinds(induced.head()));
      boolean asks = function && lexicon.ends(WordKind.REPORTER, induced.head());
      Part part = known != null ? known : asks ? Part.REPORTER : Part.PERSON;
      Who speaker = known != null ? Who.NOBODY : named;
      tokens.add(new Token.Label(line.number(), part, speaker, true, true, Rule.INDUCED));
      boolean open = Quotes.opens(text.charAt(induced.speech())) && text.endsWith("'");
      cuts.add(line, induced.speech() + (open ? 1 : 0), text.length() - (open ? 1 : 0), tokens);
      return;
    }
    int position = Lead.end(text);
    if (position > Prefix.skip(text, 0)) {
      String lead = text.substring(0, position).strip();
      tokens.add(new Token.Silent(line.number(), "cue", lead));
    }
    boolean bracket = position < text.length() && lexicon.closer(text.charAt(position)) != 0;
    if (spoken < (bracket ? MOST_ABOVE_BRACKET : MOST_ABOVE_DATELINE)) {
      position = dateline(line, position, spoken, tokens);
    }
    int chevrons = Speakers.chevrons(text);
    if (chevrons > 0) {
      position = chevrons;
      if (prefixes.read(line, position, new ArrayList<>()) == position) {
        tokens.add(
            new Token.Label(line.number(), Part.CHANGE, Who.NOBODY, true, true, Rule.CHANGE_MARK));
      }
    } else if (text.startsWith("#", position) && isSentence(text, position)) {
      position++;
    } else if (bareLabel(line, next, tokens)
        || survey.isLabelled() && AttributedQuote.read(line, lexicon, reader, cuts, tokens)) {
      return;
    }
    while (position < text.length()) {
      int end = label(line, position, next, tokens);
      if (end == position) {
        end = inner.next(text, position + 1 > text.length() ? text.length() : position);
        end = end == position ? inner.next(text, position + 1) : end;
        cuts.add(line, position, end, tokens);
      }
      position = end <= position ? text.length() : end;
      position = Prefix.skip(text, position);
    }
  }

  /** A line of a text without speakers: nothing is left out of it but what no text says. */
  private void plain(SourceLine line, int spoken, List<Token> tokens) {
    String text = line.text();
    String reason = silent.plainReason(line);
    if (reason != null) {
      tokens.add(new Token.Silent(line.number(), reason, text.strip()));
      return;
    }
    int position = survey.isTimed() ? Lead.timed(text) : Lead.end(text);
    int start = Prefix.skip(text, 0);
    boolean clock = position - start >= LONGEST_CLOCK && Lead.time(text, start) > 0;
    if (position > start && (clock || survey.isTimed())) {
      tokens.add(new Token.Silent(line.number(), "cue", text.substring(0, position).strip()));
    } else {
      position = 0;
    }
    if (spoken < MOST_ABOVE_DATELINE) {
      position = dateline(line, position, spoken, tokens);
    }
    if (position < text.length()) {
      if (survey.isTimed()) {
        cuts.add(line, position, text.length(), tokens);
      } else {
        cuts.clocks(line, position, text.length(), tokens);
      }
    }
  }

  private int dateline(SourceLine line, int position, int spoken, List<Token> tokens) {
    String text = line.text();
    int end = datelines.end(text.substring(position)) + position;
    if (end == position && spoken == 0) {
      Prefix prefix = Prefix.at(text, position, lexicon);
      boolean place =
          prefix != null
              && prefix.delimiter() == ':'
              && prefix.raw().length() >= 3
              && prefix.raw().length() <= 30
              && Cuts.isCapitals(prefix.raw())
              && prefix.speech() < text.length()
              && Sentences.ends(text)
              && !survey.isSpeaker(prefix.raw())
              && Part.of(lexicon.kinds(prefix.raw())) == null
              && !survey.isLabelled();
      end = prefix != null && place ? prefix.speech() : end;
    }
    if (end > position) {
      tokens.add(
          new Token.Silent(line.number(), "dateline", text.substring(position, end).strip()));
    }
    return end;
  }

  /** Reads a label at a position; returns the position itself if there is none. */
  private int label(SourceLine line, int position, String next, List<Token> tokens) {
    String text = line.text();
    char c = text.charAt(position);
    int end = position;
    if (c == '(' || c == '（') {
      end = heard(line, position, tokens);
    }
    if (end == position && lexicon.closer(c) != 0
        || (c == '&' && text.startsWith("&lt;", position))) {
      end = brackets.read(line, position, next, tokens);
    }
    if (end == position) {
      end = question(line, position, tokens);
    }
    if (end == position && position == Lead.end(text)) {
      end = QuoteHead.read(line, position, lexicon, reader, cuts, tokens);
    }
    return end == position ? prefixes.read(line, position, tokens) : end;
  }

  /** A quotation in brackets that an assembly calls: {@code (「異議なし」の声あり)}. */
  private int heard(SourceLine line, int position, List<Token> tokens) {
    String text = line.text();
    Group group = survey.isAssembly() ? Group.at(text, position, text.length(), lexicon) : null;
    int open = group == null ? 0 : Prefix.skip(text, group.innerStart());
    boolean alone = group != null && Prefix.skip(text, group.end()) >= text.length();
    if (!alone || !Quotes.opens(text.charAt(open))) {
      return position;
    }
    int close = Quotes.close(text, open, text.length());
    if (close < 0) {
      return position;
    }
    Token.Words words = new Token.Words(line.number(), open + 1, close);
    tokens.add(new Token.Clip(line.number(), Who.NOBODY, List.of(words), Rule.CUE_QUOTE));
    return text.length();
  }

  private int question(SourceLine line, int position, List<Token> tokens) {
    String text = line.text();
    char c = text.charAt(position);
    QuestionForm form = survey.form();
    boolean question = form.isQuestion(c);
    if (question || form.isAnswer(c)) {
      int start = position;
      while (start < text.length() && text.charAt(start) == c) {
        start++;
      }
      boolean asks = question && (!form.alternates() || Sentences.asks(text));
      Part part = asks ? Part.QUESTION : Part.ANSWER;
      tokens.add(new Token.Label(line.number(), part, Who.NOBODY, false, true, Rule.QUESTION_SIGN));
      return Prefix.skip(text, start);
    }
    int number = form.numbers() && position == 0 ? QuestionForm.number(text) : 0;
    if (number > 0) {
      tokens.add(
          new Token.Label(
              line.number(), Part.QUESTION, Who.NOBODY, false, true, Rule.QUESTION_NUMBER));
      return Prefix.skip(text, number);
    }
    int equals = form.letters() && position == 0 ? equals(text, 0) : 0;
    if (equals > 0) {
      named(line, 0, equals, Rule.ANSWER_NAME, tokens);
      return Prefix.skip(text, equals + 1);
    }
    int topic = topic(text, position);
    if (topic > position) {
      tokens.add(
          new Token.Label(line.number(), Part.ANSWER, Who.NOBODY, false, true, Rule.ANSWER_TOPIC));
      return topic;
    }
    int bare = form.letters() && position == 0 ? marks.bareQuestion(text, 0) : 0;
    if (bare > 0) {
      tokens.add(
          new Token.Label(
              line.number(), Part.QUESTION, Who.NOBODY, false, true, Rule.QUESTION_LETTER));
      return bare;
    }
    int answer = form.bareAnswers() && position == 0 ? marks.bareAnswer(text, 0) : 0;
    if (answer > 0) {
      tokens.add(
          new Token.Label(
              line.number(), Part.ANSWER, Who.NOBODY, false, true, Rule.QUESTION_LETTER));
      return answer;
    }
    QuestionMarks.Mark mark = form.letters() ? marks.letter(text, position) : null;
    if (mark == null) {
      return position;
    }
    int named = mark.part() == Part.ANSWER ? equals(text, mark.speech()) : 0;
    if (named > 0) {
      named(line, mark.speech(), named, Rule.QUESTION_LETTER, tokens);
      return Prefix.skip(text, named + 1);
    }
    Prefix name = markNames.at(text, mark.speech());
    if (name != null) {
      Who who = markNames.who(name);
      tokens.add(
          new Token.Label(line.number(), mark.part(), who, true, true, Rule.QUESTION_LETTER));
      return name.speech();
    }
    boolean speaks = mark.speech() < text.length();
    tokens.add(
        new Token.Label(
            line.number(), mark.part(), Who.NOBODY, false, speaks, Rule.QUESTION_LETTER));
    return mark.speech() == position ? position + 1 : mark.speech();
  }

  /** Where {@code =} stands behind a name that begins at a position; 0 if nowhere. */
  private int equals(String text, int start) {
    int at = text.indexOf('=', start);
    return at > start
            && at - start <= LONGEST_NAME
            && names.isName(text.substring(start, at).strip())
        ? at
        : 0;
  }

  private void named(SourceLine line, int from, int to, Rule rule, List<Token> tokens) {
    Who who = reader.read(line.text().substring(from, to));
    tokens.add(new Token.Label(line.number(), Part.ANSWER, who, true, true, rule));
  }

  /** One past a topic that heads an answer, such as {@code ●공연뒤=}; the position if none. */
  private int topic(String text, int position) {
    if (!lexicon.isGlyph(text.charAt(position))) {
      return position;
    }
    int limit = Math.min(text.length(), position + 16);
    for (int i = position + 2; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '=' || c == '＝') {
        return Prefix.skip(text, i + 1);
      }
      if (!Character.isLetterOrDigit(c) && c != ' ') {
        return position;
      }
    }
    return position;
  }

  /** A line that is nothing but a label's word, or a name above a quotation. */
  private boolean bareLabel(SourceLine line, String next, List<Token> tokens) {
    String text = line.text().strip();
    if (text.length() > LONGEST_NAME_LINE + 20 || text.isEmpty()) {
      return false;
    }
    String word = Labels.word(text);
    boolean glyph = word.length() < text.length() || line.marked();
    String person = Labels.withoutSigns(text).substring(word.length()).strip();
    if (word.length() <= 12 && word.indexOf(' ') < 0) {
      Part part = Part.of(lexicon.kinds(word));
      boolean heading = part != null && part.isOneShot() && survey.isFirst(line);
      if (part != null && (glyph || word.length() > 2) && !(heading && !QuoteLines.opens(next))) {
        Who who =
            person.isEmpty() ? Who.NOBODY : reader.read(person.substring(1, person.length() - 1));
        tokens.add(
            new Token.Label(line.number(), part, who, part.isOneShot(), false, Rule.WORD_ALONE));
        return true;
      }
    }
    if (raw(line, text, next, tokens)) {
      return true;
    }
    boolean named =
        text.length() <= LONGEST_NAME_LINE
            && QuoteLines.opens(next)
            && Character.isLetter(text.charAt(0))
            && !Sentences.ends(text)
            && text.indexOf(':') < 0
            && Part.of(lexicon.kinds(text)) == null
            && prefixes.read(line, 0, new ArrayList<>()) == 0
            && (survey.isLabelled() || reader.isSpeaker(text) && text.indexOf('/') > 0);
    if (named) {
      tokens.add(
          new Token.Label(
              line.number(), Part.INTERVIEW, reader.read(text), true, false, Rule.NAME_OVER_QUOTE));
    }
    return named;
  }

  /** A line of a raw script: {@code int 말}, {@code sync 말}. */
  private boolean raw(SourceLine line, String text, String next, List<Token> tokens) {
    int space = text.indexOf(' ');
    if (space < 2 || space > 5 || text.charAt(0) > 'z') {
      return false;
    }
    Set<WordKind> kinds = lexicon.kinds(text.substring(0, space));
    Part part = Part.of(kinds);
    int speech = line.text().indexOf(text) + space + 1;
    if (part == null || !part.isOneShot()) {
      return false;
    }
    String speaker = Labels.withoutSigns(text.substring(space));
    if (lexicon.isGlyph(text.charAt(space + 1)) && QuoteLines.opens(next)) {
      Who who = reader.read(speaker);
      tokens.add(new Token.Label(line.number(), part, who, true, false, Rule.RAW_WORD));
      return true;
    }
    if (text.charAt(space + 1) < '\u1100' && !Quotes.opens(text.charAt(space + 1))) {
      return false;
    }
    tokens.add(new Token.Label(line.number(), part, Who.NOBODY, true, true, Rule.RAW_WORD));
    cuts.add(line, speech, line.text().length(), tokens);
    return true;
  }

  private static boolean isSentence(String text, int position) {
    return text.indexOf(' ', position) > 0
        && Sentences.ends(text)
        && text.indexOf('#', position + 1) < 0;
  }
}
