package org.nangdok.publish;

import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/** WebVTT with a voice span for each speaker (W3C WebVTT, 6.4). */
final class WebVtt implements Export {

  @Override
  public String extension() {
    return "vtt";
  }

  @Override
  public String mediaType() {
    return "text/vtt;charset=UTF-8";
  }

  @Override
  public String write(Transcript transcript) {
    var vtt = new StringBuilder("WEBVTT\n\nNOTE synthetic voices: ");
    vtt.append(Transcript.SYNTHETIC).append("\n\n");
    int cue = 0;
    for (Turn turn : transcript.turns()) {
      for (Sentence sentence : turn.sentences()) {
        vtt.append("s").append(cue++).append('\n');
        vtt.append(CueTime.withPoint(sentence.start()))
            .append(" --> ")
            .append(CueTime.withPoint(sentence.end()))
            .append('\n');
        vtt.append("<v.")
            .append(turn.role())
            .append(' ')
            .append(annotation(turn.who(transcript.language())))
            .append('>');
        vtt.append(escaped(sentence.text())).append("</v>\n\n");
      }
    }
    return vtt.toString();
  }

  private static String annotation(String name) {
    return escaped(name.replace('\n', ' ').replace('\r', ' '));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\r\\n]+", "\n");
  }
}
