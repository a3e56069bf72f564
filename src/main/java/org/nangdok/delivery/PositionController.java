package org.nangdok.delivery;

import org.jspecify.annotations.Nullable;
import org.nangdok.reading.EstimatedPlace;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.SentenceState;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a listener is in a reading that is being made: what follows that place is made first. */
@RestController
class PositionController {

  /** Nobody's listening is longer than this: a week. */
  private static final double LONGEST_SECONDS = 7 * 24 * 3600.0;

  private final ReadingDesk desk;

  PositionController(ReadingDesk desk) {
    this.desk = desk;
  }

  /**
   * One of the two.
   *
   * @param sentence a sentence's index
   * @param seconds seconds into the whole sound
   */
  record PositionBody(@Nullable Integer sentence, @Nullable Double seconds) {}

  /**
   * The sentence that is made next, or is there already.
   *
   * @param state waiting, ready or skipped
   */
  record PositionView(int sentence, String state) {}

  @PostMapping("/api/readings/{id}/position")
  PositionView attend(@PathVariable String id, @RequestBody PositionBody body) {
    Reading reading = desk.find(id).orElseThrow(ReadingController::unknown);
    int sentence = sentence(reading, body);
    reading.attend(sentence);
    String state =
        switch (reading.progress().sentences().get(sentence)) {
          case SentenceState.Waiting waiting -> "waiting";
          case SentenceState.Ready ready -> "ready";
          case SentenceState.Skipped skipped -> "skipped";
        };
    return new PositionView(sentence, state);
  }

  private static int sentence(Reading reading, PositionBody body) {
    Integer index = body.sentence();
    Double seconds = body.seconds();
    if ((index == null) == (seconds == null)) {
      throw new ReadingException(
          "request.bad-value", "Send either sentence, an index, or seconds into the sound.");
    }
    if (index != null) {
      if (index < 0 || index >= reading.size()) {
        throw new ReadingException(
            "request.bad-value", "sentence must be 0 to " + (reading.size() - 1) + ".");
      }
      return index;
    }
    if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
      throw new ReadingException("request.bad-value", "seconds must be 0 or more.");
    }
    return EstimatedPlace.at(reading, Math.round(seconds * 1000));
  }
}
