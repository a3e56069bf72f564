package org.nangdok.article.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of small decision trees that says how likely a line belongs to the article (gradient
 * boosting with logistic loss; Friedman 2001). Immutable.
 *
 * <p>The trees are data, written by the trainer among the tests: one tree a line of the file, its
 * inner nodes as {@code column threshold left right}, its leaves as {@code value}.
 */
final class LineForest {

  /** One tree in arrays; a node with column -1 is a leaf and its threshold the value. */
  record Tree(int[] column, float[] threshold, int[] left, int[] right) {

    float value(float[] row) {
      int node = 0;
      while (column[node] >= 0) {
        node = row[column[node]] < threshold[node] ? left[node] : right[node];
      }
      return threshold[node];
    }
  }

  private final List<Tree> trees;

  LineForest(List<Tree> trees) {
    this.trees = List.copyOf(trees);
  }

  /** Reads a forest that comes with the application. */
  static LineForest read(String file) {
    try (InputStream bytes = LineForest.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The data file " + file + " is missing.");
      }
      return of(
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
              .lines()
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads a forest out of a file. */
  static LineForest read(Path file) {
    try {
      return of(Files.readAllLines(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static LineForest of(List<String> lines) {
    return new LineForest(
        lines.stream().filter(line -> !line.startsWith("#")).map(LineForest::tree).toList());
  }

  /** The likelihood that a line belongs to the article, 0 to 1. */
  double likelihood(float[] row) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.value(row);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The forest as the lines of its file. */
  List<String> written() {
    List<String> lines = new ArrayList<>();
    for (Tree tree : trees) {
      StringBuilder line = new StringBuilder();
      for (int node = 0; node < tree.column().length; node++) {
        line.append(node == 0 ? "" : "\t");
        if (tree.column()[node] < 0) {
          line.append(tree.threshold()[node]);
        } else {
          line.append(tree.column()[node]).append(' ').append(tree.threshold()[node]);
          line.append(' ').append(tree.left()[node]).append(' ').append(tree.right()[node]);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static Tree tree(String line) {
    String[] nodes = line.split("\t");
    int[] column = new int[nodes.length];
    float[] threshold = new float[nodes.length];
    int[] left = new int[nodes.length];
    int[] right = new int[nodes.length];
    Arrays.fill(column, -1);
    for (int i = 0; i < nodes.length; i++) {
      String[] parts = nodes[i].split(" ");
      if (parts.length == 1) {
        threshold[i] = Float.parseFloat(parts[0]);
      } else {
        column[i] = Integer.parseInt(parts[0]);
        threshold[i] = Float.parseFloat(parts[1]);
        left[i] = Integer.parseInt(parts[2]);
        right[i] = Integer.parseInt(parts[3]);
      }
    }
    return new Tree(column, threshold, left, right);
  }
}
