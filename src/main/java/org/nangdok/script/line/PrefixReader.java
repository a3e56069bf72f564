package org.nangdok.script.line;

import java.util.List;
import java.util.Set;
import org.nangdok.script.Style;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Reads labels that end in a colon, {@code >} or {@code )}. */
final class PrefixReader {

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final Labels labels;
  private final Survey survey;

  PrefixReader(Lexicon lexicon, WhoReader reader, Survey survey) {
    this.lexicon = lexicon;
    this.reader = reader;
    this.labels = new Labels(lexicon, reader);
    this.survey = survey;
  }

  /**
   * Reads the label at a position.
   *
   * @return one past what was read; the position itself if nothing was
   */
  int read(SourceLine line, int position, List<Token> tokens) {
    String text = line.text();
    MinuteLabel minute = survey.isMinutes() ? MinuteLabel.at(text, position, reader) : null;
    if (minute != null) {
      tokens.add(
          new Token.Label(line.number(), Part.PERSON, minute.who(), true, true, Rule.MINUTE));
      return minute.speech();
    }
    Prefix prefix = Prefix.at(text, position, lexicon);
    if (prefix == null) {
      return position;
    }
    String raw = prefix.raw();
    Set<WordKind> kinds = lexicon.kinds(Labels.bare(raw));
    if (kinds.contains(WordKind.CUE) && Part.of(kinds) == null) {
      return cue(line, prefix, tokens);
    }
    if (prefix.delimiter() == ';') {
      return position;
    }
    boolean field = kinds.contains(WordKind.FIELD) && !prefix.glyph();
    Labels.Found found = field || raw.length() > 100 ? null : labels.read(raw);
    boolean role = found != null && isRoleHere(prefix, found);
    if (found != null && role && found.part().isOneShot()) {
      return oneShot(line, prefix, found, tokens);
    }
    if (found != null && role && (found.who().name() == null || !isArchive(found.who()))) {
      boolean named = found.who().name() != null;
      boolean speaks = prefix.speech() < text.length();
      tokens.add(
          new Token.Label(
              line.number(), found.part(), found.who(), named, speaks, Rule.PREFIX_WORD));
      return prefix.speech();
    }
    if (prefix.delimiter() != ')' && survey.isSpeaker(raw)) {
      return person(line, prefix, tokens);
    }
    return position;
  }

  private boolean isRoleHere(Prefix prefix, Labels.Found found) {
    if (prefix.isColon()) {
      return found.who().name() == null
          || found.part().isOneShot()
          || found.part() == Part.QUESTION
          || found.part() == Part.ANSWER
          || survey.isSpeaker(prefix.raw())
          || prefix.glyph();
    }
    return prefix.delimiter() == '>' || found.who().name() == null;
  }

  private static boolean isArchive(Who who) {
    return who.style() != null;
  }

  private int oneShot(SourceLine line, Prefix prefix, Labels.Found found, List<Token> tokens) {
    String text = line.text();
    boolean speaker = !found.who().isNobody();
    Labels.Found full =
        speaker
            ? new Labels.Found(found.part(), found.who(), prefix.speech())
            : labels.after(found.part(), found.who(), text, prefix.speech());
    boolean speaks = full.speech() < text.length();
    tokens.add(
        new Token.Label(line.number(), full.part(), full.who(), true, speaks, Rule.PREFIX_CLIP));
    return full.speech();
  }

  private int cue(SourceLine line, Prefix prefix, List<Token> tokens) {
    String text = line.text();
    int speech = prefix.speech();
    if (speech < text.length() && Quotes.opens(text.charAt(speech))) {
      int end = text.length();
      while (end > speech && Sentences.isSpace(text.charAt(end - 1))) {
        end--;
      }
      BracketClips.quoted(line, Who.NOBODY, speech, end, new Cuts(lexicon), Rule.CUE_QUOTE, tokens);
    } else {
      tokens.add(new Token.Silent(line.number(), "cue", text));
    }
    return text.length();
  }

  private int person(SourceLine line, Prefix prefix, List<Token> tokens) {
    String raw = prefix.raw();
    Who who = reader.read(raw);
    Alias alias = Alias.in(raw, lexicon);
    if (alias != null) {
      who = reader.read(alias.full());
      who = who.name() == null ? who.withName(alias.label()) : who;
    }
    if (who.name() == null && who.title() != null) {
      boolean kin = lexicon.has(WordKind.KIN_FEMALE, raw) || lexicon.has(WordKind.KIN_MALE, raw);
      boolean numbered =
          Character.isDigit(raw.charAt(raw.length() - 1)) && !lexicon.ends(WordKind.OUTLET, raw);
      boolean clip = survey.isLabelled() || kin || numbered;
      who = clip ? who : who.withName(raw).withTitle(null);
    }
    int speech = prefix.speech();
    String text = line.text();
    Group remark =
        speech < text.length()
            ? Group.at(text, speech, Math.min(text.length(), speech + 40), lexicon)
            : null;
    Style style = remark == null ? null : reader.style(remark.content(text));
    if (remark != null && style != null) {
      who = who.withStyle(style);
      speech = Prefix.skip(text, remark.end());
    }
    tokens.add(
        new Token.Label(
            line.number(),
            Part.PERSON,
            who,
            true,
            prefix.speech() < text.length(),
            Rule.PREFIX_PERSON));
    return speech;
  }
}
