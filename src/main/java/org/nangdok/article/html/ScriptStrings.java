package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.List;

/** The strings inside one script that hold markup, those inside strings of JSON too. */
final class ScriptStrings {

  private static final int SHORTEST = 200;
  private static final int DEEPEST = 3;

  /** An apostrophe in running text opens nothing; so often the text is read in vain for its end. */
  private static final int READINGS = 16;

  private final List<String> markup = new ArrayList<>();
  private long budget;

  ScriptStrings(String script) {
    budget = (long) READINGS * script.length();
    collect(script, 0);
  }

  /** The strings, unescaped, in the script's order. */
  List<String> markup() {
    return markup;
  }

  private void collect(String data, int depth) {
    int at = 0;
    while (at < data.length() && budget > 0) {
      char c = data.charAt(at);
      if (c != '"' && c != '\'') {
        at++;
        continue;
      }
      int end = closing(data, at, c);
      if (end < 0) {
        at++;
        continue;
      }
      if (end - at > SHORTEST) {
        string(Unescaped.of(data.substring(at + 1, end)), depth);
        at = end + 1;
      } else {
        at = c == '"' ? end + 1 : at + 1;
      }
    }
    if (depth > 0 && EmbeddedText.isMarkup(data) && data.stripLeading().startsWith("<")) {
      markup.add(data);
    }
  }

  private void string(String value, int depth) {
    boolean nested = value.contains("\":\"") || value.contains("\":{") || value.contains("\":[");
    if (nested && depth < DEEPEST) {
      collect(value, depth + 1);
    } else if (EmbeddedText.isMarkup(value) && !value.contains("function(")) {
      markup.add(value);
    }
  }

  private int closing(String data, int open, char quote) {
    int i = open + 1;
    int end = -1;
    while (i < data.length() && end < 0) {
      char c = data.charAt(i);
      if (c == '\n') {
        break;
      }
      end = c == quote ? i : -1;
      i += c == '\\' ? 2 : 1;
    }
    budget -= i - open;
    return end;
  }
}
