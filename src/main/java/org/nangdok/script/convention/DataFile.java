package org.nangdok.script.convention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads this room's data: rows of cells, tabs between them; {@code # } begins a remark. */
public final class DataFile {

  private static final String FOLDER = "/org/nangdok/script/";

  private DataFile() {}

  /**
   * One line of a file.
   *
   * @param origin file and line, for messages
   */
  public record Row(List<String> cells, String origin) {

    /**
     * The cell at a place.
     *
     * @throws IllegalStateException naming the line if it hasn't so many
     */
    public String cell(int place) {
      if (place >= cells.size() || cells.get(place).isEmpty()) {
        throw new IllegalStateException(origin + ": cell " + (place + 1) + " is missing.");
      }
      return cells.get(place);
    }
  }

  /**
   * The rows of a file.
   *
   * @throws IllegalStateException if there is no such file
   */
  public static List<Row> rows(String name) {
    try (InputStream in = DataFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The file " + name + " is missing from the program.");
      }
      String file = name.substring(name.lastIndexOf('/') + 1);
      List<Row> rows = new ArrayList<>();
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isBlank() && !lines[i].startsWith("# ")) {
          rows.add(new Row(List.of(lines[i].split("\t", -1)), file + ":" + (i + 1)));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " can't be read.", e);
    }
  }
}
