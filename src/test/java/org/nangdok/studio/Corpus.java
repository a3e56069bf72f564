package org.nangdok.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.korean.KoreanLanguage;

/**
 * Sentences as they are pronounced: one line an intonational phrase, its accentual phrases apart by
 * a bar, their words by a space.
 */
final class Corpus {

  private Corpus() {}

  /** Reads sentences with the project's own front-end. */
  static List<String> pronounced(List<String> sentences) {
    var language = new KoreanLanguage(VoicesFolder.shipped());
    var phrases = new ArrayList<String>();
    for (String sentence : sentences) {
      {
        Reading reading = language.read(sentence);
        var phrase = new StringBuilder();
        for (SpokenWord word : reading.words()) {
          phrase.append(word.pronounced().replaceAll("[^가-힣]", ""));
          boolean ends = word.boundary().compareTo(Boundary.INTONATIONAL) >= 0;
          phrase.append(ends ? "\n" : word.boundary() == Boundary.WORD ? " " : "|");
        }
        phrase.toString().lines().filter(line -> line.length() > 1).forEach(phrases::add);
      }
    }
    return phrases;
  }

  /**
   * @param arguments a file of sentences, a file to write, and files of sentences to leave out
   */
  public static void main(String[] arguments) throws IOException {
    var sentences = new ArrayList<>(Files.readAllLines(Path.of(arguments[0])));
    for (int i = 2; i < arguments.length; i++) {
      sentences.removeAll(Files.readAllLines(Path.of(arguments[i])));
    }
    Files.write(Path.of(arguments[1]), pronounced(sentences));
  }
}
