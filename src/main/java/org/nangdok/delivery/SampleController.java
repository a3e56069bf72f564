package org.nangdok.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sample article that a new user can play at once. */
@RestController
public class SampleController {

  private final AtomicReference<Reading> sample = new AtomicReference<>();
  private final Voices voices;

  SampleController(Voices voices) {
    this.voices = voices;
  }

  /** Offers a reading as the sample. */
  public void offer(Reading reading) {
    sample.set(reading);
  }

  @GetMapping("/api/sample")
  ReadingView sample() {
    return Optional.ofNullable(sample.get())
        .map(ReadingView::of)
        .orElseThrow(
            () -> {
              voices.requireReady();
              return new ReadingException(
                  "reading.unknown", "This service offers no sample. Give it an article.");
            });
  }
}
