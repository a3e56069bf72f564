package org.nangdok.speech.neural;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;

/**
 * As much of a sentence as a network speaks at once.
 *
 * @param words the words
 * @param text the words with punctuation that tells their tune
 */
public record Chunk(List<SpokenWord> words, String text) {

  /**
   * A sentence cut at its strongest boundaries.
   *
   * @param most characters of a chunk; a longer word is a chunk of its own
   */
  public static List<Chunk> of(Reading reading, int most) {
    List<SpokenWord> words = reading.words();
    var chunks = new ArrayList<Chunk>();
    int from = 0;
    while (from < words.size()) {
      int to = end(words, from, most);
      boolean last = to == words.size();
      chunks.add(chunk(reading, words.subList(from, to), last ? ending(reading.kind()) : ","));
      from = to;
    }
    return chunks;
  }

  private static int end(List<SpokenWord> words, int from, int most) {
    int length = 0;
    int best = from + 1;
    Boundary strongest = Boundary.WORD;
    for (int i = from; i < words.size(); i++) {
      length += words.get(i).spoken().length() + 1;
      if (length > most && i > from) {
        return best;
      }
      Boundary boundary = words.get(i).boundary();
      // Of equal boundaries the last, so that few chunks are made; a weaker one only in need.
      if (boundary.compareTo(strongest) >= 0) {
        strongest = boundary;
        best = i + 1;
      }
    }
    return words.size();
  }

  private static Chunk chunk(Reading reading, List<SpokenWord> words, String ending) {
    // Respelled Korean is no writing that a network has seen; respelled English is.
    boolean spelled = reading.language().equals("ko");
    var text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      SpokenWord word = words.get(i);
      text.append(spelled ? word.spoken() : word.pronounced());
      boolean last = i + 1 == words.size();
      text.append(last ? ending : word.boundary() == Boundary.INTONATIONAL ? ", " : " ");
    }
    return new Chunk(List.copyOf(words), text.toString());
  }

  private static String ending(Reading.Kind kind) {
    return switch (kind) {
      case STATEMENT -> ".";
      case YES_NO_QUESTION, WH_QUESTION -> "?";
      case EXCLAMATION -> "!";
      case UNFINISHED -> ",";
    };
  }
}
