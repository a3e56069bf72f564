package org.nangdok.publish;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/**
 * SubRip as podcast applications read it: at most two lines of 32 characters a card, the speaker
 * before the first card of a turn (Podcasting 2.0, transcripts).
 */
final class SubRip implements Export {

  private static final int LINE = 32;
  private static final int LINES = 2;

  /** The format has no place for a note: one card after the sound holds it. */
  private static final int NOTE_MILLIS = 2000;

  @Override
  public String extension() {
    return "srt";
  }

  @Override
  public String mediaType() {
    return "application/x-subrip;charset=UTF-8";
  }

  @Override
  public String write(Transcript transcript) {
    var srt = new StringBuilder();
    int card = 1;
    for (Turn turn : transcript.turns()) {
      String speaker = turn.who(transcript.language()) + ": ";
      for (Sentence sentence : turn.sentences()) {
        List<List<String>> cards = cards(speaker + sentence.text());
        speaker = "";
        long total = Math.max(1, sentence.end() - sentence.start());
        int length = cards.stream().mapToInt(SubRip::length).sum();
        int before = 0;
        for (List<String> lines : cards) {
          long start = sentence.start() + total * before / length;
          before += length(lines);
          long end = sentence.start() + total * before / length;
          srt.append(card++).append('\n');
          srt.append(CueTime.withComma(start)).append(" --> ");
          srt.append(CueTime.withComma(end)).append('\n');
          srt.append(String.join("\n", lines)).append("\n\n");
        }
      }
    }
    long end = Math.max(transcript.millis(), lastEnd(transcript));
    srt.append(card).append('\n');
    srt.append(CueTime.withComma(end)).append(" --> ");
    srt.append(CueTime.withComma(end + NOTE_MILLIS)).append('\n');
    return srt.append(Transcript.SYNTHETIC).append("\n\n").toString();
  }

  private static long lastEnd(Transcript transcript) {
    return transcript.turns().isEmpty() ? 0 : transcript.turns().getLast().end();
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }

  private static List<List<String>> cards(String text) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      for (String part : parts(word)) {
        if (!line.isEmpty() && line.length() + 1 + part.length() > LINE) {
          lines.add(line.toString());
          line.setLength(0);
        }
        if (!line.isEmpty()) {
          line.append(' ');
        }
        line.append(part);
      }
    }
    lines.add(line.toString());
    List<List<String>> cards = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += LINES) {
      cards.add(lines.subList(i, Math.min(lines.size(), i + LINES)));
    }
    return cards;
  }

  /** Words longer than a line are cut; others stay whole. */
  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = Math.min(word.length(), from + LINE);
      if (to < word.length() && Character.isHighSurrogate(word.charAt(to - 1))) {
        to--;
      }
      parts.add(word.substring(from, to));
      from = to;
    }
    return parts;
  }
}
