package org.nangdok.ssml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Instruction;

/** Gathers words into stretches of one manner, white space folded over element borders. */
final class Stretches {

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Part.Bookmark> bookmarks = new ArrayList<>();
  private Manner manner = Manner.PLAIN;
  private Part.Place place = Part.Place.PARAGRAPH;
  private boolean space;

  void words(String more, Manner spoken) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (Character.isWhitespace(c)) {
        space = true;
        continue;
      }
      begin(spoken);
      if (space && !text.isEmpty()) {
        text.append(' ');
      }
      space = false;
      text.append(c);
    }
  }

  /** Ends the stretch if what comes next is spoken in another manner. */
  void begin(Manner spoken) {
    if (!spoken.equals(manner)) {
      cut(Part.Place.CONTINUES);
      manner = spoken;
    }
  }

  /** The place at which the next character will stand. */
  int position() {
    return space && !text.isEmpty() ? text.length() + 1 : text.length();
  }

  /** How the words since a place are read. */
  void instruct(int since, Instruction.Kind kind, String value) {
    if (since < text.length()) {
      instructions.add(new Instruction(since, text.length(), kind, value));
    }
  }

  void bookmark(String name) {
    bookmarks.add(new Part.Bookmark(name, position()));
  }

  void pause(Duration length) {
    cut(Part.Place.CONTINUES);
    parts.add(new Part.Pause(length));
  }

  /** Ends the stretch; what comes next is at least this far apart. */
  void cut(Part.Place next) {
    if (!text.isEmpty()) {
      if (space && next == Part.Place.CONTINUES) {
        text.append(' ');
      }
      int end = text.length();
      List<Part.Bookmark> inside =
          bookmarks.stream().map(b -> new Part.Bookmark(b.name(), Math.min(b.at(), end))).toList();
      parts.add(new Part.Spoken(text.toString(), manner, place, instructions, inside));
      place = Part.Place.CONTINUES;
      bookmarks.clear();
      text.setLength(0);
      instructions.clear();
    }
    if (next.compareTo(place) > 0) {
      place = next;
    }
    space = false;
  }

  List<Part> parts() {
    cut(Part.Place.PARAGRAPH);
    return parts;
  }

  /** The names of places behind the last word. */
  List<Part.Bookmark> left() {
    return bookmarks;
  }
}
