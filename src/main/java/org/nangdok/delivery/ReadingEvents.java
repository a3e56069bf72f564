package org.nangdok.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.Reading;
import org.nangdok.reading.SentenceState;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reading's progress as server-sent events (HTML standard, 9.2): {@code prepared}, one {@code
 * clip} for each settled sentence in order, then {@code complete} or {@code failed}. A sentence
 * that is settled before those in front of it is told as {@code ahead} at once, and once more when
 * its turn has come and it is known when it is heard. Everything is told from the start to whoever
 * connects.
 */
final class ReadingEvents {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Reading reading;
  private final JsonMapper json;

  ReadingEvents(Reading reading, JsonMapper json) {
    this.reading = reading;
    this.json = json;
  }

  /** Writes until the reading is settled or the client is gone. */
  void write(OutputStream out) throws IOException, InterruptedException {
    Reading.Progress progress = reading.progress();
    int total = progress.sentences().size();
    event(out, "prepared", Map.of("id", reading.id(), "total", total));
    int told = 0;
    var ahead = new BitSet(total);
    try (var listening = reading.listen()) {
      while (true) {
        for (; told < progress.timeline().spans().size(); told++) {
          PlannedSentence sentence = reading.sentences().get(told);
          event(out, "clip", ReadingView.sentence(sentence, progress));
        }
        tellAhead(out, progress, told, ahead);
        if (progress.state() == Reading.State.COMPLETE) {
          event(out, "complete", Map.of("durationMs", progress.timeline().millis()));
          return;
        }
        if (progress.state() == Reading.State.FAILED) {
          event(out, "failed", failure(progress));
          return;
        }
        out.flush();
        long seen = progress.version();
        progress = reading.awaitChange(seen, HEARTBEAT);
        if (progress.version() == seen) {
          out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void tellAhead(OutputStream out, Reading.Progress progress, int from, BitSet told)
      throws IOException {
    for (int i = from; i < progress.sentences().size(); i++) {
      if (progress.sentences().get(i).settled() && !told.get(i)) {
        told.set(i);
        event(out, "ahead", ReadingView.sentence(reading.sentences().get(i), progress));
      }
    }
  }

  private static Map<String, String> failure(Reading.Progress progress) {
    Reading.Failure failure = progress.failure();
    if (failure != null) {
      return Map.of("code", failure.code(), "detail", failure.sentence());
    }
    String reason =
        progress.sentences().stream()
            .filter(SentenceState.Skipped.class::isInstance)
            .map(state -> ((SentenceState.Skipped) state).sentence())
            .findFirst()
            .orElse("Nothing in this text can be spoken.");
    return Map.of("code", "reading.failed", "detail", reason);
  }

  private void event(OutputStream out, String name, Object data) throws IOException {
    String text = "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
