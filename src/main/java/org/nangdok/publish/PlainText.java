package org.nangdok.publish;

import org.nangdok.publish.Transcript.Turn;

/** The transcript as text that people read. */
final class PlainText implements Export {

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public String mediaType() {
    return "text/plain;charset=UTF-8";
  }

  @Override
  public String write(Transcript transcript) {
    var text = new StringBuilder(transcript.title()).append('\n');
    if (transcript.url() != null) {
      text.append(transcript.url()).append('\n');
    }
    for (Turn turn : transcript.turns()) {
      text.append("\n[").append(turn.who(transcript.language()));
      if (turn.title() != null && turn.name() != null) {
        text.append(" / ").append(turn.title());
      }
      text.append("]\n");
      Paragraphs.of(turn).forEach(paragraph -> text.append(paragraph).append('\n'));
    }
    if (!transcript.credits().isEmpty()) {
      text.append('\n').append(String.join("\n", transcript.credits())).append('\n');
    }
    return text.append("\n").append(Transcript.SYNTHETIC).append('\n').toString();
  }
}
