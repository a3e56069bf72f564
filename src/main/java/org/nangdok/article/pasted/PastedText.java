package org.nangdok.article.pasted;

import java.util.List;
import java.util.Optional;

/** Recognises the form of a pasted text and takes it off. Immutable and thread-safe. */
public final class PastedText {

  private static final List<PastedForm> FORMS =
      List.of(new Subtitles(), new Messenger(), new Mail(), new Markdown(), new PdfText());

  private PastedText() {}

  /**
   * Reads a text by its form.
   *
   * @param lines as sent, without line feeds
   * @return nothing for plain prose
   */
  public static Optional<Pasted> read(List<String> lines) {
    for (PastedForm form : FORMS) {
      if (form.fits(lines)) {
        PastedLines out = new PastedLines();
        form.read(lines, out);
        return out.isEmpty() ? Optional.empty() : Optional.of(out.as(form.name()));
      }
    }
    return Optional.empty();
  }
}
