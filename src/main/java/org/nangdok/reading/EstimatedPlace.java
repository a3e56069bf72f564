package org.nangdok.reading;

import java.util.List;

/**
 * Which sentence is heard at a time of the whole sound: known as far as it is made without a gap,
 * reckoned by the length of the texts behind that.
 */
public final class EstimatedPlace {

  /** A letter's milliseconds where nothing is made yet. */
  private static final double USUAL = 140;

  private EstimatedPlace() {}

  /**
   * @param millis milliseconds from the start of the sound
   * @return a sentence's index; the last one's for what lies behind the end
   */
  public static int at(Reading reading, long millis) {
    Timeline timeline = reading.progress().timeline();
    List<Timeline.Span> spans = timeline.spans();
    if (millis < timeline.millis()) {
      int at = 0;
      while (at + 1 < spans.size() && spans.get(at + 1).start() <= millis) {
        at++;
      }
      return at;
    }
    List<PlannedSentence> sentences = reading.sentences();
    double letter = millisOfALetter(timeline, sentences);
    double reached = timeline.millis();
    int at = spans.size();
    while (at < sentences.size() - 1
        && reached + sentences.get(at).text().length() * letter <= millis) {
      reached += sentences.get(at).text().length() * letter;
      at++;
    }
    return Math.min(at, sentences.size() - 1);
  }

  private static double millisOfALetter(Timeline timeline, List<PlannedSentence> sentences) {
    long letters = 0;
    for (Timeline.Span span : timeline.spans()) {
      letters += sentences.get(span.sentence()).text().length();
    }
    return letters == 0 ? USUAL : (double) timeline.millis() / letters;
  }
}
