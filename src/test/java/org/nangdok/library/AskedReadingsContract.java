package org.nangdok.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of clients' readings must be the same at every machine. */
public abstract class AskedReadingsContract {

  /** Machines that know it together; nobody has asked for anything. */
  protected abstract List<AskedReadings> machines();

  protected abstract void begin(String reading);

  protected abstract void finish(String reading);

  @Test
  void readingsCountUntilTheyAreMadeWhereverTheyWereAskedFor() {
    List<AskedReadings> machines = machines();
    AskedReadings first = machines.getFirst();
    AskedReadings last = machines.getLast();
    List.of("one", "two", "three").forEach(this::begin);
    first.asked("a", "one");
    first.asked("a", "one"); // the same again
    last.asked("a", "two");
    last.asked("b", "three");

    assertThat(first.inWork("a")).isEqualTo(2);
    assertThat(last.inWork("a")).isEqualTo(2);
    assertThat(first.inWork("b")).isEqualTo(1);
    assertThat(first.inWork("c")).isZero();
    finish("one");
    assertThat(last.inWork("a")).isEqualTo(1);
    finish("two");
    assertThat(first.inWork("a")).isZero();
  }

  @Test
  void whatIsGoneDoesNotCount() {
    AskedReadings asked = machines().getFirst();
    asked.asked("a", "removed");
    assertThat(asked.inWork("a")).isZero();
  }
}
