package org.nangdok.speech.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.hostile.JumpingClock;
import org.nangdok.speech.SpeechException;

/** Characters that are paid for are counted by days, and a day is counted once. */
class DailyCharactersTest {

  @TempDir Path folder;
  private final JumpingClock clock = new JumpingClock("2026-11-22T12:00:00Z");

  private DailyCharacters count() {
    return new DailyCharacters(folder.resolve("count.tsv"), clock);
  }

  @Test
  void aClockThatIsPutBackBeginsNoNewDay() {
    DailyCharacters count = count();
    count.take(10, 10);
    clock.jump(Duration.ofDays(3).negated());

    assertThatThrownBy(() -> count.take(1, 10)).isInstanceOf(SpeechException.class);
    assertThatThrownBy(() -> count().take(1, 10)).isInstanceOf(SpeechException.class);
  }

  @Test
  void aClockThatWasAheadForAWhileStopsNothingForLong() {
    clock.jump(Duration.ofDays(300));
    DailyCharacters count = count();
    count.take(10, 10);
    clock.jump(Duration.ofDays(300).negated());
    assertThatThrownBy(() -> count.take(1, 10)).isInstanceOf(SpeechException.class);

    clock.jump(Duration.ofDays(1));
    count.take(10, 10);
  }
}
