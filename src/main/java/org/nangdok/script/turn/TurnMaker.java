package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.script.Turn;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.LineReader;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Reading;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Survey;
import org.nangdok.script.line.Token;
import org.nangdok.script.line.Unfolded;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Makes turns of an article's lines: line pass, block pass, person pass. */
public final class TurnMaker {

  /**
   * What was made.
   *
   * @param turns in order
   * @param silent what isn't said and why; lines without any words have at least one
   * @param repeated numbers of lines that repeat earlier ones
   * @param warnings sentences about what was uncertain
   * @param tokens what the lines were read into, in order
   * @param survey what all lines together tell
   * @param unfolded the lines that tokens and survey count
   */
  public record Made(
      List<Turn> turns,
      List<Token.Silent> silent,
      Set<Integer> repeated,
      List<String> warnings,
      List<Token> tokens,
      Survey survey,
      Unfolded unfolded) {
    public Made {
      turns = List.copyOf(turns);
      silent = List.copyOf(silent);
      tokens = List.copyOf(tokens);
      repeated = Set.copyOf(repeated);
      warnings = List.copyOf(warnings);
    }
  }

  private final Lexicon lexicon;
  private final WhoReader reader;

  /** A maker for texts in the lexicon's language. */
  public TurnMaker(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.reader = new WhoReader(lexicon);
  }

  /**
   * Makes the turns.
   *
   * @param all the lines that may be read, in order
   * @param unread lines that another room has dropped
   * @param headlines texts that another room takes for the headline
   * @param byline a reporter's name printed elsewhere
   * @param reading which forms of labels are believed
   */
  public Made make(
      List<SourceLine> all,
      List<SourceLine> unread,
      Set<String> headlines,
      @Nullable String byline,
      Reading reading) {
    Set<Integer> repeated = reading == Reading.PLAIN ? Set.of() : Repeats.in(all);
    List<SourceLine> once = new ArrayList<>();
    for (SourceLine line : all) {
      if (!repeated.contains(line.number())) {
        once.add(line);
      }
    }
    Unfolded unfolded =
        reading == Reading.PLAIN ? Unfolded.asTheyAre(once) : Unfolded.of(once, lexicon);
    List<SourceLine> lines = unfolded.lines();
    List<String> warnings = new ArrayList<>();
    Survey survey = new Survey(lines, unfolded.placed(unread), lexicon, reader, reading);
    List<Token> tokens =
        UnlabelledHost.labelled(
            new QuotedDialogue(lines)
                .closed(
                    new Scope(lexicon, lines)
                        .closed(new LineReader(lexicon, reader, survey, lines).read())),
            survey);
    List<Draft> drafts =
        new Walker(lexicon, reader, survey, lines).walk(withScreens(tokens, unread, unfolded));
    slug(drafts);
    Counters.dropped(drafts);
    drafts = new Preface(lexicon, survey, headlines, lines).resolve(drafts);
    hosts(drafts, survey);
    new ShortForms(survey).resolve(drafts);
    new Roles(lexicon, survey).resolve(drafts);
    callers(drafts);
    reporters(drafts, survey, byline, warnings);
    addressed(drafts);
    Keys.resolve(drafts);
    List<Token.Silent> furniture =
        reading == Reading.SPEAKERS ? Furniture.removed(drafts, lexicon) : List.of();
    Refolding refolding = new Refolding(once, unfolded);
    List<Turn> turns = refolding.turns(drafts.stream().map(Draft::turn).toList());
    List<Token.Silent> silent = new ArrayList<>(silent(tokens, warnings));
    silent.addAll(furniture);
    return new Made(turns, refolding.silent(silent), repeated, warnings, tokens, survey, unfolded);
  }

  /** Words after a report's label that break off before the anchor's are the report's slug. */
  private static void slug(List<Draft> drafts) {
    if (drafts.size() < 2 || drafts.get(0).block.part != Part.REPORT) {
      return;
    }
    Draft first = drafts.get(0);
    Draft second = drafts.get(1);
    boolean line = first.pieces.getLast().line() == second.pieces.getFirst().line();
    if (line && second.block.part == Part.ANCHOR && !Sentences.ends(first.text())) {
      drafts.remove(0);
    }
  }

  /** The tokens with the names of weather pictures that another room has dropped. */
  private List<Token> withScreens(List<Token> tokens, List<SourceLine> unread, Unfolded unfolded) {
    List<Token> screens = new ArrayList<>();
    for (SourceLine line : unread) {
      String text = line.text().strip();
      String name = text.length() < 3 ? "" : text.substring(1, text.length() - 1).strip();
      if (text.startsWith("<") && lexicon.has(WordKind.SCREEN, name)) {
        screens.add(new Token.Silent(unfolded.before(line.number()), "cue", name));
      }
    }
    List<Token> all = new ArrayList<>(tokens);
    all.addAll(screens);
    all.sort(Comparator.comparingInt(Token::line));
    return all;
  }

  /** An anchor's label without a name is the only host's of the header. */
  private static void hosts(List<Draft> drafts, Survey survey) {
    Who host = survey.host();
    for (Draft draft : drafts) {
      boolean bare = draft.block.part == Part.ANCHOR && draft.name == null && draft.gender == null;
      if (bare && host != null && !draft.block.clip) {
        draft.name = host.name();
        draft.title = host.title();
      }
    }
  }

  private static void callers(List<Draft> drafts) {
    String anchor = null;
    for (Draft draft : drafts) {
      if (draft.speaker == Speaker.ANCHOR) {
        if (draft.block.clip && draft.name == null) {
          draft.name = anchor;
        } else {
          anchor = draft.name;
        }
      }
    }
  }

  private void reporters(
      List<Draft> drafts, Survey survey, @Nullable String byline, List<String> warnings) {
    Set<String> called = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.speaker == Speaker.ANCHOR) {
        called.addAll(Names.called(draft.text(), lexicon));
      } else if (draft.block.part == Part.PERSON
          && draft.name != null
          && !draft.block.clip
          && called.contains(draft.name)
          && (survey.isAnchored() || survey.isBracketed())) {
        draft.speaker = Speaker.REPORTER;
        draft.style = Style.LIVE;
      }
    }
    Who reporter = survey.reporter();
    String fallback = reporter == null ? byline : reporter.name();
    new Reporters(lexicon, warnings).resolve(drafts, fallback);
  }

  /** A form of address in another's words states a person's sex: {@code Frau Sand}. */
  private void addressed(List<Draft> drafts) {
    Map<String, Gender> addressed = new HashMap<>();
    for (Draft draft : drafts) {
      addressed(draft.text(), WordKind.ADDRESS_FEMALE, Gender.FEMALE, addressed);
      addressed(draft.text(), WordKind.ADDRESS_MALE, Gender.MALE, addressed);
    }
    for (Draft draft : drafts) {
      String name = draft.name;
      if (name != null && draft.gender == null) {
        draft.gender = addressed.get(name.substring(name.lastIndexOf(' ') + 1));
      }
    }
  }

  private void addressed(String text, WordKind kind, Gender gender, Map<String, Gender> found) {
    for (String word : lexicon.texts(kind)) {
      String address = word + " ";
      for (int at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
        int end = at + address.length();
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        found.putIfAbsent(text.substring(at + address.length(), end), gender);
      }
    }
  }

  private static List<Token.Silent> silent(List<Token> tokens, List<String> warnings) {
    List<Token.Silent> silent = new ArrayList<>();
    for (Token token : tokens) {
      if (token instanceof Token.Silent one) {
        silent.add(one);
        if (one.reason().equals("placeholder")) {
          warnings.add(
              "A figure was never filled in, so line " + (one.line() + 1) + " is left out.");
        }
      }
    }
    return silent;
  }
}
