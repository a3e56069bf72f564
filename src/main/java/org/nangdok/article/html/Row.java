package org.nangdok.article.html;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the numbers about one line and, if asked, their names. */
final class Row {

  private final @Nullable List<String> names;
  private float[] numbers = new float[256];
  private int size;

  Row(@Nullable List<String> names) {
    this.names = names;
  }

  void add(String name, double value) {
    add("", name, value);
  }

  /** Adds a number whose name has two parts; they are joined only if names are asked for. */
  void add(String prefix, Object name, double value) {
    if (names != null) {
      names.add(prefix + name);
    }
    numbers[size++] = (float) value;
  }

  float[] numbers() {
    return Arrays.copyOf(numbers, size);
  }
}
