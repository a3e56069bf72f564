package org.nangdok.script.convention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files of words, one a language and one an outlet: kind, word and example, separated by tabs. */
final class WordFile {

  private static final String FOLDER = "/org/nangdok/script/words/";

  private WordFile() {}

  /** The names of all files; the part before the first hyphen is the language. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String line : lines("files.txt")) {
      if (!line.isBlank() && !line.startsWith("# ")) {
        names.add(line.strip());
      }
    }
    return names;
  }

  /**
   * Reads the words of one file.
   *
   * @throws IllegalStateException naming file and line if a line is wrong
   */
  static List<Word> read(String name) {
    List<Word> words = new ArrayList<>();
    int number = 0;
    for (String line : lines(name + ".tsv")) {
      number++;
      if (!line.isBlank() && !line.startsWith("# ")) {
        words.add(word(line, name + ".tsv:" + number));
      }
    }
    return words;
  }

  /** The word that a line holds. */
  static Word word(String line, String origin) {
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

  private static List<String> lines(String name) {
    try (InputStream in = WordFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The word file " + name + " is missing.");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
