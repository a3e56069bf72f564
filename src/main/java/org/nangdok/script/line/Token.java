package org.nangdok.script.line;

import java.util.List;
import org.nangdok.script.person.Who;

/** Something that stands on one line of a transcript, in reading order. */
public sealed interface Token {

  /** The number of the line. */
  int line();

  /**
   * A label.
   *
   * @param named whether it prints a person whose turn begins anew each time
   * @param speaks whether its words are to follow on the same line
   * @param rule what found it
   */
  record Label(int line, Part part, Who who, boolean named, boolean speaks, Rule rule)
      implements Token {}

  /**
   * A label and all of its words.
   *
   * @param words what is said, in order; may be empty
   * @param rule what found it
   */
  record Clip(int line, Who who, List<Words> words, Rule rule) implements Token {
    public Clip {
      words = List.copyOf(words);
    }
  }

  /**
   * Words of whoever's turn it is.
   *
   * @param start first character in the line
   * @param end one past the last
   */
  record Words(int line, int start, int end) implements Token {}

  /**
   * A sentence in round brackets, which somebody else says.
   *
   * @param inClip whether it stands between the words of one clip
   */
  record Aside(int line, int start, int end, boolean inClip) implements Token {}

  /**
   * Characters that nobody says.
   *
   * @param reason the code of {@link org.nangdok.article.Dropped}
   */
  record Silent(int line, String reason, String text) implements Token {}
}
