package org.nangdok.delivery;

import java.util.concurrent.atomic.AtomicReference;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sample article that a new user can play at once. */
@RestController
public class SampleController {

  private final AtomicReference<Reading> sample = new AtomicReference<>();
  private final boolean expected;

  SampleController(@Value("${nangdok.sample:true}") boolean expected) {
    this.expected = expected;
  }

  /** Offers a reading as the sample. */
  public void offer(Reading reading) {
    sample.set(reading);
  }

  @GetMapping("/api/sample")
  ReadingView sample() {
    Reading reading = sample.get();
    if (reading != null) {
      return ReadingView.of(reading);
    }
    throw expected
        ? new ReadingException(
            "voice.loading", "The sample is still being prepared. Try again in a few seconds.")
        : new ReadingException(
            "reading.unknown", "This service offers no sample. Give it an article.");
  }
}
