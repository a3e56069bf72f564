package org.nangdok.script.line;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Reads what stands in brackets where a label may stand. */
final class BracketReader {

  private static final int LONGEST_HEAD = 60;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final KoreanNames names;
  private final Labels labels;
  private final Cuts cuts;
  private final Survey survey;
  private final BracketClips clips;

  BracketReader(Lexicon lexicon, WhoReader reader, Survey survey) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.names = new KoreanNames(lexicon);
    this.labels = new Labels(lexicon, reader);
    this.cuts = new Cuts(lexicon);
    this.clips = new BracketClips(lexicon, reader);
    this.survey = survey;
  }

  /**
   * Reads the bracket at a position.
   *
   * @param next the text of the next line, empty if there is none
   * @param tokens where to add what was found
   * @return one past what was read; the position itself if nothing was
   */
  int read(SourceLine line, int position, String next, List<Token> tokens) {
    String text = line.text();
    Group group = Group.at(text, position, text.length(), lexicon);
    if (group == null) {
      group = BracketClips.unclosed(text, position);
      if (group == null) {
        return position;
      }
      int wrapped = clips.wrapped(line, group, tokens);
      if (wrapped > position) {
        return wrapped;
      }
    }
    String content = group.content(text);
    if (content.isEmpty()) {
      return position;
    }
    if (group.open() == '<' && content.startsWith("v ")) {
      Who who = reader.read(content.substring(2));
      who = who.name() == null ? who.withName(content.substring(2)).withTitle(null) : who;
      tokens.add(new Token.Label(line.number(), Part.PERSON, who, true, true, Rule.VOICE_TAG));
      return group.end();
    }
    boolean alone = Prefix.skip(text, group.end()) >= text.length();
    Set<WordKind> kinds = lexicon.kinds(Labels.bare(content));
    if (content.length() <= LONGEST_HEAD) {
      Labels.Found found = labels.read(content);
      boolean titleTag =
          !alone
              && kinds.contains(WordKind.TAG)
              && survey.isFirst(line)
              && (!Sentences.isFinished(text) || survey.isHosted());
      if (found != null && !titleTag && (!group.isRound() || mayBeRound(found.part()))) {
        return label(line, group, found, alone, tokens);
      }
      if (kinds.contains(WordKind.CAPTION) && (!group.isRound() || position == 0)) {
        boolean goesOn = lexicon.ends(WordKind.JOINS, text.strip());
        int end = goesOn ? group.end() : text.length();
        tokens.add(new Token.Silent(line.number(), "cue", text.substring(position, end)));
        return end;
      }
    }
    if (cuts.isCredit(content) && content.length() < 300) {
      tokens.add(new Token.Silent(line.number(), "credit", content));
      return group.end();
    }
    int spoken = clips.read(line, group, content, alone, tokens);
    if (spoken > position) {
      return spoken;
    }
    if (group.isRound()) {
      return alone && announces(content, next) ? clip(line, group, content, tokens) : position;
    }
    if (alone && content.length() <= LONGEST_HEAD) {
      return alone(line, group, content, next, tokens);
    }
    return alone ? position : glued(line, group, content, tokens);
  }

  private static boolean mayBeRound(Part part) {
    return part != Part.PERSON && part != Part.LIVE_REPORTER;
  }

  private int label(
      SourceLine line, Group group, Labels.Found found, boolean alone, List<Token> tokens) {
    int end = group.end();
    if (found.part().isOneShot()) {
      Labels.Found full = labels.after(found.part(), found.who(), line.text(), end);
      tokens.add(
          new Token.Label(
              line.number(),
              full.part(),
              full.who(),
              true,
              full.speech() < line.text().length(),
              Rule.BRACKET_WORD));
      return full.speech();
    }
    boolean near = line.text().length() - end < 8;
    String rest = near ? line.text().substring(end).strip() : "";
    if (!rest.isEmpty() && Part.of(lexicon.kinds(rest)) == found.part()) {
      tokens.add(
          new Token.Label(
              line.number(), found.part(), found.who(), false, false, Rule.BRACKET_WORD));
      return line.text().length();
    }
    Group bearer = found.part() == Part.ANSWER ? bearer(line.text(), end) : null;
    if (bearer != null) {
      Who who = reader.read(bearer.content(line.text()));
      tokens.add(new Token.Label(line.number(), found.part(), who, true, true, Rule.BRACKET_WORD));
      return bearer.end();
    }
    boolean named = found.who().name() != null;
    tokens.add(
        new Token.Label(
            line.number(), found.part(), found.who(), named, !alone, Rule.BRACKET_WORD));
    int after = Prefix.skip(line.text(), end);
    return after < line.text().length() && ":：".indexOf(line.text().charAt(after)) >= 0
        ? after + 1
        : end;
  }

  /** The round bracket behind an answer's label that names who gives it, or null. */
  private @Nullable Group bearer(String text, int from) {
    int start = Prefix.skip(text, from);
    Group group =
        start < text.length()
            ? Group.at(text, start, Math.min(text.length(), start + LONGEST_HEAD), lexicon)
            : null;
    boolean named =
        group != null
            && group.isRound()
            && group.end() < text.length()
            && reader.read(group.content(text)).name() != null;
    return named ? group : null;
  }

  /** Whether words in round brackets are a speaker whose quotation the next line is. */
  private boolean announces(String content, String next) {
    return survey.isLabelled()
        && content.length() <= LONGEST_HEAD
        && QuoteLines.opens(next)
        && (reader.isFunction(content)
            || lexicon.ends(WordKind.HONORIFIC, content)
            || lexicon.ends(WordKind.ROLE, content)
            || lexicon.ends(WordKind.TITLE, content));
  }

  private int clip(SourceLine line, Group group, String content, List<Token> tokens) {
    Who who = reader.read(content);
    tokens.add(
        new Token.Label(line.number(), Part.INTERVIEW, who, true, false, Rule.BRACKET_OVER_QUOTE));
    return group.end();
  }

  private int alone(SourceLine line, Group group, String content, String next, List<Token> tokens) {
    if (content.indexOf('@') >= 0) {
      tokens.add(new Token.Silent(line.number(), "byline", content));
      return group.end();
    }
    int colon = content.indexOf(':');
    if (colon > 0 && cuts.isCue(content) && content.indexOf('/', colon) > 0) {
      Who heard = reader.read(content.substring(colon + 1));
      tokens.add(
          new Token.Label(
              line.number(), Part.INTERVIEW, heard, true, false, Rule.BRACKET_OVER_QUOTE));
      return group.end();
    }
    if (cuts.isCue(content)) {
      tokens.add(new Token.Silent(line.number(), "cue", content));
      return group.end();
    }
    if (Sentences.ends(content)) {
      return group.start(); // a sentence is said, it announces nobody
    }
    Who who = reader.read(content);
    boolean quote = QuoteLines.opens(next);
    boolean tag = lexicon.has(WordKind.TAG, content);
    if (quote && !tag && (!who.isNobody() || who.style() != null)) {
      tokens.add(
          new Token.Label(
              line.number(), Part.INTERVIEW, who, true, false, Rule.BRACKET_OVER_QUOTE));
    } else if (!tag && isGuest(who, content)) {
      tokens.add(
          new Token.Label(line.number(), Part.PERSON, who, true, false, Rule.BRACKET_PERSON));
    } else {
      tokens.add(new Token.Silent(line.number(), "tag", content));
    }
    return group.end();
  }

  private boolean isGuest(Who who, String content) {
    if (who.name() != null) {
      return who.title() != null
          || content.indexOf(' ') < 0
          || survey.introduced(who.name()) != null
          || names.isName(content);
    }
    String function = who.title() == null ? content : who.title();
    return content.indexOf('/') > 0 || reader.isFunction(function);
  }

  /** A label that the words follow on the same line: {@code 【高梨大臣】…}, {@code [김가람] …}. */
  private int glued(SourceLine line, Group group, String content, List<Token> tokens) {
    String text = line.text();
    if (content.length() > 40 || lexicon.has(WordKind.TAG, content) || Sentences.ends(content)) {
      return group.start();
    }
    int after = Prefix.skip(text, group.end());
    Who who = reader.read(content);
    boolean quote = Quotes.opens(text.charAt(after));
    if (quote
        && survey.isLabelled()
        && !who.isNobody()
        && (who.name() != null || reader.isFunction(content))) {
      tokens.add(
          new Token.Label(
              line.number(), Part.INTERVIEW, who, true, true, Rule.BRACKET_BEFORE_QUOTE));
      return after;
    }
    boolean lenticular = group.open() == '【' && isJapaneseOrChinese(content);
    boolean known =
        who.name() != null
            && (survey.introduced(who.name()) != null
                || survey.isLabelled() && isGuest(who, content));
    boolean role =
        survey.isBracketed() && who.name() == null && lexicon.has(WordKind.ROLE, content);
    if (lenticular || known || role) {
      boolean split = who.name() != null && content.startsWith(who.title() + " ");
      Who person = lenticular && !split ? who.withName(content).withTitle(null) : who;
      tokens.add(
          new Token.Label(line.number(), Part.PERSON, person, true, true, Rule.BRACKET_PERSON));
      return ":：".indexOf(text.charAt(after)) >= 0 ? after + 1 : after;
    }
    return group.start();
  }

  private static boolean isJapaneseOrChinese(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (Character.isIdeographic(c) || c >= '\u3041' && c <= '\u30fa') {
        return true;
      }
    }
    return false;
  }
}
