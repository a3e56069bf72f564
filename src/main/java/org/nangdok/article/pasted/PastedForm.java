package org.nangdok.article.pasted;

import java.util.List;

/** A kind of text with signs of its own that are no prose, told by what the whole looks like. */
interface PastedForm {

  /** What the text is said to be read as. */
  String name();

  /**
   * Whether a text is of this form.
   *
   * @param lines as sent
   */
  boolean fits(List<String> lines);

  /** Takes the form off: every line goes into the result, read or left. */
  void read(List<String> lines, PastedLines out);
}
