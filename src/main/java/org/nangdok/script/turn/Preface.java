package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Piece;
import org.nangdok.script.Speaker;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Survey;
import org.nangdok.script.person.Who;

/** Decides what stands before the first label: headline, summary, or words of host or narrator. */
final class Preface {

  private final Lexicon lexicon;
  private final Survey survey;
  private final Set<String> headlines;
  private final List<SourceLine> lines;

  /**
   * @param headlines texts that another room takes for the headline
   */
  Preface(Lexicon lexicon, Survey survey, Set<String> headlines, List<SourceLine> lines) {
    this.lexicon = lexicon;
    this.survey = survey;
    this.headlines = headlines;
    this.lines = lines;
  }

  /** The drafts with the preface taken apart. */
  List<Draft> resolve(List<Draft> drafts) {
    if (drafts.isEmpty() || drafts.get(0).block.part != null) {
      return drafts;
    }
    List<Draft> resolved = new ArrayList<>();
    Draft preface = drafts.get(0);
    List<Piece> rest = new ArrayList<>(preface.pieces);
    boolean labels = drafts.size() > 1;
    if (isHeadline(rest, labels)) {
      Piece piece = untagged(rest.remove(0));
      if (piece != null) {
        resolved.add(Headline.of(preface.block, piece));
      }
    }
    Draft body = body(drafts, preface.block, rest);
    if (body != null) {
      resolved.add(body);
    }
    resolved.addAll(drafts.subList(1, drafts.size()));
    return resolved;
  }

  private @Nullable Draft body(List<Draft> drafts, Block block, List<Piece> pieces) {
    Draft body = new Draft(block);
    Who host = drafts.size() > 1 ? survey.host() : null;
    for (Piece piece : pieces) {
      boolean summary = host != null && (!Sentences.ends(piece.text()) || isQuote(piece.text()));
      if (!summary) {
        body.pieces.add(piece);
      }
    }
    if (body.pieces.isEmpty()) {
      return null;
    }
    body.speaker = Speaker.NARRATOR;
    body.person = "narrator";
    if (host != null) {
      body.speaker = Speaker.ANCHOR;
      body.name = host.name();
      body.title = host.title();
      body.person = host.name();
    } else if (opens(pieces)) {
      body.speaker = Speaker.ANSWER;
      body.person = "answer";
    } else if (isAnchors(drafts, body)) {
      body.speaker = Speaker.ANCHOR;
      body.person = null;
      body.name = selfNamed(drafts, body.text());
    }
    return body;
  }

  private boolean isAnchors(List<Draft> drafts, Draft body) {
    if (selfNamed(drafts, body.text()) != null) {
      return true;
    }
    Part next = drafts.size() > 1 ? drafts.get(1).block.part : null;
    if (next == Part.LIVE_REPORTER && drafts.get(1).block.clip) {
      return body.pieces.stream().anyMatch(piece -> Sentences.isPolite(piece.text()));
    }
    boolean reporter = false;
    for (Draft draft : drafts) {
      boolean asks = draft.block.part == Part.REPORTER && Sentences.asks(draft.text());
      reporter |= draft.block.isReporter() && !asks;
    }
    boolean called = !Names.called(body.text(), lexicon).isEmpty() || Sentences.asks(body.text());
    boolean opening = called && next != Part.ANCHOR && next != null && survey.isBracketed();
    boolean guest = next == Part.QUESTION && !survey.introduced().isEmpty();
    return (reporter && !survey.isAnchored() || opening || guest)
        && (Sentences.isPolite(body.text()) || Names.handsOver(body.ending(), lexicon));
  }

  /** The later speaker who says their own name in a text, or null. */
  private @Nullable String selfNamed(List<Draft> drafts, String text) {
    for (Draft draft : drafts) {
      if (draft.block.part == Part.PERSON
          && draft.name != null
          && draft.name.charAt(0) < '\u0250') {
        String name = draft.name.toLowerCase(java.util.Locale.ROOT);
        String words = text.toLowerCase(java.util.Locale.ROOT).replace('’', '\'');
        for (String self : lexicon.texts(WordKind.SELF_NAMING)) {
          int at = words.indexOf(self + " ");
          while (at >= 0) {
            String said = words.substring(at + self.length() + 1);
            int space = said.indexOf(' ');
            boolean surname =
                space > 0 && name.indexOf(' ') < 0 && said.startsWith(name, space + 1);
            if (said.startsWith(name) || surname) {
              return draft.name;
            }
            at = words.indexOf(self, at + 1);
          }
        }
      }
    }
    return null;
  }

  /** Whether a heading above these lines opens a statement. */
  private boolean opens(List<Piece> pieces) {
    int first = pieces.get(0).line();
    for (SourceLine line : lines) {
      if (line.number() < first) {
        String text = line.text().replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        if (lexicon.has(WordKind.OPENING, text)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isHeadline(List<Piece> pieces, boolean labels) {
    Piece first = pieces.get(0);
    String text = first.text().strip();
    if (text.endsWith(",") || Furniture.isContinued(pieces, 0, lexicon)) {
      return false;
    }
    boolean title = survey.isAboveHeader(first.line()) && !lexicon.isGlyph(text.charAt(0));
    if (headlines.contains(text) || title) {
      return labels || pieces.size() > 1;
    }
    boolean quoted =
        labels
            && isQuote(text)
            && first.line() == lines.get(0).number()
            && pieces.size() > 1
            && Sentences.isWritten(pieces.get(1).text());
    if (quoted) {
      return true;
    }
    if (!labels
        || Sentences.isFinished(untaggedText(text)) && !hasEllipsis(text)
        || text.length() > 100) {
      return false;
    }
    if (isQuote(text)) {
      return false;
    }
    boolean headerAbove = survey.host() != null && first.line() > lines.get(0).number();
    return !headerAbove
        && (pieces.size() == 1
            || pieces.get(1).line() != first.line() && Sentences.ends(pieces.get(1).text())
            || !survey.isLabelled());
  }

  private static boolean hasEllipsis(String text) {
    String bare = untaggedText(text);
    return bare.endsWith("…") || bare.endsWith("...");
  }

  private static boolean isQuote(String text) {
    return "\"“'‘".indexOf(text.charAt(0)) >= 0
        && "\"”'’".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static String untaggedText(String text) {
    Piece piece = untagged(new Piece(0, text));
    return piece == null ? "" : piece.text();
  }

  /** A headline without the tags at its ends; null if it is nothing else. */
  static @Nullable Piece untagged(Piece piece) {
    String text = piece.text();
    int start = 0;
    int end = text.length();
    boolean again = true;
    while (again) {
      again = false;
      while (start < end && Sentences.isSpace(text.charAt(start))) {
        start++;
      }
      while (end > start && Sentences.isSpace(text.charAt(end - 1))) {
        end--;
      }
      int close = start < end ? closer(text.charAt(start)) : 0;
      int at = close == 0 ? -1 : text.indexOf(close, start);
      if (at > 0 && at < end && at - start <= 15) {
        start = at + 1;
        again = true;
        continue;
      }
      int open = end > start ? opener(text.charAt(end - 1)) : 0;
      int from = open == 0 ? -1 : text.lastIndexOf(open, end - 1);
      if (from > start && end - from <= 15) {
        end = from;
        again = true;
      }
    }
    return start >= end ? null : new Piece(piece.line(), text.substring(start, end));
  }

  private static int closer(char c) {
    return switch (c) {
      case '[' -> ']';
      case '【' -> '】';
      case '<' -> '>';
      case '(' -> ')';
      case '〈' -> '〉';
      default -> 0;
    };
  }

  private static int opener(char c) {
    return switch (c) {
      case ']' -> '[';
      case '】' -> '【';
      case '>' -> '<';
      case ')' -> '(';
      case '〉' -> '〈';
      default -> 0;
    };
  }
}
