package org.nangdok.script.turn;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.line.Token;

/** A label for one quotation, while its words are looked for. */
final class Shot {

  final Block block;
  final Token.Label label;

  /** Whether some of its words have been found. */
  boolean said;

  /** Whether a label marks the return of the enclosing block. */
  boolean returned;

  /** The mark that opened the quotation which goes on; 0 if none does. */
  char opener;

  /** Who else speaks inside the quotation; null if nobody named does. */
  @Nullable Block other;

  /** How many lines the open quotation has. */
  int lines;

  Shot(Block block, Token.Label label) {
    this.block = block;
    this.label = label;
  }
}
