package org.nangdok.language.english;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class of written English and how its members are read.
 *
 * @param name the class, such as {@code money}
 * @param sense what a member means where its letters leave that open, such as {@code St.:street};
 *     evidence is listed by it
 * @param pattern what it looks like
 * @param reader its words
 * @param weight what speaks for it without any evidence, beside its place in the order
 * @param sounds the word respelled as any engine says it right; empty where it is spelled so
 */
record Form(
    String name, String sense, Pattern pattern, Reader reader, double weight, String sounds) {

  /** Reads a match as plain words; null if it isn't of the class after all. */
  interface Reader {
    @Nullable String read(MatchResult match);
  }

  private static final int ASCII = 128;

  /**
   * The ASCII characters with which a match may begin: most classes need no look at most places.
   */
  boolean[] starts() {
    Pattern plain = Pattern.compile(withoutLookBehind(pattern.pattern()));
    var starts = new boolean[ASCII];
    for (char c = 0; c < ASCII; c++) {
      var matcher = plain.matcher(String.valueOf(c));
      starts[c] = matcher.lookingAt() || matcher.hitEnd();
    }
    return starts;
  }

  /** What has to stand before can't be seen in one character. */
  private static String withoutLookBehind(String regex) {
    if (!regex.startsWith("(?<=") && !regex.startsWith("(?<!")) {
      return regex;
    }
    int depth = 0;
    int sets = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[' || c == ']') {
        sets += c == '[' ? 1 : -1;
      } else if (c == '(' && sets == 0) {
        depth++;
      } else if (c == ')' && sets == 0 && --depth == 0) {
        return regex.substring(i + 1);
      }
    }
    return regex;
  }

  /** A class whose members mean one thing. */
  static Form of(String name, String pattern, Reader reader) {
    return new Form(name, "", Pattern.compile(pattern), reader, 0, "");
  }

  /** One of several things that the same letters may mean. */
  static Form meaning(String name, String sense, String pattern, double weight, Reader reader) {
    return new Form(name, sense, Pattern.compile(pattern), reader, weight, "");
  }
}
