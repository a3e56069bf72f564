package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Piece;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.QuoteLines;
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

  private static final int LONGEST_UNQUOTED = 4;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final Survey survey;
  private final Map<Integer, String> texts = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  private Block base = new Block(null, Who.NOBODY, false);
  private @Nullable Block answerer;
  private @Nullable Shot shot;
  private boolean broken;
  private boolean taped;
  private boolean answersMarked;
  private int screens;
  private int questionLine = -1;

  Walker(Lexicon lexicon, WhoReader reader, Survey survey, List<SourceLine> lines) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.survey = survey;
    for (SourceLine line : lines) {
      texts.put(line.number(), line.text());
    }
  }

  List<Draft> walk(List<Token> tokens) {
    for (Token token : tokens) {
      answersMarked |= token instanceof Token.Label label && label.part() == Part.ANSWER;
      screens += token instanceof Token.Silent silent && isScreen(silent) ? 1 : 0;
    }
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i)) {
        case Token.Label label -> {
          label(label);
          if (shot != null && shot.block.part == Part.INTERVIEW) {
            shot.returned = returns(tokens, i);
          }
        }
        case Token.Clip clip -> clip(clip);
        case Token.Words words -> words(words.line(), words.start(), words.end());
        case Token.Aside aside -> aside(aside);
        case Token.Silent silent -> screen(silent);
      }
    }
    return drafts;
  }

  /**
   * Whether a label marks where the enclosing block comes back, so that the words until then are
   * the interviewee's though no quotation marks say so.
   */
  private boolean returns(List<Token> tokens, int at) {
    int lines = 0;
    for (int i = at + 1; i < tokens.size() && lines <= LONGEST_UNQUOTED; i++) {
      Token token = tokens.get(i);
      if (token instanceof Token.Label label) {
        return lines > 0 && base.part != null && label.part() == base.part && !label.speaks();
      }
      if (token instanceof Token.Clip || token instanceof Token.Aside) {
        return false;
      }
      if (token instanceof Token.Words words) {
        String said = text(words.line()).substring(words.start(), words.end());
        if (QuoteLines.mark(said, 0) >= 0 || Names.signedOff(said, lexicon) != null) {
          return false;
        }
        lines++;
      }
    }
    return false;
  }

  private boolean isScreen(Token.Silent silent) {
    return silent.reason().equals("cue") && lexicon.has(WordKind.SCREEN, inner(silent.text()));
  }

  private static String inner(String text) {
    return text.length() > 2 && text.charAt(0) == '<' ? text.substring(1, text.length() - 1) : text;
  }

  /** The names of weather pictures show that a caster has begun, whom no label announces. */
  private void screen(Token.Silent silent) {
    boolean unlabelled = base.part == null || base.part == Part.ANCHOR;
    if (screens > 1 && unlabelled && isScreen(silent)) {
      base = new Block(Part.LIVE_REPORTER, Who.NOBODY, false);
    }
  }

  private void label(Token.Label label) {
    shot = null;
    Part part = label.part();
    switch (part) {
      case TAPE, TAPE_END -> taped = part == Part.TAPE;
      case INTERVIEW, STAND_UP -> {
        shot = new Shot(new Block(part, label.who(), true), label);
        broken = true;
      }
      case QUESTION -> question(label);
      case PERSON -> person(label);
      case CHANGE -> {
        base = new Block(part, label.who(), false);
        broken = true;
      }
      default -> block(label);
    }
  }

  private void block(Token.Label label) {
    boolean same =
        base.part == label.part()
            && base.who.equals(label.who())
            && !label.named()
            && !base.clip
            && !hasSignedOff();
    if (!same) {
      base = new Block(label.part(), label.who(), false);
    }
    base.taped = taped;
    base.spokenLine = label.speaks() ? label.line() : -1;
    broken |= label.named();
    if (label.part() == Part.ANSWER) {
      answerer = base;
    }
  }

  /** Whether the reporter of the block has signed off, so that what follows is another's. */
  private boolean hasSignedOff() {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    return base.isReporter()
        && last != null
        && last.block == base
        && Names.signedOff(last.ending(), lexicon) != null;
  }

  /** Whether the anchor's block has called a reporter. */
  private boolean hasCalled() {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (drafts.get(i).block.part == Part.ANCHOR) {
        return Names.handsOver(drafts.get(i).ending(), lexicon);
      }
    }
    return false;
  }

  private void question(Token.Label label) {
    boolean broadcast = survey.isAnchored() && base.part != Part.QUESTION && !base.clip;
    if (broadcast && (base.isReporter() || base.part == Part.ANCHOR)) {
      if (base.part == Part.ANCHOR && label.speaks() && hasCalled()) {
        base = new Block(Part.LIVE_REPORTER, Who.NOBODY, false);
      }
      shot = new Shot(new Block(Part.ANCHOR, Who.NOBODY, true), label);
      broken = true;
      return;
    }
    if (base.part == Part.PERSON || base.part == Part.INTERVIEW) {
      answerer = base;
    }
    if (base.part != Part.QUESTION || !base.who.equals(label.who())) {
      base = new Block(Part.QUESTION, label.who(), false);
    }
    questionLine = label.speaks() ? label.line() : -1;
  }

  private void person(Token.Label label) {
    if (survey.isBracketed()
        && label.speaks()
        && base.part != null
        && base.part != Part.PERSON
        && base.part != Part.NARRATOR
        && base.part != Part.ANCHOR) {
      shot = new Shot(new Block(Part.PERSON, label.who(), true), label);
    } else {
      base = new Block(Part.PERSON, label.who(), false);
      base.taped = taped;
      answerer = base;
    }
    broken = true;
  }

  private void clip(Token.Clip clip) {
    shot = null;
    if (clip.words().isEmpty()) {
      broken = true;
      return;
    }
    Block block = new Block(Part.INTERVIEW, clip.who(), true);
    broken = true;
    for (Token.Words words : clip.words()) {
      say(block, words.line(), words.start(), words.end());
    }
    broken = true;
  }

  private void words(int line, int start, int end) {
    String text = text(line);
    Shot now = shot;
    if (now == null) {
      base(line, start, end);
    } else if (now.opener != 0) {
      quotation(now, line, start, end);
    } else {
      int mark = QuoteLines.mark(text, start);
      if (mark >= 0 && mark < end && !(now.said && !Spans.isWrapped(text, mark, end))) {
        now.opener = text.charAt(mark);
        quotation(now, line, mark + 1, end);
      } else if (now.label.speaks() && now.label.line() == line) {
        say(now.block, line, start, end);
        now.said = true;
      } else {
        following(now, line, start, end);
      }
    }
  }

  /** Words inside a quotation that may go on over several lines. */
  private void quotation(Shot now, int line, int start, int end) {
    String text = text(line);
    int close = -1;
    for (int i = start; i < end && close < 0; i++) {
      close = Quotes.closes(now.opener, text.charAt(i)) ? i : -1;
    }
    boolean wrapped =
        close >= 0
            && Quotes.closes(now.opener, text.charAt(end - 1))
            && !Spans.isOpener(text, close + 1, end - 1);
    int stop = close < 0 ? end : wrapped ? end - 1 : close;
    if (stop > start) {
      say(now.block, line, start, stop);
    }
    now.said = true;
    if (close >= 0) {
      now.opener = 0;
      if (stop + 1 < end && Spans.hasLetters(text, stop + 1, end)) {
        shot = null;
        base(line, stop + 1, end);
      }
    } else if (++now.lines > 20) {
      shot = null;
    }
  }

  /** A line after a one-shot label that isn't quoted. */
  private void following(Shot now, int line, int start, int end) {
    if (now.returned) {
      say(now.block, line, start, end);
      return;
    }
    String text = text(line);
    boolean dash = "-–—".indexOf(text.charAt(start)) >= 0 && !now.said;
    if (dash) {
      int from = start + 1;
      while (from < end && Sentences.isSpace(text.charAt(from))) {
        from++;
      }
      say(now.block, line, from, end);
      shot = null;
      return;
    }
    if (now.said || now.block.part == Part.PERSON) {
      shot = null;
      base(line, start, end);
      return;
    }
    if (now.block.part == Part.STAND_UP || now.block.part == Part.ANCHOR) {
      say(now.block, line, start, end);
      now.said = now.block.part == Part.ANCHOR;
      return;
    }
    String words = text.substring(start, end);
    if (now.block.who.isNobody()) {
      if (words.length() <= 30 && !Sentences.ends(words) && reader.isSpeaker(words)) {
        shot = new Shot(new Block(Part.INTERVIEW, reader.read(words), true), now.label);
        return;
      }
      base = now.block;
      shot = null;
      say(base, line, start, end);
      return;
    }
    shot = null;
    broken = true;
    base(line, start, end);
  }

  /** Words of the block. */
  private void base(int line, int start, int end) {
    String text = text(line);
    if (base.part == Part.QUESTION && questionLine >= 0 && questionLine != line && !answersMarked) {
      Block known = answerer;
      base = known == null ? new Block(Part.ANSWER, Who.NOBODY, false) : known;
      answerer = base;
    } else if (base.part == Part.QUESTION) {
      questionLine = line;
    } else if (base.part == Part.ANSWER && isNarrated(text.substring(start, end))) {
      base = new Block(Part.NARRATOR, Who.NOBODY, false);
    }
    if (base.isReporter()
        && lexicon.begins(WordKind.ANSWER_OPENING, text.substring(start, end))
        && hasSignedOff()) {
      base = new Block(base.part == null ? Part.REPORTER : base.part, Who.NOBODY, false);
    }
    if (base.part == Part.ANCHOR) {
      Draft last = drafts.isEmpty() ? null : drafts.getLast();
      String before = last != null && last.block == base ? last.ending() : "";
      int answer = UnlabelledAnswer.of(text, start, end, before, lexicon);
      if (answer >= start) {
        if (answer > start) {
          say(base, line, start, answer);
        }
        base = new Block(Part.LIVE_REPORTER, Who.NOBODY, false);
        say(base, line, answer, end);
        return;
      }
    }
    boolean unquoted =
        base.spokenLine == line
            || base.part == Part.ANSWER
            || base.part == Part.PERSON
            || base.part == Part.NARRATOR
            || base.part == Part.INTERVIEW;
    if (unquoted && Spans.isWrapped(text, start, end)) {
      say(base, line, start + 1, end - 1);
    } else {
      say(base, line, start, end);
    }
  }

  /** Whether an unmarked line after marked answers in polite speech is the writer's again. */
  private boolean isNarrated(String words) {
    if (!answersMarked || drafts.isEmpty() || Sentences.isPolite(words) || !words.endsWith("다.")) {
      return false;
    }
    Draft last = drafts.getLast();
    return last.block == base && Sentences.isPolite(last.ending());
  }

  private void aside(Token.Aside aside) {
    String text = text(aside.line());
    String words = text.substring(aside.start(), aside.end());
    boolean asks = Sentences.asks(words);
    Part other = null;
    if (base.part == Part.ANCHOR && lexicon.begins(WordKind.ANSWER_OPENING, words)) {
      other = Part.LIVE_REPORTER;
    } else if (base.isReporter() && asks) {
      other = survey.isAnchored() ? Part.ANCHOR : Part.QUESTION;
    } else if (base.part == Part.ANSWER
        || base.part == Part.PERSON && survey.isLabelled()
        || base.part == Part.PERSON && answerer == base && !drafts.isEmpty() && questionLine >= 0) {
      other = Part.QUESTION;
    }
    if (other == null) {
      words(
          aside.line(), Spans.around(text, aside.start(), -1), Spans.around(text, aside.end(), 1));
      return;
    }
    shot = null;
    say(new Block(other, Who.NOBODY, true), aside.line(), aside.start(), aside.end());
  }

  private void say(Block block, int line, int start, int end) {
    String text = text(line);
    int from = start;
    int to = end;
    while (from < to && Sentences.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && Sentences.isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (!Spans.hasLetters(text, from, to)) {
      return;
    }
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    if (last == null || last.block != block || (broken && !block.clip)) {
      last = new Draft(block);
      drafts.add(last);
    }
    broken = false;
    last.pieces.add(new Piece(line, text.substring(from, to)));
  }

  private String text(int line) {
    return texts.getOrDefault(line, "");
  }
}
