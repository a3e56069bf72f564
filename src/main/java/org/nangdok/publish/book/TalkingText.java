package org.nangdok.publish.book;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/**
 * A chapter's text as books show it: headings, speakers' names and paragraphs of sentences, each
 * with the stretch of sound in which it is heard. The stretches follow one another without a gap,
 * so that a player which goes from one to the next keeps the pauses.
 *
 * @param blocks in order
 * @param turns what they were made of
 */
record TalkingText(List<Block> blocks, List<Turn> turns) {

  /** What a block is. */
  enum Kind {
    HEADLINE,
    HEADING,
    SPEAKER,
    PARAGRAPH
  }

  /**
   * A line of the text.
   *
   * @param name the speaker's name, shown and not heard; null for what is heard
   * @param sentences what is heard; none in a speaker's name
   */
  record Block(Kind kind, @Nullable String name, List<Spoken> sentences) {}

  /**
   * A sentence.
   *
   * @param number its place in the chapter, from 1
   * @param start milliseconds in the chapter's sound
   * @param end where the next begins, or the sound ends
   */
  record Spoken(int number, String text, long start, long end) {}

  static TalkingText of(Book.Chapter chapter) {
    List<Block> blocks = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    long offset = 0;
    int number = 1;
    String person = "narrator";
    for (Book.Part part : chapter.parts()) {
      Transcript transcript = part.transcript();
      List<Turn> own = transcript.turns();
      for (int i = 0; i < own.size(); i++) {
        Turn turn = own.get(i);
        if (!turn.person().equals(person)) {
          blocks.add(new Block(Kind.SPEAKER, name(turn, transcript.language()), List.of()));
          person = turn.person();
        }
        long end = i + 1 < own.size() ? own.get(i + 1).start() : part.millis();
        number = add(blocks, turn, offset, end, number);
      }
      turns.addAll(own);
      offset += part.millis();
    }
    return new TalkingText(List.copyOf(blocks), List.copyOf(turns));
  }

  private static String name(Turn turn, String language) {
    String who = turn.who(language);
    return turn.title() == null ? who : who + " · " + turn.title();
  }

  private static int add(List<Block> blocks, Turn turn, long offset, long end, int first) {
    int number = first;
    List<Sentence> sentences = turn.sentences();
    boolean headline = "headline".equals(turn.title());
    List<Spoken> open = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      boolean last = i + 1 == sentences.size();
      long until = last ? end : sentences.get(i + 1).start();
      String text = sentence.text().replaceAll("\\s+", " ");
      open.add(new Spoken(number++, text, offset + sentence.start(), offset + until));
      if (last || sentences.get(i + 1).line() != sentence.line()) {
        Kind kind = sentence.heading() ? Kind.HEADING : Kind.PARAGRAPH;
        blocks.add(new Block(headline ? Kind.HEADLINE : kind, null, List.copyOf(open)));
        open.clear();
      }
    }
    return number;
  }

  /** Everything that is heard, in order. */
  List<Spoken> spoken() {
    return blocks.stream().flatMap(block -> block.sentences().stream()).toList();
  }

  /** Whether the chapter's title is heard as its first words. */
  boolean saysTitle() {
    Kind first = blocks.isEmpty() ? Kind.PARAGRAPH : blocks.getFirst().kind();
    return first == Kind.HEADLINE || first == Kind.HEADING;
  }
}
