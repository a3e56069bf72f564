package org.nangdok.script.convention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of words: kind, word and example, separated by tabs. */
final class WordFile {

  private WordFile() {}

  /**
   * Reads the words of one language, none if there is no such file.
   *
   * @throws IllegalStateException naming file and line if a line is wrong
   */
  static List<Word> read(String language) {
    String name = "/org/nangdok/script/words/" + language + ".tsv";
    List<Word> words = new ArrayList<>();
    try (InputStream in = WordFile.class.getResourceAsStream(name)) {
      if (in == null) {
        return words;
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("# ")) {
          words.add(word(line, language + ".tsv:" + number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static Word word(String line, String origin) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 3 || cells[1].isEmpty() || cells[2].isBlank()) {
      throw new IllegalStateException(
          origin + ": a line needs a kind, a word and an example, separated by tabs.");
    }
    try {
      return new Word(WordKind.of(cells[0]), cells[1], cells[2].replace('⏎', '\n'), origin);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(origin + ": " + e.getMessage(), e);
    }
  }
}
