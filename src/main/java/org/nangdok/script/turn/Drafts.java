package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.script.Piece;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** The drafts made so far of an article's lines, and how words are added to them. */
final class Drafts {

  private static final int WORDS_OF_A_CALL = 2;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final Map<Integer, String> texts = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private boolean broken;

  Drafts(Lexicon lexicon, WhoReader reader, List<SourceLine> lines) {
    this.lexicon = lexicon;
    this.reader = reader;
    for (SourceLine line : lines) {
      texts.put(line.number(), line.text());
    }
  }

  /** The drafts in order. */
  List<Draft> all() {
    return drafts;
  }

  /** The text of a line. */
  String text(int line) {
    return texts.getOrDefault(line, "");
  }

  /** Lets the next words begin a new turn though their block goes on. */
  void breakTurn() {
    broken = true;
  }

  /** The last words of a block that has just spoken; empty if another has. */
  String ending(Block block) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    return last != null && last.block == block ? last.ending() : "";
  }

  /** The line of the last words of a block that has just spoken; -1 if another has. */
  int lastLine(Block block) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    return last != null && last.block == block ? last.pieces.getLast().line() : -1;
  }

  /** Whether the last sentence of a block calls a reporter. */
  boolean endsInHandOver(Block block) {
    String ending = ending(block);
    int stop = Math.max(ending.lastIndexOf(". ", ending.length() - 2), 0);
    return Names.handsOver(ending.substring(stop), lexicon);
  }

  /** Whether the anchor who spoke last has called a reporter. */
  boolean hasCalled() {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (drafts.get(i).block.part == Part.ANCHOR) {
        return Names.handsOver(drafts.get(i).ending(), lexicon);
      }
    }
    return false;
  }

  /** The person whom the words before a bracket call: a name and a function; else nobody. */
  Who called(int line, int bracket) {
    String before = text(line).substring(0, bracket).replaceAll("[\\s(（]+$", "");
    String[] words = before.split("\\s+");
    if (words.length < WORDS_OF_A_CALL) {
      return Who.NOBODY;
    }
    Who who = reader.read(words[words.length - 2] + " " + words[words.length - 1]);
    return who.name() != null && who.title() != null ? who : Who.NOBODY;
  }

  /** Whether the anchor has announced several reporters and one of them has just spoken. */
  boolean hasCalledSeries() {
    boolean spoken = false;
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (drafts.get(i).block.part == Part.ANCHOR) {
        return spoken && Names.isSeries(drafts.get(i).text(), lexicon);
      }
      spoken |= drafts.get(i).block.isReporter();
    }
    return false;
  }

  /** Whether the reporter of a block has signed off, so that what follows is another's. */
  boolean hasSignedOff(Block block) {
    return block.isReporter() && Names.signedOff(ending(block), lexicon) != null;
  }

  /** Adds the words between two positions of a line to a block. */
  void say(Block block, int line, int start, int end) {
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
}
