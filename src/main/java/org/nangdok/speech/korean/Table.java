package org.nangdok.speech.korean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One line of a tab-separated file with a fixed number of columns; lines that begin with {@code #}
 * are comments.
 *
 * @param place file name and line number, for messages
 * @param cells the columns
 */
record Table(String place, List<String> cells) {

  /** Hands every line to {@code use}; what it throws is thrown again with the line's place. */
  static void read(String name, InputStream in, int columns, Consumer<Table> use) {
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String place = name + ":" + number;
        List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
        if (cells.size() != columns) {
          throw new IllegalArgumentException(
              place + " has " + cells.size() + " columns, not " + columns + ".");
        }
        try {
          use.accept(new Table(place, cells));
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read.", e);
    }
  }

  /** Reads a file that lies beside a class. */
  static void readShipped(Class<?> beside, String name, int columns, Consumer<Table> use) {
    InputStream in = beside.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("There is no " + name + " on the class path.");
    }
    read(name, in, columns, use);
  }

  String text(int column) {
    return cells.get(column);
  }

  double decimal(int column) {
    return Double.parseDouble(cells.get(column));
  }

  int number(int column) {
    return Integer.parseInt(cells.get(column));
  }
}
