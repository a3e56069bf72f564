package org.nangdok.script.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Style;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.WordKind;

/**
 * A printed speaker without the remarks on the manner of speech, which stand in brackets, after a
 * slash or as last words.
 *
 * @param text what is left
 * @param notes brackets that don't speak of the manner
 * @param style the manner, if one is printed
 */
record Manner(String text, List<String> notes, @Nullable Style style) {

  private static final Map<WordKind, Style> STYLES =
      Map.of(
          WordKind.STYLE_DISGUISED, Style.DISGUISED,
          WordKind.STYLE_PHONE, Style.PHONE,
          WordKind.STYLE_INTERPRETED, Style.INTERPRETED,
          WordKind.STYLE_ARCHIVE, Style.ARCHIVE,
          WordKind.STYLE_PACKAGE, Style.PACKAGE,
          WordKind.STYLE_LIVE, Style.LIVE);

  static Manner of(String raw, Lexicon lexicon) {
    List<String> notes = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Style style = null;
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      int close = c == '(' || c == '（' ? closing(raw, i) : -1;
      if (close < 0) {
        rest.append(c);
        i++;
        continue;
      }
      String note = raw.substring(i + 1, close).strip();
      Style found = style(note, lexicon);
      if (found == null && Phrase.DATE.in(note)) {
        found = Style.ARCHIVE;
      }
      if (found == null) {
        notes.add(note);
        rest.append(' ');
      } else {
        style = found;
      }
      i = close + 1;
    }
    StringBuilder kept = new StringBuilder();
    for (String part : rest.toString().split("/", -1)) {
      Style found = style(part.strip(), lexicon);
      if (found != null && !part.isBlank()) {
        style = found;
        continue;
      }
      String trimmed = part.strip();
      int space = trimmed.lastIndexOf(' ');
      int two = space < 0 ? -1 : trimmed.lastIndexOf(' ', space - 1);
      for (int at : new int[] {two, space}) {
        Style last = at < 0 ? null : style(trimmed.substring(at + 1), lexicon);
        if (last == Style.DISGUISED || last == Style.INTERPRETED) {
          style = last;
          trimmed = trimmed.substring(0, at).strip();
          break;
        }
      }
      kept.append(kept.isEmpty() ? "" : "/").append(trimmed);
    }
    return new Manner(kept.toString().strip(), notes, style);
  }

  static @Nullable Style style(String word, Lexicon lexicon) {
    for (WordKind kind : lexicon.kinds(word)) {
      Style style = STYLES.get(kind);
      if (style != null) {
        return style;
      }
    }
    return null;
  }

  private static int closing(String raw, int open) {
    int depth = 0;
    for (int i = open; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '(' || c == '（') {
        depth++;
      } else if ((c == ')' || c == '）') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
