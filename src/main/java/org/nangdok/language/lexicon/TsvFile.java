package org.nangdok.language.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nangdok.data.VoicesFolder;

/**
 * The rows of a lexicon file: UTF-8, one entry a line, fields separated by tabs, {@code #} starts a
 * comment line, a byte order mark and empty lines are ignored.
 *
 * @param name name of the file, for messages
 * @param rows the entries in order
 */
public record TsvFile(String name, List<Row> rows) {

  /**
   * One entry.
   *
   * @param file name of the file
   * @param line number of the line, from 1
   * @param fields the fields, without surrounding white space
   */
  public record Row(String file, int line, List<String> fields) {

    /** A field that must be there. */
    public String field(int index) {
      if (index >= fields.size() || fields.get(index).isEmpty()) {
        throw wrong("Field " + (index + 1) + " is missing; separate fields by tabs.");
      }
      return fields.get(index);
    }

    /** A field, or the empty string where the line is shorter. */
    public String optional(int index) {
      return index < fields.size() ? fields.get(index) : "";
    }

    /** The complaint that this line is wrong. */
    public LexiconException wrong(String sentence) {
      return new LexiconException(file, line, sentence);
    }
  }

  /** Reads a file that must be there. */
  public static TsvFile open(VoicesFolder voices, String name) {
    try (InputStream in =
        voices
            .open(name)
            .orElseThrow(
                () ->
                    new LexiconException(name, 0, "The file is missing; restore it in voices/."))) {
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The file voices/" + name + " can't be read.", e);
    }
  }

  /** Splits the text of a file. */
  public static TsvFile parse(String name, String text) {
    var rows = new ArrayList<Row>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (number == 1 && line.startsWith("\uFEFF")) {
        line = line.substring(1);
      }
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      rows.add(
          new Row(name, number, Arrays.stream(line.split("\t", -1)).map(String::strip).toList()));
    }
    return new TsvFile(name, List.copyOf(rows));
  }
}
