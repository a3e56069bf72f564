package org.nangdok.script.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Survey;
import org.nangdok.script.line.Token;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/**
 * Walks through the tokens and decides which label governs which words. A block label holds until
 * the next; the label of one quotation holds for that only, then its block comes back.
 */
final class Walker {

  private final Lexicon lexicon;
  private final Survey survey;
  private final Drafts drafts;
  private final Shots shots;

  private Block base = new Block(null, Who.NOBODY, false);
  private @Nullable Block answerer;
  private boolean taped;
  private boolean answersMarked;
  private boolean reported;
  private boolean signsOff;
  private boolean clips;
  private boolean ended;
  private int questionLine = -1;

  Walker(Lexicon lexicon, WhoReader reader, Survey survey, List<SourceLine> lines) {
    this.lexicon = lexicon;
    this.survey = survey;
    this.drafts = new Drafts(lexicon, reader, lines);
    this.shots = new Shots(drafts, reader);
  }

  List<Draft> walk(List<Token> tokens) {
    reported = tokens.stream().anyMatch(Walker::isReporters);
    for (Token token : tokens) {
      signsOff |= token instanceof Token.Words words && signsOff(words);
      clips |=
          token instanceof Token.Clip
              || token instanceof Token.Label one && one.part() == Part.INTERVIEW;
      answersMarked |= token instanceof Token.Label label && label.part() == Part.ANSWER;
    }
    shots.unquoted(UnquotedClip.areAll(tokens, drafts));
    WeatherScreens screens = new WeatherScreens(lexicon, tokens);
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i)) {
        case Token.Label label -> label(label, tokens, i);
        case Token.Clip clip -> clip(clip);
        case Token.Words words -> words(words.line(), words.start(), words.end());
        case Token.Aside aside -> aside(aside);
        case Token.Silent silent -> {
          ended |=
              base.part == Part.ANCHOR
                  && lexicon.has(WordKind.END, silent.text().replaceAll("\\P{L}", ""));
          boolean unlabelled = base.part == null || base.part == Part.ANCHOR;
          if (unlabelled && screens.announce(silent)) {
            base = new Block(Part.LIVE_REPORTER, Who.NOBODY, false);
          }
        }
      }
    }
    return drafts.all();
  }

  private static boolean isReporters(Token token) {
    return token instanceof Token.Label label
        && switch (label.part()) {
          case REPORTER, LIVE_REPORTER, REPORT -> true;
          default -> false;
        };
  }

  private boolean signsOff(Token.Words words) {
    String said = drafts.text(words.line()).substring(words.start(), words.end());
    return Names.signedOff(said, lexicon) != null;
  }

  /**
   * Whether words below an anchor's are a report that has no label: the anchor's block has ended or
   * handed over, no label announces a reporter, and clips or a sign-off show that somebody reports.
   */
  private boolean isUnlabelledReport(int line) {
    boolean calls = base.part == null && (signsOff && clips) && drafts.endsInHandOver(base);
    return (base.part == Part.ANCHOR || calls)
        && !base.clip
        && !reported
        && (signsOff || clips)
        && drafts.lastLine(base) >= 0
        && drafts.lastLine(base) != line
        && (calls
            || ended
            || Names.handsOver(drafts.ending(base), lexicon) && drafts.endsInHandOver(base));
  }

  private void label(Token.Label label, List<Token> tokens, int at) {
    shots.close();
    Part part = label.part();
    switch (part) {
      case TAPE, TAPE_END -> taped = part == Part.TAPE;
      case INTERVIEW, STAND_UP -> {
        Shot shot = shots.open(new Block(part, label.who(), true), label);
        shot.returned =
            part == Part.INTERVIEW && UnquotedClip.isOne(tokens, at, base.part, drafts, lexicon);
        drafts.breakTurn();
      }
      case QUESTION -> question(label);
      case PERSON -> {
        if (base.part == null && !survey.isLabelled() && isQuoted(label, tokens, at)) {
          shots.open(new Block(part, label.who(), true), label);
          drafts.breakTurn();
        } else {
          person(label);
        }
      }
      case CHANGE -> {
        base = new Block(part, label.who(), false);
        drafts.breakTurn();
      }
      default -> {
        if (part == Part.REPORTER && base.part == Part.REPORT && isQuoted(label, tokens, at)) {
          shots.open(new Block(Part.STAND_UP, label.who(), true), label);
          drafts.breakTurn();
        } else {
          block(label);
        }
      }
    }
  }

  /** Whether a label's line, or the next if it stands alone, holds nothing but a quotation. */
  private boolean isQuoted(Token.Label label, List<Token> tokens, int at) {
    if (at + 1 >= tokens.size()
        || !(tokens.get(at + 1) instanceof Token.Words words)
        || label.speaks() != (words.line() == label.line())) {
      return false;
    }
    return Spans.isWrapped(drafts.text(words.line()), words.start(), words.end());
  }

  private void block(Token.Label label) {
    if (label.part() == Part.ANSWER && survey.isAnchored() && base.isReporter() && !label.named()) {
      base.spokenLine = label.speaks() ? label.line() : -1; // the reporter answers the anchor
      drafts.breakTurn();
      return;
    }
    boolean same =
        base.part == label.part()
            && base.who.equals(label.who())
            && !label.named()
            && !base.clip
            && !drafts.hasSignedOff(base)
            && !(base.isReporter() && drafts.hasCalledSeries());
    if (!same) {
      base = new Block(label.part(), label.who(), false);
    }
    base.taped = taped;
    base.spokenLine = label.speaks() ? label.line() : -1;
    if (label.named()) {
      drafts.breakTurn();
    }
    if (label.part() == Part.ANSWER) {
      answerer = base;
    }
  }

  private void question(Token.Label label) {
    boolean broadcast = survey.isAnchored() && base.part != Part.QUESTION && !base.clip;
    if (broadcast && (base.isReporter() || base.part == Part.ANCHOR)) {
      if (base.part == Part.ANCHOR && label.speaks() && drafts.hasCalled()) {
        base = new Block(Part.LIVE_REPORTER, Who.NOBODY, false);
      }
      shots.open(new Block(Part.ANCHOR, Who.NOBODY, true), label);
      drafts.breakTurn();
      return;
    }
    if (base.part == Part.PERSON || base.part == Part.INTERVIEW) {
      answerer = base;
    }
    if (base.part != Part.QUESTION || !base.who.equals(label.who())) {
      base = new Block(Part.QUESTION, label.who(), false);
    } else if (label.rule() != Rule.QUESTION_SIGN) {
      drafts.breakTurn(); // a question that nobody has answered
    }
    questionLine = label.speaks() ? label.line() : -1;
  }

  private void person(Token.Label label) {
    if (survey.isCaptioned() && base.part == Part.PERSON && base.who.equals(label.who())) {
      return; // the next caption of the same words
    }
    if (survey.isBracketed()
        && label.speaks()
        && base.part != null
        && base.part != Part.PERSON
        && base.part != Part.NARRATOR
        && base.part != Part.ANCHOR) {
      shots.open(new Block(Part.PERSON, label.who(), true), label);
    } else {
      base = new Block(Part.PERSON, label.who(), false);
      base.taped = taped;
      answerer = base;
    }
    drafts.breakTurn();
  }

  private void clip(Token.Clip clip) {
    shots.close();
    drafts.breakTurn();
    Block block = new Block(Part.INTERVIEW, clip.who(), true);
    for (Token.Words words : clip.words()) {
      drafts.say(block, words.line(), words.start(), words.end());
    }
    drafts.breakTurn();
  }

  private void words(int line, int start, int end) {
    int rest = shots.words(line, start, end);
    Block taken = shots.taken();
    base = taken == null ? base : taken;
    if (rest < end) {
      base(line, rest, end);
    }
  }

  /** Words of the block. */
  private void base(int line, int start, int end) {
    String text = drafts.text(line);
    String words = text.substring(start, end);
    if (isUnlabelledReport(line)) {
      base = new Block(Part.REPORT, Who.NOBODY, false);
    }
    if (base.part == Part.QUESTION && questionLine >= 0 && questionLine != line && !answersMarked) {
      Block known = answerer;
      base = known == null ? new Block(Part.ANSWER, Who.NOBODY, false) : known;
      answerer = base;
    } else if (base.part == Part.QUESTION) {
      questionLine = line;
    } else if (base.part == Part.ANSWER && isNarrated(words)) {
      base = new Block(Part.NARRATOR, Who.NOBODY, false);
    } else if (base.isReporter()
        && lexicon.begins(WordKind.ANSWER_OPENING, words)
        && drafts.hasSignedOff(base)) {
      base = new Block(base.part, Who.NOBODY, false);
    }
    int from = base.part == Part.ANCHOR ? answer(line, text, start, end) : start;
    boolean unquoted =
        base.spokenLine == line
            || base.part == Part.ANSWER
            || base.part == Part.PERSON
            || base.part == Part.NARRATOR
            || base.part == Part.INTERVIEW;
    boolean wrapped = unquoted && Spans.isWrapped(text, from, end);
    int first = wrapped ? from + 1 : unquoted ? Spans.opened(text, from, end) : from;
    int last = wrapped ? end - 1 : unquoted ? Spans.closed(text, from, end) : end;
    drafts.say(base, line, first, last);
  }

  /** Says an anchor's words before a reporter's answer without a label; tells where that begins. */
  private int answer(int line, String text, int start, int end) {
    int answer = UnlabelledAnswer.of(text, start, end, drafts.ending(base), lexicon);
    if (answer < start) {
      return start;
    }
    if (answer > start) {
      drafts.say(base, line, start, answer);
    }
    base = new Block(Part.LIVE_REPORTER, Who.NOBODY, false);
    return answer;
  }

  /** Whether an unmarked line after marked answers in polite speech is the writer's again. */
  private boolean isNarrated(String words) {
    return answersMarked && Sentences.isWritten(words) && Sentences.isPolite(drafts.ending(base));
  }

  private void aside(Token.Aside aside) {
    String text = drafts.text(aside.line());
    String words = text.substring(aside.start(), aside.end());
    if (aside.inClip() || shots.isOpen(aside.line(), aside.start())) {
      shots.interrupted(aside, words);
      return;
    }
    Part other = null;
    boolean answers = lexicon.begins(WordKind.ANSWER_OPENING, words);
    Who called = Who.NOBODY;
    if (base.part == null && answers && survey.isAnchored()) {
      other = Part.LIVE_REPORTER;
      called = drafts.called(aside.line(), aside.start());
    } else if (base.part == Part.ANCHOR && answers) {
      other = Part.LIVE_REPORTER;
    } else if (base.isReporter() && Sentences.asks(words)) {
      other = survey.isAnchored() ? Part.ANCHOR : Part.QUESTION;
    } else if (base.part == Part.QUESTION) {
      other = Part.ANSWER;
    } else if (base.part == Part.ANSWER
        || base.part == Part.PERSON && survey.isLabelled()
        || base.part == Part.PERSON
            && answerer == base
            && !drafts.all().isEmpty()
            && questionLine >= 0) {
      other = Part.QUESTION;
    }
    if (other == null) {
      words(
          aside.line(), Spans.around(text, aside.start(), -1), Spans.around(text, aside.end(), 1));
      return;
    }
    shots.close();
    drafts.say(new Block(other, called, true), aside.line(), aside.start(), aside.end());
  }
}
