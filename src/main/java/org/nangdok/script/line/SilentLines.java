package org.nangdok.script.line;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;

/** Tells whole lines of a transcript that nobody says. */
final class SilentLines {

  private static final int LONGEST = 300;

  /** How many words an address has at most. */
  private static final int LONGEST_CONTACT = 8;

  private final Lexicon lexicon;
  private final Survey survey;
  private final Cuts cuts;
  private final KoreanNames names;

  SilentLines(Lexicon lexicon, Survey survey) {
    this.lexicon = lexicon;
    this.survey = survey;
    this.cuts = new Cuts(lexicon);
    this.names = new KoreanNames(lexicon);
  }

  /** Why a line isn't said, as a code of {@link org.nangdok.article.Dropped}; null if it may be. */
  @Nullable String reason(SourceLine line) {
    String text = line.text().strip();
    if (survey.isHeader(line.number())) {
      return "header";
    }
    if (survey.isCaptionTime(line.number())) {
      return "cue";
    }
    if (!hasLetters(text)) {
      return "ornament";
    }
    if (text.length() > LONGEST) {
      return null;
    }
    if (isNotice(text)) {
      return "notice";
    }
    if (survey.form().letters() && Phrase.EXAMINED_BY.in(text)) {
      return Cuts.isCapitals(text) ? "cue" : null;
    }
    if (Phrase.PLACEHOLDER.in(text)) {
      return "placeholder";
    }
    if (isHeading(text)) {
      return "heading";
    }
    if (isHashtags(text)) {
      return "hashtag";
    }
    if (isBracketCue(text) || isOfMinutes(text) || isNoted(text)) {
      return "cue";
    }
    if (PageLines.form(text, PageLines.Where.ANYWHERE) != null && !isLabelled(text)) {
      return "furniture";
    }
    return prefixed(text);
  }

  /** Whether a line of minutes is a heading, an item of the agenda or a direction. */
  private boolean isOfMinutes(String text) {
    return survey.isMinutes() && PageLines.form(text, PageLines.Where.MINUTES) != null;
  }

  private boolean isLabelled(String text) {
    Prefix prefix = Prefix.at(text, 0, lexicon);
    return Part.of(lexicon.kinds(Labels.word(text))) != null
        || prefix != null && survey.isSpeaker(prefix.raw())
        || lexicon.closer(text.charAt(0)) != 0;
  }

  /** Why a line of a text without speakers isn't said; null if it is. */
  @Nullable String plainReason(SourceLine line) {
    String text = line.text().strip();
    if (survey.isCaptionTime(line.number())) {
      return "cue";
    }
    if (!hasLetters(text)) {
      return "ornament";
    }
    if (text.length() > LONGEST) {
      return null;
    }
    Prefix prefix = Prefix.at(text, 0, lexicon);
    if (prefix != null
        && prefix.isColon()
        && lexicon.has(WordKind.CONTACT, prefix.raw())
        && holdsAddress(text)
        && !isInstruction(text)) {
      return "contact";
    }
    if (Phrase.PLACEHOLDER.in(text)) {
      return "placeholder";
    }
    if (survey.isBeforeTimes(line.number()) && !Sentences.ends(text)) {
      return "furniture";
    }
    return isNotice(text)
        ? "notice"
        : isHashtags(text) && text.indexOf('#', 1) > 0 ? "hashtag" : byline(text);
  }

  /** Whether a line tells in a sentence what to do with an address. */
  private static boolean isInstruction(String text) {
    return Sentences.ends(text) && text.split("[ ,;]+").length > LONGEST_CONTACT;
  }

  /** Whether a line has a number or an address, by which somebody can be reached. */
  private static boolean holdsAddress(String text) {
    return text.indexOf('@') >= 0
        || text.indexOf('.') > 0
        || text.chars().anyMatch(Character::isDigit);
  }

  /** Whether a line is a notice; a sentence that only mentions such words is none. */
  private boolean isNotice(String text) {
    if (text.length() >= 200 || !lexicon.occurs(WordKind.NOTICE, text)) {
      return false;
    }
    boolean korean = text.endsWith(".") && Ending.SENTENCE_END.of(text, text.length() - 1);
    return !korean || !Character.isLetterOrDigit(text.charAt(0)) || Phrase.NOTICE_END.in(text);
  }

  private @Nullable String prefixed(String text) {
    Prefix prefix = Prefix.at(text, 0, lexicon);
    if (prefix == null) {
      boolean cue =
          text.length() <= 12
              && lexicon.kinds(text).equals(Set.of(WordKind.CUE))
              && !survey.form().letters();
      if (isCredits(text.split("\\s+", 12))) {
        return "credit";
      }
      return cue || isDirection(text) ? "cue" : byline(text);
    }
    String raw = prefix.raw();
    String first = raw.indexOf(' ') < 0 ? raw : raw.substring(0, raw.indexOf(' '));
    if (prefix.isColon() && (isCredit(raw) || isCredit(first) || isCredits(raw))) {
      return Sentences.ends(text) && text.length() > 60 ? null : "credit";
    }
    if (prefix.isColon() && lexicon.has(WordKind.CONTACT, raw)) {
      return "contact";
    }
    if (prefix.delimiter() == ';' && lexicon.has(WordKind.CUE, raw)) {
      return "cue";
    }
    return byline(text);
  }

  /** Makers without any colon: {@code 영상취재 김가람 영상편집 나다솜}. */
  private boolean isCredits(String[] words) {
    int credits = 0;
    int people = 0;
    for (String word : words) {
      if (lexicon.has(WordKind.CREDIT, word)) {
        credits++;
      } else if (names.mayBeName(word)) {
        people++;
      } else if (people == 0 || !lexicon.has(WordKind.REPORTER, word)) {
        return false;
      }
    }
    return credits > 0 && people >= credits && lexicon.has(WordKind.CREDIT, words[0]);
  }

  /** A direction of a manuscript in words: {@code Musik hoch, dann unter Text}. */
  private boolean isDirection(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end > 1
        && end < text.length()
        && text.length() <= 60
        && text.charAt(0) < '\u0250'
        && survey.isLabelled()
        && !Sentences.ends(text)
        && lexicon.has(WordKind.CUE, text.substring(0, end));
  }

  private boolean isCredit(String word) {
    return lexicon.has(WordKind.CREDIT, word) && !survey.isSpeaker(word);
  }

  /** Several credits before one colon: {@code 촬영·편집 :}. */
  private boolean isCredits(String raw) {
    int at = raw.indexOf('·') < 0 ? raw.indexOf('/') : raw.indexOf('·');
    return at > 0 && lexicon.has(WordKind.CREDIT, raw.substring(0, at));
  }

  private static @Nullable String byline(String text) {
    int at = text.indexOf('@');
    int bracket = bracketBefore(text, at);
    boolean said = bracket > 0 && Sentences.ends(text.substring(0, bracket));
    return at > 0
            && Character.isLetterOrDigit(text.charAt(at - 1))
            && text.length() < 70
            && !said
            && !Sentences.ends(text)
            && text.indexOf('.', at) > 0
        ? "byline"
        : null;
  }

  /** Where the bracket opens that an address stands in; -1 if in none. */
  private static int bracketBefore(String text, int at) {
    int round = text.lastIndexOf('(', Math.max(at, 0));
    return Math.max(round, text.lastIndexOf('[', Math.max(at, 0)));
  }

  /**
   * Whether a line is several brackets without a label, a colon or a quotation: {@code [CG][강]}.
   */
  private boolean isRowOfBrackets(String text, Group first) {
    Group group = first;
    while (group != null) {
      String content = group.content(text);
      boolean said =
          content.isEmpty()
              || Part.of(lexicon.kinds(content)) != null
              || Sentences.ends(content)
              || content.indexOf(':') >= 0;
      int next = Prefix.skip(text, group.end());
      if (said || next >= text.length()) {
        return !said && group != first;
      }
      group = Group.at(text, next, text.length(), lexicon);
    }
    return false;
  }

  private boolean isBracketCue(String text) {
    Group group = Group.at(text, 0, text.length(), lexicon);
    if (group == null || group.end() != text.length()) {
      return group != null && isRowOfBrackets(text, group);
    }
    String content = group.content(text);
    if (Part.of(lexicon.kinds(content)) != null || content.isEmpty()) {
      return false;
    }
    boolean screen =
        group.open() == '<' && Character.isDigit(content.charAt(0)) && content.length() < 4;
    boolean time = content.length() <= 12 && content.chars().noneMatch(Character::isLetter);
    boolean capitals = group.isRound() && Cuts.isCapitals(content) && content.length() < 100;
    String head = content.indexOf(':') < 0 ? "" : content.substring(content.indexOf(':') + 1);
    boolean quote = QuoteLines.opens(head);
    String first = content.split("[ :：]", 2)[0];
    boolean place =
        group.isRound() && lexicon.has(WordKind.FIELD, first) && !Sentences.ends(content);
    return screen
        || time
        || capitals
        || place
        || (cuts.isCue(content) && !quote && head.indexOf('/') < 0)
        || (group.isRound() && cuts.isAction(content));
  }

  /** Whether a note in brackets is all that stands behind a time and a cue, or is asked. */
  private boolean isNoted(String text) {
    int start = Lead.timed(text);
    int space = text.indexOf(' ', start);
    if (space < 0) {
      return false;
    }
    String word = text.substring(start, space);
    Group note = Group.at(text, space + 1, text.length(), lexicon);
    boolean asked = Part.of(lexicon.kinds(word)) == Part.QUESTION;
    return note != null
        && note.end() >= text.length() - 1
        && (start > 0 && lexicon.has(WordKind.CUE, word)
            || asked && cuts.isAction(note.content(text).replace(".", "")));
  }

  private boolean isHeading(String text) {
    int start = 0;
    while (start < text.length() && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    int end = text.length();
    while (end > start && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    return end - start < 30 && lexicon.has(WordKind.HEADING, text.substring(start, end));
  }

  private static boolean isHashtags(String text) {
    if (text.charAt(0) != '#') {
      return false;
    }
    for (String word : text.split("[\\s,]+")) {
      if (!word.isEmpty() && word.charAt(0) != '#') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
