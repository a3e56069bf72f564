package org.nangdok.script.convention;

import java.util.List;

/** Files of words, one a language and one an outlet: kind, word and example, separated by tabs. */
final class WordFile {

  private static final String FOLDER = "words/";
  private static final String INDEX = FOLDER + "files.txt";
  private static final String ENDING = ".tsv";

  private WordFile() {}

  /** The names of all files; the part before the first hyphen is the language. */
  static List<String> names() {
    return DataFile.rows(INDEX).stream().map(row -> row.cell(0).strip()).toList();
  }

  /**
   * Reads the words of one file.
   *
   * @throws IllegalStateException naming file and line if a line is wrong
   */
  static List<Word> read(String name) {
    return DataFile.rows(FOLDER + name + ENDING).stream().map(WordFile::word).toList();
  }

  /** The word that a line holds. */
  static Word word(DataFile.Row row) {
    if (row.cells().size() != 3 || row.cell(1).isEmpty() || row.cell(2).isBlank()) {
      throw new IllegalStateException(
          row.origin() + ": a line needs a kind, a word and an example, separated by tabs.");
    }
    try {
      String example = row.cell(2).replace('⏎', '\n');
      return new Word(WordKind.of(row.cell(0)), row.cell(1), example, row.origin());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(row.origin() + ": " + e.getMessage(), e);
    }
  }
}
