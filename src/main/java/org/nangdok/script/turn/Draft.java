package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.Piece;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.script.Turn;

/** A turn while it is being found out who speaks it. */
final class Draft {

  private static final int ENDING = 300;

  final Block block;
  final List<Piece> pieces = new ArrayList<>();
  @Nullable Speaker speaker;
  @Nullable String name;
  @Nullable String title;
  @Nullable Style style;
  @Nullable Gender gender;
  @Nullable String person;

  Draft(Block block) {
    this.block = block;
    this.name = block.who.name();
    this.title = block.who.title();
    this.style = block.who.style();
    this.gender = block.who.gender();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(text.isEmpty() ? "" : " ").append(piece.text());
    }
    return text.toString();
  }

  /** The last words of {@link #text()}, some sentences of them however long the turn is. */
  String ending() {
    int first = pieces.size();
    for (int length = 0; first > 0 && length < ENDING; ) {
      length += pieces.get(--first).text().length();
    }
    StringBuilder ending = new StringBuilder();
    for (Piece piece : pieces.subList(first, pieces.size())) {
      ending.append(ending.isEmpty() ? "" : " ").append(piece.text());
    }
    return ending.toString();
  }

  /** Whether some of a line's words are in it. */
  boolean speaks(int line) {
    return pieces.stream().anyMatch(piece -> piece.line() == line);
  }

  Turn turn() {
    Speaker role = speaker == null ? Speaker.NARRATOR : speaker;
    String key = person == null ? "narrator" : person;
    return new Turn(role, name, title, style, gender, key, pieces);
  }
}
