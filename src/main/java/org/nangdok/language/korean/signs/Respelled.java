package org.nangdok.language.korean.signs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in Hangul, Latin letters, digits and plain punctuation, and where each character comes
 * from. All characters of one change come from the whole of what was changed.
 *
 * @param text the respelled text
 * @param starts for each character the first one that it comes from; empty if nothing changed
 * @param ends for each character one past the last one that it comes from; empty as well
 * @param changes what was respelled, in order
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record Respelled(String text, int[] starts, int[] ends, List<Change> changes) {

  /**
   * One stretch that was respelled.
   *
   * @param form what it is, such as {@code hanja}
   * @param start its first character in the original text
   * @param end one past the last
   * @param text what stands in its place; empty where it isn't to be read
   */
  public record Change(String form, int start, int end, String text) {}

  public Respelled {
    changes = List.copyOf(changes);
  }

  static Respelled unchanged(String text) {
    return new Respelled(text, new int[0], new int[0], List.of());
  }

  /** Collects a respelled text from left to right. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Change> changes = new ArrayList<>();
    private int[] starts;
    private int[] ends;

    Builder(int length) {
      starts = new int[length + 16];
      ends = new int[length + 16];
    }

    void keep(char c, int at) {
      put(c, at, at + 1);
    }

    void change(Change change) {
      for (int i = 0; i < change.text.length(); i++) {
        put(change.text.charAt(i), change.start, change.end);
      }
      changes.add(change);
    }

    private void put(char c, int start, int end) {
      int at = text.length();
      if (at == starts.length) {
        starts = Arrays.copyOf(starts, 2 * at);
        ends = Arrays.copyOf(ends, 2 * at);
      }
      starts[at] = start;
      ends[at] = end;
      text.append(c);
    }

    Respelled build(String original) {
      if (changes.isEmpty()) {
        return unchanged(original);
      }
      return new Respelled(text.toString(), starts, ends, changes);
    }
  }
}
